"""The theme files that were looked over with the program, by the digest of their text.

What is in one of them was found right by the tests, so a build need not look again. A file that somebody changed is not here.
"""

from hashlib import sha256

PROVEN: frozenset[str] = frozenset(
    (
        "8f00d1deb0a43ab7eb9b8dad985dd000dbb1ebf7cdcedd7873d5a49f2a881d7b",
        "af92fd2f264275d5f58c70990732cdd3d5b6f55132581ed4b14b9b90899b6a0c",
        "c60654b7fa85fd9eb7b229ba804e2cd94919b6d554963053e5475d94d403a060",
        "e5883a6535d1ecfa7446b7f4f296b773493ecc5218b6524db36d0f91c6959ffd",
        "ff45e2c0ba1f00482dabdce17467eced3e78d6e7345b8181eee6cccb8a847015",
    )
)
"""Written by `python docs/themes.py`."""


def digest(text: str) -> str:
    """The same for one text, whatever ends its lines."""
    return sha256(text.replace("\r\n", "\n").encode()).hexdigest()


def is_proven(text: str) -> bool:
    """Whether this is the text of a theme that was tested with the program."""
    return digest(text) in PROVEN
