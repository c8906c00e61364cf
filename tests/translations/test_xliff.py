"""A language on its way to an agency and back, as XLIFF: nothing is lost, and what came back damaged is not taken."""

import json
import re
import shutil
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from hornbook.build.exchanging import export, take
from hornbook.build.making import check
from hornbook.build.options import Options
from hornbook.build.translating import Written, statuses, update
from hornbook.build.workspace import built_in, find_lesson
from hornbook.cli import main
from hornbook.diagnostics import SourceFile
from hornbook.translations.catalog import read_translation
from hornbook.translations.codes import Piece, codes, pieces
from hornbook.translations.xliff_reading import read_xliff, words_of
from hornbook.translations.xliff_writing import Exchange, Unit, unit_id, xliff_bytes
from support.counts import many
from translations.lessons import OUTLINE, write_lesson, write_po
from translations.test_building import all_words, place_of
from translations.test_covering import CARD, covering

SCHEMA = etree.RelaxNG(etree.parse(Path(__file__).with_name("xliff12.rng")))
MARKED = "For an adult it means ==force== or ==fraud== [@tvpa]"
LINKED = "See [the page](https://example.org/help)"
NAMED = "Ask <<school_contact>>"
BODY = """\
<?xml version="1.0"?>
<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2">
<file original="safe" source-language="en-US" target-language="es" datatype="plaintext"><header></header><body>
{}</body></file></xliff>
"""


@pytest.fixture
def outline(tmp_path: Path) -> Path:
    return write_lesson(tmp_path)


def sent(outline: Path) -> Path:
    """The file that an agency gets."""
    written = export(place_of(outline), "es", outline.parents[2])
    assert not written.failed, written.diagnostics
    return written.path


def back(outline: Path, path: Path) -> Written:
    return take(path, lambda _: place_of(outline), outline.parents[2])


def changed(path: Path, *pairs: tuple[str, str]) -> None:
    text = path.read_text("utf-8")
    for old, new in pairs:
        assert old in text, old
        text = text.replace(old, new)
    path.write_text(text, "utf-8")


def said(written: Written) -> list[tuple[str, str]]:
    """Codes of the messages, each with the line at which it stands."""
    return [(each.code, each.span.file.line(each.span.line)) for each in written.diagnostics if each.span]


def joined(found: tuple[Piece, ...]) -> str:
    return "".join(each if isinstance(each, str) else each.begin + joined(each.content) + each.end for each in found)


@given(st.text(alphabet="=*[]()<>@`_ ab\n\\", max_size=60))
def test_a_text_is_its_words_and_codes(text):
    assert joined(pieces(text)) == text


def test_names_citations_key_words_and_links_are_codes():
    found = pieces("a ==b <<c>>== [d](e) [@f] `g` **h *i* j**")
    assert [piece.kind for piece in codes(found)] == ["key", "value", "link", "citation", "code", "bold", "italic"]


def test_the_file_is_as_the_standard_wants_it(outline):
    write_po(
        outline,
        "es",
        {**all_words(outline), MARKED: "Es [@tvpa] ==fuerza== o ==fraude=="},
        {"X-Reviewed-By": 'L. "R" & <Co>'},
    )
    tree = etree.parse(sent(outline))
    assert SCHEMA.validate(tree), SCHEMA.error_log
    text = etree.tostring(tree, encoding="unicode")
    assert (
        '<g id="1" ctype="x-key">force</g> or <g id="2" ctype="x-key">fraud</g> <ph id="3" ctype="x-citation">[@tvpa]</ph>'
        in text
    )
    assert (
        '<target state="translated">Es <ph id="3" ctype="x-citation">[@tvpa]</ph> <g id="1" ctype="x-key">fuerza</g>'
        in text
    )
    assert '<note from="developer">At most about 60 letters.</note>' in text
    assert '<context context-type="linenumber">7</context>' in text


def test_a_shipped_lesson_comes_back_as_it_was(tmp_path):
    name = "human-trafficking-and-the-internet"
    for folder in ("contacts", name):
        shutil.copytree(built_in() / "decks" / folder, tmp_path / "decks" / folder)
    place = find_lesson(name, tmp_path)
    assert place is not None
    written = export(place, "es", tmp_path)
    assert not written.failed
    assert SCHEMA.validate(etree.parse(written.path)), SCHEMA.error_log
    before = (tmp_path / "decks" / name / "po" / "es.po").read_bytes()
    assert not take(written.path, lambda _: place, tmp_path).failed
    assert (tmp_path / "decks" / name / "po" / "es.po").read_bytes() == before


WORDS = st.text(st.characters(codec="utf-8", exclude_categories=("Cc", "Cs"), exclude_characters="\x85\u2028\u2029\ufeff"), max_size=12)  # fmt: skip
MARKS = st.sampled_from(
    ["==", "**", "*", "<<", ">>", "[@tvpa]", "<<school_contact>>", "&amp;", "]]>", "\n", "  ", "`a`"]
)


@st.composite
def translated(draw, text: str) -> tuple[str, bool]:
    """Words that kept what they have to keep, in another order; and the old ones of a fuzzy text, which may have lost anything."""
    if draw(st.booleans()):
        parts = draw(st.lists(WORDS | MARKS, max_size=6))
        return "".join(parts), True
    codes = draw(st.permutations([joined((each,)) for each in pieces(text) if not isinstance(each, str)]))
    plain = draw(WORDS.filter(lambda words: not re.search(r"[=*`<>\[\]_\\@]", words)))
    return " ".join([f"x{plain}", *codes]), False


@settings(max_examples=many(25), deadline=None)
@given(st.data())
def test_po_to_xliff_to_po_is_the_identity(tmp_path_factory, data):
    outline = write_lesson(tmp_path_factory.mktemp("trip"))
    texts = data.draw(st.lists(st.sampled_from(sorted(all_words(outline))), unique=True))
    words = {text: data.draw(translated(text)) for text in texts}
    name = data.draw(st.sampled_from(["", "Luz Ramos", 'A "B" \\ & <C>', "阮氏"]))
    po = write_po(
        outline,
        "es",
        {text: words for text, (words, _) in words.items()},
        {"X-Reviewed-On": "2026-11-20"} if name else {},
    )
    mark_fuzzy(po, {text for text, (_, fuzzy) in words.items() if fuzzy})
    place, here = place_of(outline), outline.parents[2]
    fields = {"X-Reviewed-By": name} if name else {}
    assert not update(place, "es", here, fields=fields).failed
    before, path = po.read_bytes(), sent(outline)
    assert SCHEMA.validate(etree.parse(path)), SCHEMA.error_log
    assert back(outline, path).diagnostics == ()
    assert po.read_bytes() == before
    known = reading(po)
    po.unlink()
    assert back(outline, path).diagnostics == ()
    assert reading(po) == known


def mark_fuzzy(po: Path, texts: set[str]) -> None:
    from babel.messages.pofile import read_po, write_po

    header = po.read_bytes().partition(b"\n\n")[0]
    with po.open("rb") as file:
        catalog = read_po(file)
    for message in catalog:
        if message.id in texts:
            message.flags.add("fuzzy")
    with po.open("wb") as file:
        file.write(header + b"\n\n")
        write_po(file, catalog, omit_header=True)


def reading(po: Path) -> object:
    found, _ = read_translation(SourceFile("es.po", po.read_text("utf-8")), "es")
    assert found is not None
    words = {text: (each.text, each.fuzzy) for text, each in found.words.items()}
    return words, found.reviewed_by, found.reviewed_on


def test_what_an_agency_did_is_taken_over(outline):
    words = all_words(outline)
    write_po(
        outline, "es", {text: words[text] for text in ("Words", "Check", "Telling", LINKED)}, {"X-Reviewed-By": ""}
    )
    path = sent(outline)
    unit = f'id="{unit_id("Hiding")}">\n<source>Hiding</source>\n'
    changed(
        path,
        (unit, f"{unit}<target>Callar</target>\n"),
        ('state="translated">¡Check', 'state="needs-review-translation">¡Check'),
        ('state="translated">¡Telling<', ">Decirlo<"),
        (f'id="{unit_id("Words")}">', f'id="{unit_id("Words")}" approved="yes">'),
        ('state="translated">¡Words', 'state="needs-review-l10n">Palabras'),
        ('>¡See <g id="1" ctype="link">the page</g>', '><mrk mtype="seg" mid="0">En <g id="1">la página</g></mrk>'),
        ('"X-Reviewed-By"></note>', '"X-Reviewed-By">Luz\n Ramos</note>'),
    )
    assert back(outline, path).diagnostics == ()
    text, reviewed, _ = reading(outline.parent / "po" / "es.po")
    assert reviewed == "Luz Ramos"
    assert text == {
        "Hiding": ("Callar", False), "Check": ("¡Check", True), "Telling": ("Decirlo", False),
        "Words": ("Palabras", False), "Telling helps.": ("¡Telling", True), LINKED: ("En [la página](https://example.org/help)", False),
    }  # fmt: skip


def test_the_original_in_the_place_of_a_translation_is_none(outline):
    path = sent(outline)
    changed(
        path, ("<source>Words</source>", '<source>Words</source>\n<target state="needs-translation">Words</target>')
    )
    assert back(outline, path).texts == 0


def test_everything_that_is_wrong_is_said_at_its_line_and_nothing_is_written(outline):
    po = write_po(outline, "es", all_words(outline))
    path = sent(outline)
    before = po.read_bytes()
    changed(
        path,
        ('¡For an adult it means <g id="1" ctype="x-key">force</g>', "¡Es fuerza"),
        ('¡Ask <ph id="1" ctype="x-value">&lt;&lt;school_contact&gt;&gt;</ph>', '¡Ask <ph id="1"/><ph id="1"/>'),
        ('>¡See <g id="1" ctype="link">the page</g>', '>¡See <g id="7">la página</g>'),
        (f'id="{unit_id("Telling helps.")}"', 'id="12"'),
        ("<source>Nobody has to speak today.</source>", "<source>Nobody must speak today.</source>"),
        (f'id="{unit_id("Reports rose")}"', f'id="{unit_id("Reports fell")}"'),
    )
    found = said(back(outline, path))
    assert [code for code, _ in found] == ["HB705", "HB705", "HB705", "HB710", "HB710", "HB710"]
    lines = "".join(line for _, line in found)
    for wanted in ("¡Es fuerza", '¡Ask <ph id="1"/><ph id="1"/>', "la página", unit_id("Nobody has to speak today."), 'id="12"', unit_id("Reports fell")):  # fmt: skip
        assert wanted in lines
    assert po.read_bytes() == before


def test_a_text_that_changed_while_the_agency_worked_is_named(outline):
    write_po(outline, "es", all_words(outline))
    path = sent(outline)
    outline.write_text(OUTLINE.replace("It takes away a choice", "It takes away each choice"), "utf-8")
    (found,) = back(outline, path).diagnostics
    assert (found.code, found.message) == ("HB710", 'The lesson has no such text: "It takes away a choice".')
    assert "changed in the outline" in found.hint
    unit = re.search(
        rf'<trans-unit id="{unit_id("It takes away a choice")}">.*?</trans-unit>\n', path.read_text("utf-8"), re.DOTALL
    )
    assert unit is not None
    changed(path, (unit[0], ""))
    assert back(outline, path).diagnostics == ()


def unit(content: str, id: str = "a") -> str:
    return f'<trans-unit id="{id}"><source>a</source>{content}</trans-unit>\n'


@pytest.mark.parametrize(
    ("text", "line", "about"),
    [
        ('<!DOCTYPE x [<!ENTITY a "aa"><!ENTITY b "&a;&a;">]>\n' + BODY.format("&b;"), 1, "entities"),
        ('<!DOCTYPE x SYSTEM "file:///etc/passwd">\n<x/>', 1, "entities"),
        (BODY.format("<a>" * 300_000 + "</a>" * 300_000), 4, "damaged"),
        (BODY.format("<g>" * 1_000_000), 4, "damaged"),
        (BODY.format(unit("<target>&#0;</target>")), 4, "damaged"),
        (BODY.format(unit("<target>a")), 4, "damaged"),
        (BODY.format(unit("") + unit("")), 5, "two units"),
        (BODY.format("").replace('"es"', '"../../es"'), 3, "target-language"),
        (BODY.format("").replace('target-language="es"', ""), 3, "target-language"),
        (BODY.format("").replace("1.2", "2.0"), 1, "XLIFF 2.0"),
        ("<html/>", 1, "not XLIFF"),
        ("", 1, "damaged"),
        (BODY.format(unit("<target>é</target>")).replace("?>", " encoding='ISO-8859-1'?>"), 1, "ISO-8859-1"),
    ],
)  # fmt: skip
def test_a_file_that_is_not_to_be_trusted_is_an_error_at_its_line(text, line, about):
    returned, (found,) = read_xliff(SourceFile("es.xlf", text))
    assert returned is None
    assert found.span is not None
    assert (found.code, found.span.line) == ("HB709", line)
    assert about in found.message


def test_bytes_in_another_encoding_are_named(outline, tmp_path):
    for data in (
        BODY.format(unit("<target>é</target>")).encode("latin-1"),
        BODY.format("é").encode("utf-16"),
        b"\0\1\2",
    ):
        (tmp_path / "es.xlf").write_bytes(data)
        (found,) = back(outline, tmp_path / "es.xlf").diagnostics
        assert found.code in ("HB103", "HB104")


def test_deep_codes_and_thousands_of_units_are_read_in_their_time(outline):
    deep = "<mrk>" * 200 + "a" + "</mrk>" * 200
    many_units = "".join(unit(f"<target>{deep if not n else 'b'}</target>", str(n)) for n in range(20_000))
    returned, _ = read_xliff(SourceFile("es.xlf", BODY.format(many_units)))
    assert returned is not None
    words, found = words_of(returned, ["a"])
    assert not words
    assert len(found) == 20_000


def test_what_stands_inside_a_code_is_not_believed():
    text = f'<trans-unit id="{unit_id(NAMED)}"><source>Ask <ph id="1"/></source><target>Ask <ph id="1">rm -rf</ph></target></trans-unit>'
    returned, _ = read_xliff(SourceFile("es.xlf", BODY.format(text)))
    assert returned is not None
    words, found = words_of(returned, [NAMED])
    assert (words[NAMED].text, found) == (NAMED, ())


def test_a_translation_that_xml_cannot_hold_is_an_error_and_no_traceback(outline):
    write_po(outline, "es", {"Words": "a\x07b"})
    written = export(place_of(outline), "es", outline.parents[2])
    assert [each.code for each in written.diagnostics] == ["HB704"]
    assert "HB704" in [each.code for each in check((place_of(outline),), Options(language="es"), outline.parents[2])]
    assert not (outline.parent / "po" / "es.xlf").exists()


def test_the_same_words_give_the_same_bytes():
    exchange = Exchange("safe", "en-US", "es", [Unit("a", "b", places=[("lesson.yaml", 1)])])
    assert xliff_bytes(exchange) == xliff_bytes(exchange)


def run(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], *arguments: str
) -> tuple[int, dict[str, object]]:
    monkeypatch.setattr("sys.argv", ["hornbook", "translate", *arguments, "--json"])
    with pytest.raises(SystemExit) as left:
        main()
    return int(left.value.code or 0), json.loads(capsys.readouterr().out)


def test_from_the_command_line_the_file_itself_says_where_it_belongs(outline, tmp_path, monkeypatch, capsys):
    monkeypatch.chdir(tmp_path)
    write_po(outline, "es", all_words(outline))
    code, data = run(monkeypatch, capsys, "export", "es", "safe")
    assert (code, data["outputs"][0]["path"]) == (0, "decks/safe/po/es.xlf")
    (tmp_path / "back.xlf").write_bytes(
        (tmp_path / "decks/safe/po/es.xlf").read_bytes().replace(b'original="safe"', b'original="../safe"')
    )
    code, data = run(monkeypatch, capsys, "import", "back.xlf")
    assert (code, [each["code"] for each in data["diagnostics"]]) == (1, ["HB710"])
    assert run(monkeypatch, capsys, "import", "back.xlf", "safe")[0] == 0
    code, data = run(monkeypatch, capsys, "import", "decks/safe/po/es.xlf")
    assert (code, data["outputs"][0]["path"]) == (0, "decks/safe/po/es.po")
    assert run(monkeypatch, capsys, "import", "nothing.xlf")[0] == 1


def test_a_region_that_an_agency_puts_on_does_not_begin_a_file_of_its_own(outline):
    po = write_po(outline, "es", all_words(outline))
    path = sent(outline)
    changed(path, ('target-language="es"', 'target-language="es-MX"'))
    assert back(outline, path).path == po


def ids(path: Path) -> set[str]:
    return set(re.findall(r'<trans-unit id="([0-9a-f]+)"', path.read_text("utf-8")))


def test_only_the_texts_of_what_a_language_covers_are_sent(tmp_path: Path):
    outline = covering(tmp_path, "wallet-cards", {CARD[0]: "¡a"})
    before = (outline.parent / "po" / "es.po").read_bytes()
    path = sent(outline)
    (status,) = [status for status, _ in statuses(place_of(outline), Options(), tmp_path) if status]
    assert status.total == len(ids(path)) == 7
    assert {unit_id("Good numbers"), unit_id("You may ask")} <= ids(path)
    assert unit_id("Which helps?") not in ids(path)
    assert '<note from="X-Hornbook-Covers">wallet-cards</note>' in path.read_text("utf-8")
    assert SCHEMA.validate(etree.parse(path)), SCHEMA.error_log
    changed(path, (f'<trans-unit id="{unit_id("You may ask")}">\n<source>You may ask</source>\n', f'<trans-unit id="{unit_id("You may ask")}">\n<source>You may ask</source>\n<target>¡b</target>\n'))  # fmt: skip
    assert not back(outline, path).failed
    after = (outline.parent / "po" / "es.po").read_text("utf-8")
    assert before.decode().count("msgstr") < after.count("msgstr")
    assert 'msgid "You may ask"\nmsgstr "¡b"' in after
    assert '"X-Hornbook-Covers: wallet-cards\\n"' in after


def test_a_language_that_covers_what_is_not_there_is_not_sent(tmp_path: Path):
    outline = covering(tmp_path, "wallet-card")
    written = export(place_of(outline), "es", tmp_path)
    assert [each.code for each in written.diagnostics] == ["HB707"]
    assert not written.path.exists()


@pytest.mark.parametrize(
    ("header", "approved"), [({}, 0), ({"X-Reviewed-By": "Luz", "X-Reviewed-On": "2026-11-20"}, 1)]
)
def test_words_that_a_person_has_reviewed_are_approved(tmp_path: Path, header: dict[str, str], approved: int):
    outline = write_lesson(tmp_path)
    words = all_words(outline)
    write_po(outline, "es", {text: words[text] for text in list(words)[1:]}, header)
    text = sent(outline).read_text("utf-8")
    assert text.count('approved="yes"') == approved * (len(words) - 1)
    assert text.count("<target ") == len(words) - 1
