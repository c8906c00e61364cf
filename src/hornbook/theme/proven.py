"""The theme files that were looked over with the program, by the digest of their text.

What is in one of them was found right by the tests, so a build need not look again. A file that somebody changed is not here.
"""

from hashlib import sha256

PROVEN: frozenset[str] = frozenset(
    (
        "495aefb2fc7edd14d30b0a7fec13b46a56a540533aada0dfbdf5db9473f15dd6",
        "9fa93c7cb27edc9dd0c5b447c7f5918c68359e9bfdb461263ccee64724d42c0a",
        "c2fdd23f378796258bd9b689e089b7a2f0d3fbecee05babd371ebb12dbe31eb1",
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
