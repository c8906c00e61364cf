"""Whatever an outline holds, reading it gives lessons or messages, never a traceback and never a lesson with an error."""

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from hornbook.lesson import keys
from hornbook.lesson.reader import read_lesson
from support.counts import many

NAMES = sorted(
    {*keys.LESSON, *keys.SLIDE, *keys.KINDS, *keys.CHART, *keys.TABLE, *keys.QUESTION, *keys.PRINT, *keys.CONTACT, *keys.SOURCE, *keys.IMAGE,
     *keys.POINT, *keys.EVENT, *keys.COLUMN, *keys.VIDEO, *keys.ACTIVITY, *keys.SCENARIO, *keys.SECTION, *keys.PRINT_BLOCK, "x y"}
)  # fmt: skip
WORDS = st.sampled_from(
    ["a", "", "true", "false", "12", "45 min", "all", "2026-11-24", "bar", "pie", "click", "us.yaml", "../x", "**b** ==k== [@a]", "<<v>>", "<<w>>", "~", "A: b",
     "https://a.b", "en", "a, b", "é", "![x](y)"]
)  # fmt: skip


def quoted(text):
    return "'" + text.replace("'", "''") + "'"


SCALARS = WORDS.map(quoted)
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.one_of(
        st.lists(inner, max_size=3).map(lambda items: "[" + ", ".join(items) + "]"),
        st.dictionaries(st.sampled_from(NAMES), inner, max_size=4).map(
            lambda fields: "{" + ", ".join(f"{quoted(name)}: {value}" for name, value in fields.items()) + "}"
        ),
    ),
    max_leaves=12,
)


def bodies():
    """Slides whose keys are those of slides, with any values."""
    slide = st.dictionaries(st.sampled_from((*keys.SLIDE, *keys.KINDS)), VALUES, min_size=1, max_size=5)
    return slide.map(lambda fields: "{" + ", ".join(f"{name}: {value}" for name, value in fields.items()) + "}")


def outlines():
    front = st.dictionaries(st.sampled_from([name for name in keys.LESSON if name != "slides"]), VALUES, max_size=5)
    return st.tuples(front, st.lists(bodies(), max_size=3)).map(
        lambda parts: (
            "".join(f"{name}: {value}\n" for name, value in parts[0].items())
            + ("slides:\n" + "".join(f"  - {slide}\n" for slide in parts[1]) if parts[1] else "")
        )
    )


def check(folder, text):
    (folder / "lesson.yaml").write_text(text, encoding="utf-8")
    reading = read_lesson(folder / "lesson.yaml", folder, {"v": "value", "w": "none"})
    assert reading.lessons or reading.has_errors
    assert not (reading.lessons and reading.has_errors)
    assert list(reading.diagnostics) == sorted(reading.diagnostics, key=lambda diagnostic: diagnostic.sort_key)
    for diagnostic in reading.diagnostics:
        assert diagnostic.span.line >= 1


@settings(
    max_examples=many(150),
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.function_scoped_fixture],
    deadline=None,
)
@given(outlines())
def test_any_outline_gives_lessons_or_messages(tmp_path, text):
    check(tmp_path, text)


@settings(max_examples=many(60), suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.text(max_size=80))
def test_any_text_gives_messages(tmp_path, text):
    (tmp_path / "lesson.yaml").write_bytes(text.encode("utf-8", "surrogatepass"))
    assert read_lesson(tmp_path / "lesson.yaml", tmp_path).has_errors
