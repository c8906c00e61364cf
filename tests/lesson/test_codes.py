"""For every code of reading there is an outline that has the fault, and the message stands at it."""

import re
from pathlib import Path

import pytest

from hornbook.cli.codes import known_codes
from hornbook.diagnostics import SourceFile
from hornbook.diagnostics.lesson_codes import LESSON_CODES
from hornbook.diagnostics.source_codes import SOURCE_CODES
from hornbook.lesson.reader import read_lesson
from hornbook.source.outline import MAX_CHARACTERS, read_outline

SOURCE = Path(__file__).parents[2] / "src"

FRONT = "title: T\nlanguage: en-US\n"
SLIDE = "slides:\n  - {title: A, points: [B]}\n"

CASES = {
    "HB109": FRONT + 'subtitle: "a¦\\q"\n' + SLIDE,
    "HB110": FRONT + "slides:\n  - {title: A, points: [B]}\n...\n¦more\n",
    "HB111": FRONT + "slides:\n  - title: A\n     ¦points: [B]\n",
    "HB112": FRONT + "slides:\n¦\t- {title: A, points: [B]}\n",
    "HB113": FRONT + "¦title: U\n" + SLIDE,
    "HB114": FRONT + "subtitle: ¦*s\n" + SLIDE,
    "HB115": FRONT + "subtitle: ¦& s\n" + SLIDE,
    "HB116": FRONT + "subtitle: ¦! s\n" + SLIDE,
    "HB117": FRONT + "¦<<: {care: plain}\n" + SLIDE,
    "HB118": FRONT + "subtitle: ¦@s\n" + SLIDE,
    "HB119": FRONT + 'subtitle: ¦"S" and t\n' + SLIDE,
    "HB120": FRONT + "subtitle: ¦s: t\n" + SLIDE,
    "HB121": FRONT + 'subtitle: ¦"s\n' + SLIDE,
    "HB122": FRONT + "subtitle: ¦[s] t\n" + SLIDE,
    "HB123": FRONT + "slides:\n  - {title: A, table: {rows: [[2022, ¦80,524]]}}\n",
    "HB124": FRONT + "subtitle: s ¦#t\n" + SLIDE,
    "HB125": FRONT + "subtitle: ¦“s: t”\n" + SLIDE,
    "HB126": FRONT + "slides:\n  - {title: A, points: [B]}\n¦---\ntitle: U\n",
    "HB127": FRONT + "¦[a]: b\n" + SLIDE,
    "HB128": FRONT + "¦subtitle:s\n" + SLIDE,
    "HB129": FRONT + "subtitle: ¦> s\n" + SLIDE,
    "HB130": FRONT + "slides:\n  - {title: A, points: ['[b](¦c.docx)']}\n",
    "HB131": FRONT + "slides:\n  - {title: A, points: ['¦![b](c.png)']}\n",
    "HB132": FRONT + "slides:\n  - {title: A, points: ['B ¦[@c, @d]']}\n",
    "HB133": FRONT + "slides:\n  - {title: A, points: ['B ¦** c ** d']}\n",
    "HB135": FRONT + "slides:\n  - {title: A, points: [B ¦<<c>>]}\n",
    "HB140": FRONT + "contacts: ¦../a.yaml\n" + SLIDE,
    "HB141": FRONT + "contacts: ¦a.yaml\n" + SLIDE,
    "HB142": FRONT + "slides:\n  - {title: A, image: {file: ¦lesson.yaml, alt: B}}\n",
    "HB201": FRONT + "¦autors: [A]\n" + SLIDE,
    "HB202": FRONT + "slides:\n  - {title: A, quote: ¦{by: B}}\n",
    "HB203": FRONT + "slides:\n  - {title: A, points: ¦B}\n",
    "HB204": FRONT + "slides:\n  - title: A\n    points:\n      - ¦Remember: ask\n",
    "HB205": FRONT + "slides:\n  - {title: A, points: [B], reveal: ¦slowly}\n",
    "HB206": FRONT + "slides:\n  - {title: A, quiz: [{ask: B, lines: ¦two}]}\n",
    "HB207": FRONT + "slides:\n  - {title: A, points: [B], hidden: ¦yes}\n",
    "HB208": FRONT + "duration: ¦long\n" + SLIDE,
    "HB209": FRONT + "reviewed: {checked_on: ¦2026-02-30}\n" + SLIDE,
    "HB210": FRONT + "slides:\n  - {title: A, points: ¦[]}\n",
    "HB211": FRONT + "slides:\n  - {title: A, compare: ¦[{heading: B, points: [C]}]}\n",
    "HB212": FRONT + "slides:\n  - {title: A, ¦bullets: [B]}\n",
    "HB213": FRONT + "slides:\n  - {title: A, points: [B], ¦steps: [C]}\n",
    "HB214": FRONT + "slides:\n  - ¦{points: [B]}\n",
    "HB215": "¦title: T\nlanguage: en-US\n",
    "HB216": FRONT + "slides:\n  - {title: A, points: [B], for: ¦all}\n",
    "HB217": FRONT + "slides:\n  - {title: A, ¦minutes: 1, activity: {minutes: 2, steps: [B]}}\n",
    "HB218": FRONT + "duration: ¦1\nslides:\n  - {title: A, points: [B], minutes: 2}\n",
    "HB219": FRONT + "slides:\n  - {title: A, points: [B], deck: false, ¦handouts: false}\n",
    "HB220": FRONT + "slides:\n  - {title: A, points: [B], source: ¦c}\n",
    "HB221": FRONT + "contacts: [{id: a, name: A, call: 1}]\nslides:\n  - {title: A, help: [¦b]}\n",
    "HB222": FRONT + "slides:\n  - {title: A, define: [¦b]}\n",
    "HB224": FRONT + "contacts: [{¦id: a, name: A}]\n" + SLIDE,
    "HB225": FRONT + "slides:\n  - {title: A, help: ¦all}\n",
    "HB226": FRONT + "sources: {¦a b: {title: C}}\n" + SLIDE,
    "HB230": FRONT + "slides:\n  - {title: A, image: ¦{file: dot.png}}\n",
    "HB232": FRONT + "slides:\n  - {title: A, image: {file: dot.png, ¦alt: B, decorative: true}}\n",
    "HB233": FRONT + "slides:\n  - {title: A, steps: [B], ¦image: {file: dot.png, alt: B}}\n",
    "HB240": FRONT + "slides:\n  - {title: A, chart: {type: bar, labels: [B], series: {C: ¦[1, 2]}}}\n",
    "HB241": FRONT + "slides:\n  - {title: A, chart: {type: bar, labels: [B], series: {C: [¦one]}}}\n",
    "HB242": FRONT + "slides:\n  - {title: A, chart: {type: bar, labels: [B], series: {C: [1]}, highlight: ¦D}}\n",
    "HB243": FRONT + "slides:\n  - {title: A, chart: {type: ¦pie, labels: [B], series: {C: [-1]}}}\n",
    "HB250": FRONT + "slides:\n  - {title: A, quiz: [{ask: B, choices: [Cc, Dd], answer: ¦Ee}]}\n",
    "HB251": FRONT + "slides:\n  - {title: A, quiz: [{ask: B, choices: [Cc, Dd], answer: ¦B}]}\n",
    "HB252": FRONT + "slides:\n  - {title: A, quiz: [{ask: B, choices: [Cc, Dd], answer: Cc, ¦lines: 2}]}\n",
    "HB253": FRONT + "slides:\n  - {title: A, quiz: [{ask: B, choices: [Cc, ¦Cc], answer: Cc}]}\n",
    "HB261": FRONT + "handouts: [worksheet, ¦worksheet]\n" + SLIDE,
    "HB262": FRONT + "print: {fact_sheet: [{¦heading: A}]}\n" + SLIDE,
    "HB270": "title: T\nlanguage: ¦English (US)\n" + SLIDE,
    "HB271": FRONT + "audiences: [¦a b]\n" + SLIDE,
    "HB272": FRONT + "slides:\n  - {title: A, video: {title: B, url: ¦example}}\n",
    "HB273": "¦title: T\n" + SLIDE,
}  # fmt: skip
"""Outlines with one fault; `¦` stands before the place that the message names."""

ELSEWHERE = {"HB101", "HB102", "HB103", "HB104", "HB105", "HB106", "HB107", "HB108", "HB223"}
"""Tested with files that are made, or with several files."""

DOT = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\0\x01\0\0\0\x01\x08\0\0\0\0:~\x9bU\0\0\0\nIDATx\x9cc`\0\0\0\x02\0\x01H\xaf\xa4q\0\0\0\0IEND\xaeB`\x82"


@pytest.mark.parametrize("code", CASES)
def test_a_fault_gives_its_code_at_its_place_and_nothing_else(code, tmp_path):
    before, after = CASES[code].split("¦")
    (tmp_path / "lesson.yaml").write_text(before + after, encoding="utf-8")
    (tmp_path / "dot.png").write_bytes(DOT)
    reading = read_lesson(tmp_path / "lesson.yaml", tmp_path)
    found = [(diagnostic.code, diagnostic.span.line, diagnostic.span.column) for diagnostic in reading.diagnostics]
    assert found == [(code, before.count("\n") + 1, len(before.split("\n")[-1]) + 1)]


def test_every_code_of_reading_has_a_case():
    assert set(CASES) | ELSEWHERE == set(SOURCE_CODES) | set(LESSON_CODES)


def test_every_code_in_the_source_of_reading_is_explained():
    used = set()
    for folder in ("source", "lesson"):
        for path in (SOURCE / "hornbook" / folder).glob("*.py"):
            used |= set(re.findall(r"HB\d{3}", path.read_text(encoding="utf-8")))
    assert {code for code in used if code[2] in "12"} == set(SOURCE_CODES) | set(LESSON_CODES)


def test_every_code_in_the_source_is_explained():
    used = set()
    for path in SOURCE.rglob("*.py"):
        used |= set(re.findall(r"HB\d{3}", path.read_text(encoding="utf-8")))
    assert used - set(known_codes()) == set()


@pytest.mark.parametrize("code", list(SOURCE_CODES.values()) + list(LESSON_CODES.values()), ids=lambda code: code.code)
def test_the_remedy_of_an_example_can_be_read(code):
    if code.good:
        _, found = read_outline(SourceFile("example.yaml", code.good))
        assert found == ()


def test_a_file_that_is_too_large_is_not_read():
    _, found = read_outline(SourceFile("a.yaml", "a" * (MAX_CHARACTERS + 1)))
    assert [diagnostic.code for diagnostic in found] == ["HB105"]
