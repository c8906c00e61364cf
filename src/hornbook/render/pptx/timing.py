"""The click sequence of a slide as PowerPoint writes it (`p:timing`, ECMA-376 Part 1 §19.5).

PowerPoint shows an effect in its Animation pane only with `presetID`, `presetClass` and a `grpId` that `p:bldLst` repeats;
without the `onPrev` and `onNext` conditions the wheel and the arrow keys skip the sequence. A slide has one main sequence.
"""

from collections.abc import Iterator, Sequence
from itertools import count

from msgspec import Struct

_APPEAR = 'presetID="1" presetClass="entr" presetSubtype="0"'
_WIPE_OUT = 'presetID="22" presetClass="exit" presetSubtype="{}"'
_SIDES = {False: (2, "right"), True: (8, "left")}
"""From where a wipe comes: PowerPoint's number and word, where lines run to the left or not."""
_NOW = '<p:stCondLst><p:cond delay="0"/></p:stCondLst>'
_ON_CLICK = '<p:stCondLst><p:cond delay="indefinite"/></p:stCondLst>'
_SLIDE = "<p:tgtEl><p:sldTgt/></p:tgtEl>"
_MOVES = (
    f'<p:prevCondLst><p:cond evt="onPrev" delay="0">{_SLIDE}</p:cond></p:prevCondLst>'
    f'<p:nextCondLst><p:cond evt="onNext" delay="0">{_SLIDE}</p:cond></p:nextCondLst>'
)


class Step(Struct, frozen=True):
    """What appears on one click: a shape, or paragraphs of it."""

    shape: int
    """Its id on the slide."""
    paragraphs: range | None
    """None for the whole shape."""
    words: bool
    """A shape with text is listed in `p:bldLst`; a picture or frame is not."""
    marks: tuple[int, ...] = ()
    """Ids of drawn shapes that appear with it."""


class Countdown(Struct, frozen=True):
    """A bar that runs out from the end of lines to where they begin."""

    shape: int
    seconds: float
    leftward: bool = False


def timing_xml(steps: Sequence[Step], countdown: Countdown | None = None) -> str:
    """`p:timing` of a slide, or nothing where nothing moves. The countdown comes last, so that a clicker starts it."""
    if not steps and countdown is None:
        return ""
    ids = count(3)
    sequence: list[Step | Countdown] = [*steps, *([countdown] if countdown else [])]
    clicks = [_click(step, ids) for step in sequence]
    return (
        '<p:timing><p:tnLst><p:par><p:cTn id="1" dur="indefinite" restart="never" nodeType="tmRoot"><p:childTnLst>'
        '<p:seq concurrent="1" nextAc="seek"><p:cTn id="2" dur="indefinite" nodeType="mainSeq"><p:childTnLst>'
        f"{''.join(clicks)}</p:childTnLst></p:cTn>{_MOVES}</p:seq></p:childTnLst></p:cTn></p:par></p:tnLst>"
        f"{_build_list(steps, countdown)}</p:timing>"
    )


def _click(step: Step | Countdown, ids: Iterator[int]) -> str:
    """One click: two nested groups, the outer one waiting, and the effects that start together."""
    outer, inner = next(ids), next(ids)
    effects = _run_out(step, ids) if isinstance(step, Countdown) else _appearances(step, ids)
    return (
        f'<p:par><p:cTn id="{outer}" fill="hold">{_ON_CLICK}<p:childTnLst>'
        f'<p:par><p:cTn id="{inner}" fill="hold">{_NOW}<p:childTnLst>{effects}</p:childTnLst></p:cTn></p:par>'
        "</p:childTnLst></p:cTn></p:par>"
    )


def _appearances(step: Step, ids: Iterator[int]) -> str:
    """The effects of one click: the first one waits for it, the others come with the first."""
    targets = [(target, step.words) for target in _targets(step)] + [(_whole(mark), True) for mark in step.marks]
    return "".join(
        _appearance(target, "withEffect" if number else "clickEffect", grouped, ids)
        for number, (target, grouped) in enumerate(targets)
    )


def _targets(step: Step) -> list[str]:
    if step.paragraphs is None:
        return [_whole(step.shape)]
    return [
        f'<p:spTgt spid="{step.shape}"><p:txEl><p:pRg st="{number}" end="{number}"/></p:txEl></p:spTgt>'
        for number in step.paragraphs
    ]


def _whole(shape: int) -> str:
    return f'<p:spTgt spid="{shape}"/>'


def _appearance(target: str, node: str, grouped: bool, ids: Iterator[int]) -> str:
    """`grouped` for what `p:bldLst` lists: bodies of text and drawn shapes."""
    group = ' grpId="0"' if grouped else ""
    effect, behaviour = next(ids), next(ids)
    return (
        f'<p:par><p:cTn id="{effect}" {_APPEAR} fill="hold"{group} nodeType="{node}">{_NOW}<p:childTnLst>'
        f"{_visibility(target, behaviour, 0, 'visible')}</p:childTnLst></p:cTn></p:par>"
    )


def _run_out(bar: Countdown, ids: Iterator[int]) -> str:
    effect, wipe, hide = next(ids), next(ids), next(ids)
    target = f'<p:spTgt spid="{bar.shape}"/>'
    duration = round(bar.seconds * 1000)
    subtype, side = _SIDES[bar.leftward]
    return (
        f'<p:par><p:cTn id="{effect}" {_WIPE_OUT.format(subtype)} fill="hold" grpId="0" nodeType="clickEffect">{_NOW}<p:childTnLst>'
        f'<p:animEffect transition="out" filter="wipe({side})"><p:cBhvr><p:cTn id="{wipe}" dur="{duration}"/>'
        f"<p:tgtEl>{target}</p:tgtEl></p:cBhvr></p:animEffect>"
        f"{_visibility(target, hide, duration - 1, 'hidden')}</p:childTnLst></p:cTn></p:par>"
    )


def _visibility(target: str, id: int, delay: int, value: str) -> str:
    return (
        f'<p:set><p:cBhvr><p:cTn id="{id}" dur="1" fill="hold"><p:stCondLst><p:cond delay="{delay}"/></p:stCondLst>'
        f"</p:cTn><p:tgtEl>{target}</p:tgtEl><p:attrNameLst><p:attrName>style.visibility</p:attrName></p:attrNameLst>"
        f'</p:cBhvr><p:to><p:strVal val="{value}"/></p:to></p:set>'
    )


def _build_list(steps: Sequence[Step], countdown: Countdown | None) -> str:
    """Each shape with text once; by paragraph where any of its steps is."""
    by_paragraph: dict[int, bool] = {}
    for step in steps:
        if step.words:
            by_paragraph[step.shape] = by_paragraph.get(step.shape, False) or step.paragraphs is not None
    how = {True: ' build="p"', False: ""}
    builds = [f'<p:bldP spid="{id}" grpId="0"{how[parts]}/>' for id, parts in by_paragraph.items()]
    drawn = [mark for step in steps for mark in step.marks] + ([countdown.shape] if countdown else [])
    builds += [f'<p:bldP spid="{shape}" grpId="0" animBg="1"/>' for shape in dict.fromkeys(drawn)]
    return f"<p:bldLst>{''.join(builds)}</p:bldLst>" if builds else ""
