"""The name that an author probably meant."""

from collections.abc import Iterable


def nearest(name: str, known: Iterable[str], like: float = 0.6) -> str:
    """The known name most like this one, or empty where none is `like` it: 1 is equal, 0 has no letter in common."""
    from difflib import get_close_matches

    by_folded = {candidate.casefold(): candidate for candidate in sorted(known)}
    found = get_close_matches(name.casefold().replace("_", "-"), by_folded, n=1, cutoff=like) or get_close_matches(
        name.casefold(), by_folded, n=1, cutoff=like
    )
    return by_folded[found[0]] if found else ""
