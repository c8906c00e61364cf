"""What word lists leave alone: the words of others, names of works, the law's own words, and claims that are asked about."""

import re
from collections.abc import Iterator

from hornbook.check.texts import Said
from hornbook.check.words import Hit
from hornbook.patterns import lazy

_QUOTED = lazy(r"“[^”]*”|\"[^\"]*\"|«[^»]*»")
_STATUTE = lazy(
    r"§|\bU\.?S\.?C\.?\b|\bPublic Law\b|\b(?:Act|Code|Convention|Protocol) (?:of|to)\b|\bSection \d"
    r"|\bLey (?:de|del|para|contra|sobre|n\.?º|\d)|\bCódigo (?:Penal|Civil|de)\b|\b(?:Convenio|Convención|Protocolo) (?:de|para|sobre|contra)\b"
    r"|\b(?:[Aa]rtículo|[Ss]ección|[Aa]rt\.) \d"
)


def is_exempt(said: Said, hit: Hit, exempt: frozenset[str]) -> bool:
    """Whether a list's entry has nothing to say at this place."""
    plain = said.text.plain
    return (
        ("quotations" in exempt and (said.role == "quote" or _inside(hit, _spans(_QUOTED, plain))))
        or ("titles" in exempt and (said.role in {"work", "credit"} or _inside(hit, _emphasised(said))))
        or ("statutes" in exempt and _names_a_statute(plain, hit))
        or ("claims" in exempt and said.role == "claim")
    )


def _spans(pattern: re.Pattern[str], plain: str) -> Iterator[tuple[int, int]]:
    return (match.span() for match in pattern.finditer(plain))


def _inside(hit: Hit, spans: Iterator[tuple[int, int]]) -> bool:
    return any(start <= hit.start and hit.end <= end for start, end in spans)


def _emphasised(said: Said) -> Iterator[tuple[int, int]]:
    """Runs set in emphasis, as titles of works are."""
    at = 0
    for run in said.text.runs:
        if run.emphasis:
            yield at, at + len(run.text)
        at += len(run.text)


def _names_a_statute(plain: str, hit: Hit) -> bool:
    start = max(plain.rfind(mark, 0, hit.start) for mark in (". ", "? ", "! ")) + 1
    ends = [at for mark in (". ", "? ", "! ") if (at := plain.find(mark, hit.end)) >= 0]
    return bool(_STATUTE.search(plain[start : min(ends, default=len(plain))]))
