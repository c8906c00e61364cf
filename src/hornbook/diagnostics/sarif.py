"""Diagnostics in the Static Analysis Results Interchange Format, SARIF 2.1.0 (OASIS), as code hosts read it."""

import json
import unicodedata
from collections.abc import Iterable, Mapping, Sequence
from urllib.parse import quote

from hornbook.diagnostics.code import Code
from hornbook.diagnostics.printing import in_order
from hornbook.diagnostics.values import Diagnostic, Edit, Severity, Span

SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.NOTE: "note"}


def as_sarif(diagnostics: Iterable[Diagnostic], codes: Mapping[str, Code], version: str) -> str:
    """One run with its results in order; a rule for each code that occurs."""
    found = in_order(diagnostics)
    used = sorted({each.code for each in found})
    driver = {
        "name": "Hornbook",
        "semanticVersion": version,
        "rules": [_rule(code, codes) for code in used],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {"HERE": {"description": {"text": "The folder in which the check was started."}}},
        "results": [_result(each, used) for each in found],
    }
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, indent=1, ensure_ascii=False) + "\n"


def _rule(code: str, codes: Mapping[str, Code]) -> dict[str, object]:
    known = codes.get(code)
    if known is None:
        return {"id": code}
    return {
        "id": code,
        "shortDescription": {"text": known.title},
        "fullDescription": {"text": known.why or known.title},
    }


def _result(found: Diagnostic, used: Sequence[str]) -> dict[str, object]:
    words = f"{found.message} {found.hint}".strip()
    result: dict[str, object] = {
        "ruleId": found.code,
        "ruleIndex": used.index(found.code),
        "level": _LEVELS[found.severity],
        "message": {"text": _printable(words)},
    }
    if found.span is not None:
        result["locations"] = [{"physicalLocation": _location(found.span)}]
        if found.fix is not None:
            result["fixes"] = [_fix(found.span, found.fix)]
    return result


def _fix(span: Span, edit: Edit) -> dict[str, object]:
    """What `check --fix` would do, for editors that can do it themselves."""
    place = {"startLine": edit.line, "startColumn": edit.begin + 1, "endColumn": edit.end + 1}
    change = {"deletedRegion": place, "insertedContent": {"text": _printable(edit.new)}}
    return {"artifactChanges": [{"artifactLocation": _artifact(span), "replacements": [change]}]}


def _location(span: Span) -> dict[str, object]:
    region: dict[str, object] = {"startLine": span.line, "startColumn": span.column}
    if span.end_column > span.column:
        region["endColumn"] = span.end_column
    return {"artifactLocation": _artifact(span), "region": region}


def _artifact(span: Span) -> dict[str, object]:
    path = span.file.path
    absolute = path.startswith("/") or path[1:2] == ":"
    uri = quote(path if not absolute else "file:///" + path.lstrip("/"), safe="/:")
    return {"uri": uri} if absolute else {"uri": uri, "uriBaseId": "HERE"}


def _printable(words: str) -> str:
    return "".join(
        char if char == "\n" or unicodedata.category(char) not in {"Cc", "Cs"} else "\N{REPLACEMENT CHARACTER}"
        for char in words
    )
