"""Building a lesson in another language: refused where something is missing, allowed as a draft, current again after a change."""

import json
from pathlib import Path

import pytest
from pypdfium2 import PdfDocument

from hornbook.build.making import check, make
from hornbook.build.options import Options
from hornbook.build.translating import extract, statuses, update
from hornbook.build.workspace import LessonPlace, built_in, find_lesson
from hornbook.cli import main
from hornbook.diagnostics import Severity
from hornbook.lesson.reader import read_lesson
from hornbook.translations.collecting import Collecting
from support.shipped import LESSONS
from translations.lessons import OUTLINE, write_lesson, write_po


def place_of(outline: Path) -> LessonPlace:
    found = find_lesson(str(outline), outline.parents[2])
    assert found is not None
    return found


def all_words(outline: Path) -> dict[str, str]:
    """A translation of everything that only puts a sign before each text."""
    collecting = Collecting()
    read_lesson(outline, outline.parents[2], translate=collecting)
    return {text: f"¡{text}" for text in collecting.texts}


def codes(outline: Path, **options: object) -> list[str]:
    said = check((place_of(outline),), Options(language="es", **options), outline.parents[2])  # type: ignore[arg-type]
    return [each.code for each in said]


def test_a_complete_translation_is_built_under_its_own_names(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    outline = write_lesson(tmp_path)
    write_po(outline, "es", all_words(outline))
    monkeypatch.chdir(tmp_path)
    made = make((place_of(outline),), Options(language="es"), tmp_path, lambda _: None)["safe"]
    assert not made.failed, [each.message for each in made.diagnostics]
    names = sorted(output.path.name for output in made.outputs)
    assert names == [
        "guided-notes-parents-es.pdf", "guided-notes-teens-es.pdf", "safe-accessibility-parents-es.txt",
        "safe-accessibility-teens-es.txt", "safe-parents-es.pdf", "safe-parents-es.pptx", "safe-teens-es.pdf",
        "safe-teens-es.pptx",
    ]  # fmt: skip
    assert all(output.language == "es" for output in made.outputs)


def test_a_translation_does_not_take_the_place_of_what_is_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    outline = write_lesson(tmp_path)
    write_po(outline, "es", all_words(outline))
    monkeypatch.chdir(tmp_path)
    make((place_of(outline),), Options(), tmp_path, lambda _: None)
    make((place_of(outline),), Options(language="es"), tmp_path, lambda _: None)
    assert (tmp_path / "out" / "safe" / "safe-teens.pptx").is_file()
    assert (tmp_path / "out" / "safe" / "safe-teens-es.pptx").is_file()


def test_a_text_without_a_translation_is_an_error_at_its_place_in_the_outline(tmp_path: Path):
    outline = write_lesson(tmp_path)
    words = all_words(outline)
    del words["Reports rose"]
    write_po(outline, "es", words)
    said = [each for each in check((place_of(outline),), Options(language="es"), tmp_path) if each.code == "HB702"]
    assert {(each.span.line, each.message) for each in said if each.span} == {
        (26, '"Reports rose" is not translated (es).')
    }


def test_a_card_may_be_ready_before_the_lesson_is(tmp_path: Path):
    outline = write_lesson(tmp_path)
    needed = (
        "Good numbers",
        "You are not alone",
        "You may ask",
        "Safe online",
        "Our school",
        "For you",
        "For your family",
    )
    write_po(outline, "es", {text: f"¡{text}" for text in needed})
    assert "HB702" in codes(outline)
    assert "HB702" not in codes(outline, only=("wallet-cards",))


def test_a_draft_shows_what_is_not_translated_with_a_mark(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    outline = write_lesson(tmp_path)
    words = all_words(outline)
    del words["Reports rose"]
    write_po(outline, "es", words)
    monkeypatch.chdir(tmp_path)
    made = make((place_of(outline),), Options(language="es", draft=True), tmp_path, lambda _: None)["safe"]
    assert not made.failed
    deck = next(output.path for output in made.outputs if output.path.name == "safe-teens-es.pdf")
    text = " ".join(PdfDocument(deck)[index].get_textpage().get_text_range() for index in range(4))
    assert "[?] Reports rose" in text


def test_a_language_that_is_not_there_is_an_error_that_says_how_to_begin(tmp_path: Path):
    outline = write_lesson(tmp_path)
    said = check((place_of(outline),), Options(language="vi"), tmp_path)
    (missing,) = [each for each in said if each.code == "HB701"]
    assert "hornbook translate update vi" in missing.hint


def test_the_languages_own_tag_may_be_asked_for(tmp_path: Path):
    outline = write_lesson(tmp_path)
    said = check((place_of(outline),), Options(language="en-GB"), tmp_path)
    assert not [each for each in said if each.code.startswith("HB7")]


@pytest.mark.parametrize(
    ("text", "said", "lost"),
    [
        ("For an adult it means ==force== or ==fraud== [@tvpa]", "Para un adulto es fuerza [@tvpa]", "key words"),
        ("For an adult it means ==force== or ==fraud== [@tvpa]", "Es ==fuerza== o ==fraude==", "the citation"),
        ("Ask <<school_contact>>", "Pregunte en la escuela", "the name"),
        ("See [the page](https://example.org/help)", "Vea [la página](https://example.org/ayuda)", "the link to"),
    ],
)
def test_markup_that_a_translation_loses_is_an_error_at_its_place_in_the_file(
    tmp_path: Path, text: str, said: str, lost: str
):
    outline = write_lesson(tmp_path)
    po = write_po(outline, "es", {**all_words(outline), text: said})
    found = [each for each in check((place_of(outline),), Options(language="es"), tmp_path) if each.code == "HB705"]
    assert found
    assert lost in found[0].message
    assert found[0].span is not None
    line = po.read_text("utf-8").split("\n")[found[0].span.line - 1]
    assert line.startswith("msgstr")


def test_a_file_that_is_no_gettext_file_is_an_error_and_not_a_traceback(tmp_path: Path):
    outline = write_lesson(tmp_path)
    (outline.parent / "po").mkdir()
    for text in (
        'msgid "Safe',
        "nothing at all",
        'msgstr "first"\nmsgid 12',
        'msgid "a"\nmsgstr "b"\n\nmsgid "a"\nmsgstr[7] "c"',
    ):
        (outline.parent / "po" / "es.po").write_text(text, "utf-8")
        found = codes(outline)
        assert "HB704" in found or "HB702" in found, (text, found)


def test_changing_one_sentence_makes_one_text_fuzzy_in_each_language(tmp_path: Path):
    outline = write_lesson(tmp_path)
    place = place_of(outline)
    for language in ("es", "fr"):
        write_po(outline, language, all_words(outline))
    outline.write_text(OUTLINE.replace("It takes away a choice", "It takes away each choice"), "utf-8")
    for language in ("es", "fr"):
        assert not update(place, language, tmp_path).failed
    states = [status for status, _ in statuses(place, Options(), tmp_path)]
    assert [(status.language, status.fuzzy, status.missing) for status in states if status] == [
        ("es", ("It takes away each choice",), ()),
        ("fr", ("It takes away each choice",), ()),
    ]
    assert "HB702" in codes(outline)


def test_updating_twice_changes_nothing_and_keeps_the_header(tmp_path: Path):
    outline = write_lesson(tmp_path)
    place = place_of(outline)
    write_po(outline, "es", all_words(outline), {"Last-Translator": "Ana", "X-Reviewed-By": "Luz"})
    update(place, "es", tmp_path)
    first = (outline.parent / "po" / "es.po").read_bytes()
    update(place, "es", tmp_path)
    assert (outline.parent / "po" / "es.po").read_bytes() == first
    assert b"Last-Translator: Ana" in first
    assert extract(place, tmp_path).texts == first.count(b"\nmsgid ")


def test_updating_again_keeps_what_a_fuzzy_text_was_before(tmp_path: Path):
    outline = write_lesson(tmp_path)
    place = place_of(outline)
    po = write_po(outline, "es", all_words(outline))
    outline.write_text(OUTLINE.replace("It takes away a choice", "It takes away each choice"), "utf-8")
    update(place, "es", tmp_path)
    first = po.read_bytes()
    assert b'#, fuzzy\n#| msgid "It takes away a choice"\n' in first
    update(place, "es", tmp_path)
    assert po.read_bytes() == first


@pytest.mark.parametrize("charset", ["ISO-8859-1", "CHARSET", "no such thing"])
def test_a_file_with_windows_line_ends_or_another_encoding_in_its_header_is_brought_up_to_date(
    tmp_path: Path, charset: str
):
    outline = write_lesson(tmp_path)
    po = write_po(outline, "es", all_words(outline))
    po.write_bytes(po.read_bytes().replace(b"charset=UTF-8", f"charset={charset}".encode()).replace(b"\n", b"\r\n"))
    assert not update(place_of(outline), "es", tmp_path).failed
    text = po.read_text("utf-8")
    assert text.count('msgid ""\nmsgstr ""\n') == 1
    assert text.count('msgid "Words"\nmsgstr "¡Words"\n') == 1


def test_a_translation_says_on_its_pages_that_nobody_has_reviewed_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    outline = write_lesson(tmp_path)
    monkeypatch.chdir(tmp_path)
    said = "Traducción aún no revisada"
    for header, shown in ({}, True), ({"X-Reviewed-By": "Luz Ramos", "X-Reviewed-On": "2026-11-20"}, False):
        write_po(outline, "es", all_words(outline), header)
        made = make((place_of(outline),), Options(language="es"), tmp_path, lambda _: None)["safe"]
        for output in (each for each in made.outputs if each.path.suffix == ".pdf"):
            assert (said in PdfDocument(output.path)[0].get_textpage().get_text_range()) == shown, output.path.name


def test_a_translation_warns_until_a_person_has_reviewed_it(tmp_path: Path):
    outline = write_lesson(tmp_path)
    write_po(outline, "es", all_words(outline))
    assert "HB706" in codes(outline)
    write_po(outline, "es", all_words(outline), {"X-Reviewed-By": "Luz Ramos", "X-Reviewed-On": "2026-11-20"})
    assert "HB706" not in codes(outline)


def test_one_changed_sentence_is_named_at_its_place_in_each_language(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    outline = write_lesson(tmp_path)
    monkeypatch.chdir(tmp_path)
    for language in ("es", "fr"):
        write_po(outline, language, all_words(outline))
    outline.write_text(OUTLINE.replace("Nobody has to speak today.", "Nobody has to speak up today."), "utf-8")
    line, column = 21, 12
    assert outline.read_text("utf-8").split("\n")[line - 1][column - 1 :] == "Nobody has to speak up today."

    def run(*arguments: str) -> str:
        monkeypatch.setattr("sys.argv", ["hornbook", "translate", *arguments])
        with pytest.raises(SystemExit) as left:
            main()
        assert left.value.code == 0
        said = capsys.readouterr()
        return said.out + said.err

    for language in ("es", "fr"):
        run("update", language, "safe")
    said = run("status", "safe")
    place = f"decks/safe/lesson.yaml:{line}:{column}"
    assert said.count(", 1 fuzzy, 0 missing, 0 too long; not reviewed yet") == 2
    assert said.count("    fuzzy: ") == said.count(f"    fuzzy: {place}: Nobody has to speak up today.\n") == 2
    for status in json.loads(run("status", "safe", "--json"))["languages"]:
        assert status["fuzzy"] == ["Nobody has to speak up today."]
        assert status["places"] == {"Nobody has to speak up today.": place}
        assert (status["missing"], status["done"]) == ([], status["texts"] - 1)


def test_a_file_that_poedit_saved_is_read_and_kept(tmp_path: Path):
    outline = write_lesson(tmp_path)
    po = write_po(outline, "es", all_words(outline))
    header = (
        '# The texts.\nmsgid ""\nmsgstr ""\n"Project-Id-Version: safe\\n"\n"POT-Creation-Date: \\n"\n'
        '"PO-Revision-Date: 2026-11-24 16:00+0100\\n"\n"Last-Translator: Éloïse \\"Lo\\" <lo@example.org>\\n"\n"Language-Team: \\n"\n'
        '"Language: \\n"\n"MIME-Version: 1.0\\n"\n"Content-Type: text/plain; charset=UTF-8\\n"\n"Content-Transfer-Encoding: 8bit\\n"\n'
        '"Plural-Forms: nplurals=3; plural=(n%10==1 && n%100!=11 ? 0 : n%10>=2 && n"\n"%10<=4 && (n%100<12 || n%100>14) ? 1 : 2);\\n"\n'
        '"X-Generator: Poedit 3.4.2\\n"\n"X-Reviewed-By: Éloïse \\"Lo\\"\\n"\n"X-Reviewed-On: 2026-11-24\\n"\n\n'
    )
    wrapped = (
        po.read_text("utf-8")
        .partition("\n\n")[2]
        .replace('msgstr "¡It takes away a', 'msgstr ""\n"¡It takes "\n"away a')
    )
    po.write_text(header + wrapped, "utf-8")
    states = [status for status, _ in statuses(place_of(outline), Options(), tmp_path)]
    assert [(status.done, status.total, status.reviewed_by) for status in states if status] == [
        (len(all_words(outline)), len(all_words(outline)), 'Éloïse "Lo"')
    ]
    assert not update(place_of(outline), "es", tmp_path).failed
    assert po.read_text("utf-8").startswith(header)


def test_status_and_update_speak_to_scripts(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
):
    write_lesson(tmp_path)
    monkeypatch.chdir(tmp_path)
    for arguments in (["translate", "update", "es", "safe", "--json"], ["translate", "status", "safe", "--json"]):
        monkeypatch.setattr("sys.argv", ["hornbook", *arguments])
        with pytest.raises(SystemExit) as left:
            main()
        assert left.value.code == 0
    first, second = capsys.readouterr().out.split("\n}\n")[:2]
    assert json.loads(first + "}")["outputs"][0]["path"] == "decks/safe/po/es.po"
    (status,) = json.loads(second + "}")["languages"]
    assert status["done"] == 0
    assert len(status["missing"]) == status["texts"]


@pytest.mark.parametrize("name", LESSONS)
def test_a_lesson_fits_when_every_text_is_40_percent_longer(name: str):
    place = find_lesson(name, built_in())
    assert place is not None
    said = check((place,), Options(language="en-XA"), built_in())
    assert not [each for each in said if each.severity is Severity.ERROR]


def test_a_file_that_poedit_named_with_a_region_is_found_by_the_message(tmp_path: Path):
    outline = write_lesson(tmp_path)
    write_po(outline, "es_ES", all_words(outline))
    said = check((place_of(outline),), Options(language="es"), tmp_path)
    assert [each.hint for each in said if each.code == "HB701"] == ["There is po/es_ES.po. Rename it to po/es.po."]
