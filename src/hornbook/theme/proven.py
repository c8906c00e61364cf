"""The theme files that were looked over with the program, by the digest of their text.

What is in one of them was found right by the tests, so a build need not look again. A file that somebody changed is not here.
"""

from hashlib import sha256

PROVEN: frozenset[str] = frozenset(
    (
        "aceecb77c6fe769ba3afe018956724a1b7b6240c4d5701eee9bc07a619fefed9",
        "af92fd2f264275d5f58c70990732cdd3d5b6f55132581ed4b14b9b90899b6a0c",
        "bcce4381add91b3b21f6ea1c435f912ed57fd25a4adfa1ba889e6e84cb3a6363",
        "c60654b7fa85fd9eb7b229ba804e2cd94919b6d554963053e5475d94d403a060",
        "d882638b80f382d9896876b968fb8b39d296b951d701b322f8371e3a01afefa2",
    )
)
"""Written by `python docs/themes.py`."""


def digest(text: str) -> str:
    """The same for one text, whatever ends its lines."""
    return sha256(text.replace("\r\n", "\n").encode()).hexdigest()


def is_proven(text: str) -> bool:
    """Whether this is the text of a theme that was tested with the program."""
    return digest(text) in PROVEN
