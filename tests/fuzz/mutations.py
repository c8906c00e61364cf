"""What happens to a text in the hands of people and programs: lines lost, doubled, moved and shifted, odd characters, long words."""

from hypothesis import strategies as st

ODD = (
    "\U0001f600", "\u0645\u0631\u062d\u0628\u0627", "\u4f60\u597d", "e\u0301", "\u200b", "\u200d", "\ufeff", "x" * 300, "*", "&a ", "!", "`",
    "@", "%", "{", "}", "[", "]", ": ", " #", "# ", "\t", "\\", '"', "'", "|", ">", "<<town>>", "[@usgs]", "==", "**", "~", "^",
    "<script>", "&amp;", "\u2028", "\x85", "\u202e", "\xad", "null", "- ", "? ", "---", "\x00", "\x07", "\ud800", '"\\ud800"', '"\\u0007"',
    "https://" + "a" * 400, "0", "-1", "1e999", "nan", "9" * 400, "2026-13-45", "\r", "\u0300" * 50, "\U000e0001", "\u0663", "\u00bd",
    " word" * 200,
)  # fmt: skip


@st.composite
def mutated(draw: st.DrawFn, text: str) -> str:
    """The text with one to three accidents."""
    lines = text.split("\n")
    for _ in range(draw(st.integers(1, 3))):
        at = draw(st.integers(0, len(lines) - 1))
        lines = draw(st.sampled_from(ACCIDENTS))(draw, lines, at) or [""]
    return "\n".join(lines)


def _lost(draw, lines, at):
    return [*lines[:at], *lines[at + draw(st.integers(1, 6)) :]]


def _doubled(draw, lines, at):
    return [*lines[:at], *lines[at : at + draw(st.integers(1, 6))], *lines[at:]]


def _moved(draw, lines, at):
    to = draw(st.integers(0, len(lines) - 1))
    rest = [*lines[:at], *lines[at + 1 :]]
    return [*rest[:to], lines[at], *rest[to:]]


def _shifted(draw, lines, at):
    by = draw(st.integers(-3, 3))
    return [*lines[:at], " " * by + lines[at] if by > 0 else lines[at][-by:], *lines[at + 1 :]]


def _odd(draw, lines, at):
    place = draw(st.integers(0, len(lines[at])))
    return [*lines[:at], lines[at][:place] + draw(st.sampled_from(ODD)) + lines[at][place:], *lines[at + 1 :]]


def _any_letter(draw, lines, at):
    place = draw(st.integers(0, len(lines[at])))
    return [
        *lines[:at],
        lines[at][:place] + draw(st.text(min_size=1, max_size=3)) + lines[at][place:],
        *lines[at + 1 :],
    ]


def _other_value(draw, lines, at):
    key = lines[at].partition(":")[0]
    other = draw(st.sampled_from([*ODD, *(line.partition(":")[2] for line in lines)]))
    return [*lines[:at], f"{key}: {other}", *lines[at + 1 :]]


def _cut_short(draw, lines, at):
    return [*lines[:at], lines[at][: draw(st.integers(0, len(lines[at])))]]


ACCIDENTS = (_lost, _doubled, _moved, _shifted, _odd, _any_letter, _other_value, _cut_short)
