"""`hornbook explain HB302`: what a code means."""

import json

from hornbook.cli.codes import known_codes
from hornbook.cli.exits import USAGE, stop
from hornbook.cli.output import answer
from hornbook.source.nearest import nearest


def run_explain(code: str, *, as_json: bool) -> None:
    wanted = code.strip().upper()
    codes = known_codes()
    known = codes.get(wanted)
    if known is None:
        near = nearest(wanted, tuple(codes))
        stop(USAGE, f'There is no code "{code}".', f"Did you mean {near}?" if near else 'See "hornbook list codes".')
    if as_json:
        data = {"code": wanted, "title": known.title, "why": known.why, "bad": known.bad, "good": known.good}
        answer(json.dumps(data, indent=1, ensure_ascii=False) + "\n")
        return
    lines = [f"{wanted}: {known.title}", "", known.why]
    for heading, example in (("For instance:", known.bad), ("Instead:", known.good)):
        if example:
            lines += ["", heading, *(f"    {line}" for line in example.splitlines())]
    answer("\n".join(lines) + "\n")
