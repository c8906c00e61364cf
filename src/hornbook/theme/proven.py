"""The theme files that were looked over with the program, by the digest of their text.

What is in one of them was found right by the tests, so a build need not look again. A file that somebody changed is not here.
"""

from hashlib import sha256

PROVEN: frozenset[str] = frozenset(
    (
        "19fb3e651d5186c903d8b1f14c9727fb257c993dc9a25c5fc0416f36a0199dfa",
        "22cd4e16f11e052e0c8ea7610d543f217247984ef4528ee70f3f6bbafd97ccee",
        "5d352a8ae966764d34bbfe019000ea5c6941ecae1e211189784cf45bdb19e3d7",
        "aacb3e5d5835d9b4bca7d395203476ceae77ba1c77cc96e5a6379f3b26d23637",
        "e93163cb6df2207bb21f375383f865d447c7621eab29093b29b102e384d0582f",
    )
)
"""Written by `python docs/themes.py`."""


def digest(text: str) -> str:
    """The same for one text, whatever ends its lines."""
    return sha256(text.replace("\r\n", "\n").encode()).hexdigest()


def is_proven(text: str) -> bool:
    """Whether this is the text of a theme that was tested with the program."""
    return digest(text) in PROVEN
