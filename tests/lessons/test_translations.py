"""The translations that ship: whole, up to date with the outline, and honest about who has read them."""

import re
import shutil
from pathlib import Path

import pytest
from babel.messages.pofile import read_po

from hornbook.build.making import make
from hornbook.build.options import Options
from hornbook.build.translating import statuses, update
from hornbook.build.workspace import LessonPlace, find_lesson
from hornbook.diagnostics import Severity
from hornbook.locale import phrase
from support.counts import LONG
from support.validators import deck_problems, pdf_problems, pdfium_text

ROOT = Path(__file__).resolve().parents[2]
SHIPPED = sorted(path for path in (ROOT / "decks").glob("*/po/*.po"))
SPANISH = "human-trafficking-and-the-internet"
FOR_A_PERSON = {"HB501", "HB502", "HB503", "HB706"}
HANDED_OUT = ("wallet-cards", "fact-sheet", "tear-off-poster")
IN_PART = {
    "ar": ("لست وحدك", "أين تجد المساعدة"),
    "fr": ("Vous n’êtes pas seul(e)", "Jour et nuit"),
    "ht": ("Ou pa poukont ou", "Poze kesyon pa mete pèsonn nan pwoblèm."),
    "ko": ("당신은 혼자가 아닙니다", "강요(협박이나 압박)를"),
    "pt": ("Você não está só", "Perguntar não causa problemas a ninguém."),
    "ru": ("Вы не одни", "Вопрос никому не принесёт неприятностей."),
    "tl": ("Hindi ka nag-iisa", "Walang mapapahamak sa pagtatanong."),
    "vi": ("Bạn không đơn độc", "Hỏi không làm ai gặp rắc rối."),
    "zh-Hans": ("你并不孤单", "有人在网上向"),
    "zh-Hant": ("你並不孤單", "秘密：「這是我們之間的事」"),
}
"""The languages in which there are cards, a fact sheet and a poster, each with words that stand on one line there."""
DECLARED: dict[tuple[str, str], tuple[str, ...]] = {
    (SPANISH, "es"): (),
    **{(SPANISH, language): HANDED_OUT for language in IN_PART},
}
"""What each translation that ships is for; nothing is named where it is for the whole lesson."""


KEPT = re.compile(r"\d(?:-?\d{3,4}){2,}|(?:[a-z0-9]+\.)+(?:org|gov|com)(?![a-z])")
"""What a translation never changes: a telephone number, a short code, an address."""


def place_of(name: str) -> LessonPlace:
    found = find_lesson(name, ROOT)
    assert found is not None
    return found


@pytest.mark.parametrize("name", sorted({path.parents[1].name for path in SHIPPED}))
def test_every_translation_has_every_text_that_it_is_for_and_none_is_out_of_date(name):
    found = [*statuses(place_of(name), Options(), ROOT)]
    assert [[each for each in diagnostics if each.severity is Severity.ERROR] for _, diagnostics in found] == [
        []
    ] * len(found)
    states = {status.language: status for status, _ in found if status}
    assert {language: status.covers for language, status in states.items()} == {
        language: covers for (lesson, language), covers in DECLARED.items() if lesson == name
    }
    for language, status in states.items():
        assert (status.fuzzy, status.missing, status.too_long) == ((), (), ()), language
        assert set(status.covers) <= set(status.outputs), language
        assert status.done
        assert all(progress.complete for progress in status.outputs.values()), language


def test_the_lesson_on_trafficking_builds_in_spanish(tmp_path):
    only = () if LONG else ("deck", "wallet-cards", "fact-sheet", "vocabulary-cards")
    audiences = () if LONG else ("classroom",)
    options = Options(out=tmp_path, language="es", only=only, audiences=audiences, cache=None)
    (made,) = make([place_of(SPANISH)], options, ROOT, lambda _: None).values()
    assert [each for each in made.diagnostics if each.severity is Severity.ERROR] == []
    for_the_whole = set() if LONG else {"HB506", "HB527"}  # whom and what other sheets name
    assert {each.code for each in made.diagnostics} <= FOR_A_PERSON | for_the_whole
    assert made.outputs
    for path in (output.path for output in made.outputs):
        if path.suffix == ".pptx":
            assert deck_problems(path.read_bytes()) == [], path.name
        elif path.suffix == ".pdf":
            assert pdf_problems(path.read_bytes()) == [], path.name


@pytest.mark.parametrize("paper", ["letter", "a4"])
@pytest.mark.parametrize("language", sorted(IN_PART))
def test_cards_fact_sheet_and_poster_are_made_in_each_language_on_both_papers(tmp_path, language, paper):
    audiences = () if LONG else ("community",)
    options = Options(out=tmp_path, language=language, paper=paper, audiences=audiences, cache=None)
    (made,) = make([place_of(SPANISH)], options, ROOT, lambda _: None).values()
    assert [each for each in made.diagnostics if each.severity is Severity.ERROR] == []
    assert {each.code for each in made.diagnostics if each.severity is Severity.WARNING} <= {*FOR_A_PERSON, "HB506"}
    assert [output.recipe for output in made.outputs] == list(HANDED_OUT) * (3 if LONG else 1)
    assert {(output.recipe, output.pages) for output in made.outputs} == {
        ("wallet-cards", 2),
        ("fact-sheet", 2),
        ("tear-off-poster", 1),
    }
    for output in made.outputs:
        data = output.path.read_bytes()
        assert pdf_problems(data) == [], output.path.name
        text = " ".join(pdfium_text(data).split())
        assert all(number in text for number in ("1-888-373-7888", "233733", "911")), text
        assert phrase("unreviewed", language) in text
    text = "\n".join(pdfium_text(output.path.read_bytes()) for output in made.outputs)
    text = text.replace("\u200e", "").replace("\u200f", "")  # marks of direction between the words
    assert all(words in text for words in IN_PART[language]), text


@pytest.mark.parametrize("path", SHIPPED, ids=lambda path: path.stem)
def test_a_translation_keeps_telephone_numbers_and_addresses(path):
    for message in read_po(path.read_bytes().splitlines(keepends=True)):
        if message.id and message.string:
            assert KEPT.findall(message.string) == KEPT.findall(message.id), message.id


def test_one_changed_sentence_of_the_lesson_is_the_only_text_to_translate_again(tmp_path):
    before, after = "You can ask for help, day or night.", "You can ask for advice, day or night."
    for folder in ("contacts", SPANISH):
        shutil.copytree(ROOT / "decks" / folder, tmp_path / "decks" / folder)
    (tmp_path / "hornbook.yaml").write_text("{}\n", "utf-8")
    outline = tmp_path / "decks" / SPANISH / "lesson.yaml"
    text = outline.read_text("utf-8")
    assert text.count(before) == 1
    outline.write_text(text.replace(before, after), "utf-8")
    place = find_lesson(str(outline), tmp_path)
    assert place is not None
    languages = ("es", *IN_PART)
    for language in languages:
        assert not update(place, language, tmp_path).failed
    states = {status.language: status for status, _ in statuses(place, Options(), tmp_path) if status}
    assert set(states) == set(languages)
    changed = f"It is not your fault. {after}"
    line = outline.read_text("utf-8").partition(after)[0].count("\n") + 1
    for language, status in states.items():
        assert (status.fuzzy, status.missing) == ((changed,), ()), language
        assert status.places[changed].startswith(f"decks/{SPANISH}/lesson.yaml:{line}:"), language
        assert {name for name, output in status.outputs.items() if output.fuzzy} == {"tear-off-poster"}, language
