"""A translation may be for some of the outputs only, and says so in its header."""

import json
from pathlib import Path

import pytest

from hornbook.build.making import check, make
from hornbook.build.options import Made, Options
from hornbook.build.translating import statuses, update
from hornbook.cli import main
from hornbook.diagnostics import Severity
from hornbook.lesson.variants import Variant
from translations.lessons import OUTLINE, write_lesson, write_po
from translations.test_building import all_words, place_of

CARD = (
    "Good numbers",
    "You are not alone",
    "You may ask",
    "Safe online",
    "Help: 1-888-373-7888",
    "Line",
    "For you",
    "For your family",
)
ASKED = OUTLINE.replace(
    "handouts: [guided-notes]", "handouts: [guided-notes, wallet-cards, {recipe: quiz, for: teens}]"
).replace(
    "  - id: school\n",
    '  - {id: line, name: Line, short: "Help: 1-888-373-7888", call: 1-888-373-7888}\n  - id: school\n',
)


def covering(folder: Path, covers: str, words: dict[str, str] | None = None) -> Path:
    """A lesson with a Spanish translation for the outputs of that name."""
    outline = write_lesson(folder, ASKED)
    words = {text: f"¡{text}" for text in CARD} if words is None else words
    write_po(outline, "es", words, {"X-Hornbook-Covers": covers})
    return outline


def built(outline: Path, **options: object) -> Made:
    root = outline.parents[2]
    wanted = Options(language="es", out=root / "out", **options)  # type: ignore[arg-type]
    return make((place_of(outline),), wanted, root, lambda _: None)["safe"]


def names(made: Made) -> list[str]:
    assert not made.failed, [each.message for each in made.diagnostics]
    return sorted(output.path.name for output in made.outputs)


def test_a_build_makes_what_the_language_covers_and_says_so(tmp_path: Path):
    made = built(covering(tmp_path, "wallet-cards"))
    assert names(made) == ["wallet-cards-parents-es.pdf", "wallet-cards-teens-es.pdf"]
    (said,) = [each for each in made.diagnostics if each.code == "HB708"]
    assert said.severity is Severity.NOTE
    assert "(es): wallet-cards." in said.message


def test_nothing_is_said_of_parts_that_are_not_translated_and_not_built(tmp_path: Path):
    said = built(covering(tmp_path, "wallet-cards")).diagnostics
    assert not [each.message for each in said if any("\ue000" <= sign <= "\uf8ff" for sign in each.message)]
    assert "HB526" not in {each.code for each in said}


def test_an_audience_gets_only_what_it_is_to_have(tmp_path: Path):
    outline = covering(tmp_path, "quiz, deck", all_words(write_lesson(tmp_path, ASKED)))
    assert names(built(outline)) == ["quiz-teens-es.pdf", "safe-parents-es.pptx", "safe-teens-es.pptx"]
    outline = covering(tmp_path, "quiz", all_words(outline))
    assert names(built(outline)) == ["quiz-teens-es.pdf"]
    assert names(built(outline, audiences=("parents",))) == []


def test_something_else_may_still_be_asked_for_by_name(tmp_path: Path):
    outline = covering(tmp_path, "wallet-cards", all_words(write_lesson(tmp_path, ASKED)))
    made = built(outline, only=("guided-notes",))
    assert names(made) == ["guided-notes-parents-es.pdf", "guided-notes-teens-es.pdf"]
    assert "HB708" not in {each.code for each in made.diagnostics}


def test_large_print_of_what_is_covered_has_no_deck(tmp_path: Path):
    outline = covering(tmp_path, "deck, guided-notes", all_words(write_lesson(tmp_path, ASKED)))
    made = built(outline, variant=Variant(large=18), audiences=("teens",))
    assert names(made) == ["guided-notes-teens-es-large-print.pdf"]


@pytest.mark.parametrize(
    ("field", "line", "column", "meant"),
    [
        ("wallet-card, deck", 4, 21, 'Did you mean "wallet-cards"?'),
        ('deck, "\n"fact sheet', 5, 2, 'Did you mean "fact-sheet"?'),
        ("everything", 4, 21, "There are: deck, deck-pdf, accessibility, "),
    ],
)
def test_an_output_that_there_is_not_is_an_error_at_its_place(
    tmp_path: Path, field: str, line: int, column: int, meant: str
):
    outline = covering(tmp_path, field)
    place = place_of(outline)
    said = [each for each in check((place,), Options(language="es"), tmp_path) if each.severity is Severity.ERROR]
    assert [each.code for each in said] == ["HB707"]
    (wrong,) = said
    assert wrong.span is not None
    assert (wrong.span.line, wrong.span.column) == (line, column)
    assert wrong.hint.startswith(meant)
    assert [(status, [each.code for each in found]) for status, found in statuses(place, Options(), tmp_path)] == [
        (None, ["HB707"])
    ]


@pytest.mark.parametrize("field", ["", " ", ",", " , ,"])
def test_a_field_that_is_empty_covers_the_whole_lesson(tmp_path: Path, field: str):
    outline = covering(tmp_path, field, all_words(write_lesson(tmp_path, ASKED)))
    made = built(outline, audiences=("teens",))
    assert {"safe-teens-es.pptx", "guided-notes-teens-es.pdf", "wallet-cards-teens-es.pdf"} <= set(names(made))


def test_updating_keeps_the_field_and_offers_it_to_a_new_language(tmp_path: Path):
    outline = covering(tmp_path, "wallet-cards")
    for language, field in ("es", "wallet-cards"), ("fr", ""):
        assert not update(place_of(outline), language, tmp_path).failed
        text = (outline.parent / "po" / f"{language}.po").read_text("utf-8")
        assert f'"X-Hornbook-Covers: {field}\\n"' in text
    assert names(built(outline))[0].startswith("wallet-cards")


def test_status_counts_the_texts_of_each_output(tmp_path: Path):
    words = {text: f"¡{text}" for text in CARD if text != "You may ask"}
    outline = covering(tmp_path, "wallet-cards, quiz", words)
    (status,) = [status for status, _ in statuses(place_of(outline), Options(), tmp_path) if status]
    assert status.covers == ("wallet-cards", "quiz")
    assert list(status.outputs) == ["wallet-cards", "quiz"]
    card, quiz = status.outputs.values()
    assert (card.done, card.missing) == (6, ("You may ask",))
    assert "Which helps?" in quiz.missing
    assert "Reports rose" not in status.missing
    assert set(status.missing) == {*card.missing, *quiz.missing}


def test_status_says_which_output_a_text_is_too_long_for(tmp_path: Path):
    words = {text: f"¡{text}" for text in CARD} | {"You may ask": "Donaudampfschifffahrtselektrizitäten" * 3}
    outline = covering(tmp_path, "wallet-cards", words)
    (status,) = [status for status, _ in statuses(place_of(outline), Options(), tmp_path) if status]
    said = status.outputs["wallet-cards"].too_long
    assert any("wider than its column" in each for each in said)
    assert status.too_long == said


def test_a_language_for_the_whole_lesson_shows_how_far_each_output_is(tmp_path: Path):
    outline = covering(tmp_path, "")
    (status,) = [status for status, _ in statuses(place_of(outline), Options(), tmp_path) if status]
    assert status.outputs["wallet-cards"].complete
    assert not status.outputs["deck"].complete
    assert status.total > len(status.outputs["wallet-cards"].missing) + status.outputs["wallet-cards"].done


def test_status_tells_people_and_scripts_alike(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    covering(tmp_path, "wallet-cards")
    monkeypatch.chdir(tmp_path)
    for arguments in (["status", "safe"], ["status", "safe", "--json"]):
        monkeypatch.setattr("sys.argv", ["hornbook", "translate", *arguments])
        with pytest.raises(SystemExit) as left:
            main()
        assert left.value.code == 0
    out, said = capsys.readouterr()
    assert "safe es: 7 of 7 done, 0 fuzzy, 0 missing, 0 too long; for wallet-cards; not reviewed yet\n" in said
    assert "    wallet-cards: 7 of 7 done, 0 fuzzy, 0 missing, 0 too long\n" in said
    (status,) = json.loads(out)["languages"]
    assert status["covers"] == ["wallet-cards"]
    assert status["outputs"] == {
        "wallet-cards": {"texts": 7, "done": 7, "fuzzy": [], "missing": [], "too_long": [], "no_font": []}
    }


def test_status_says_which_texts_no_font_draws_and_does_not_call_them_long(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    words = {text: f"¡{text}" for text in CARD} | {"You may ask": "\U00012000" * 120}
    covering(tmp_path, "wallet-cards", words)
    monkeypatch.chdir(tmp_path)
    for arguments in (["status", "safe"], ["status", "safe", "--json"]):
        monkeypatch.setattr("sys.argv", ["hornbook", "translate", *arguments])
        with pytest.raises(SystemExit):
            main()
    out, said = capsys.readouterr()
    assert "safe es: 7 of 7 done, 0 fuzzy, 0 missing, 0 too long, 1 without a font; for wallet-cards" in said
    assert "    no font: You may ask\n" in said
    (status,) = json.loads(out)["languages"]
    assert (status["no_font"], status["too_long"]) == (["You may ask"], [])
    assert status["outputs"]["wallet-cards"]["no_font"] == ["You may ask"]


def test_status_says_what_keeps_a_lesson_from_being_read(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    covering(tmp_path, "wallet-cards")
    (tmp_path / "hornbook.yaml").write_text("", "utf-8")
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("sys.argv", ["hornbook", "translate", "status", "safe"])
    with pytest.raises(SystemExit) as left:
        main()
    assert left.value.code == 1
    said = capsys.readouterr().err
    assert said.count("HB102") == 1
    assert "safe es:" not in said
    assert "no translations yet" not in said
