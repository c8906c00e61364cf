"""What an entry of a word list finds, and what is left alone."""

import pytest
from msgspec.structs import replace

from check.reading import FILES, checked
from hornbook.build.workspace import built_in
from hornbook.check.exempt import is_exempt
from hornbook.check.texts import Said
from hornbook.check.words import Hit, WordEntry, hits, occurs, read_words
from hornbook.diagnostics import SourceFile, Span
from hornbook.source.runs import Run, Text

SPAN = Span(SourceFile("lesson.yaml"))


def entry(*avoid, beside=(), but=(), cased=False, whole=False):
    return WordEntry(avoid, "", "", "", True, beside, but, cased, whole, frozenset())


def found(one, text):
    return [text[hit.start : hit.end] for hit in hits(one, text)]


def shipped(name):
    path = built_in() / "decks" / "words" / f"{name}.yaml"
    words, problems = read_words(name, SourceFile(path.name, path.read_text("utf-8")))
    assert problems == ()
    return words


def blocked(text):
    return [text[hit.start : hit.end] for one in shipped("trafficking").entries for hit in hits(one, text)]


@pytest.mark.parametrize("form", ["rescue", "rescued", "Rescuing", "rescues"])
def test_a_word_is_found_in_its_forms(form):
    assert found(entry("rescue"), f"They {form} it.") == [form]


@pytest.mark.parametrize(
    ("word", "text"), [("kidnap", "kidnapped"), ("smuggle", "smuggling"), ("commit suicide", "commits  suicide")]
)
def test_endings_that_change_the_word_are_known(word, text):
    assert found(entry(word), f"He was {text}.") == [text]


@pytest.mark.parametrize(
    ("word", "text"),
    [("niño", "niñas"), ("ilegal", "ilegales"), ("adicción", "adicciones"), ("cliente", "clientes"), ("voz", "voces")],
)
def test_endings_are_those_of_the_language(word, text):
    spanish = replace(entry(word), language="es")
    assert found(spanish, f"Dicen {text}.") == [text]
    assert occurs(spanish, f"Dicen {text}.")
    assert found(replace(entry(word), language="fr"), f"On dit {word} et {text}.") == [word]


def test_a_part_of_another_word_is_not_the_word():
    assert found(entry("pimp"), "A pimple, a pimpernel, blimp") == []


def test_either_word_is_found_and_so_is_any_ending():
    assert found(entry("child|teen prostitut*"), "teen prostitution and child prostitutes") == [
        "teen prostitution",
        "child prostitutes",
    ]


def test_a_common_word_needs_another_one_beside_it_in_the_same_sentence():
    save = entry("save", beside=("victim",))
    assert found(save, "We save the victims.") == ["save"]
    assert found(save, "Save this number. A victim may call.") == []


def test_a_longer_phrase_may_be_fine():
    assert found(entry("save", but=("save this number",)), "Save this number, save a child") == ["save"]


def test_capitals_count_where_the_entry_says_so():
    assert found(entry("john", cased=True, whole=True), "John met a john") == ["john"]


@pytest.mark.parametrize(
    "text",
    [
        "John saved this number, and so did Johnny.",
        "Save this number for a child.",
        "It is never your fault.",
        "Men and boys, women and girls alike can get help".replace("women and girls", "girls and women"),
        "You are not in trouble for asking for help.",
        "The client list of the shop is long.",
        "Our best customers are people who read.",
        "Save the date, and save time.",
        "He sells door to door.",
        "The company pleaded guilty to human trafficking in Texas.",
    ],
)
def test_what_is_meant_well_passes(text):
    assert blocked(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "child prostitutes",
        "underage sex workers",
        "sex with a minor",
        "child pornography",
        "revenge porn",
        "her pimp",
        "the johns",
        "rescuing victims",
        "a voice for the voiceless",
        "held against her will",
        "She chose this life",
        "made bad choices",
        "Don’t become a victim",
        "She is an addict",
        "She committed suicide",
        "a living nightmare",
        "disassociation",
        "nearly untraceable",
        "the fastest growing crime",
        "the second largest crime",
        "the average age of entry is 13",
        "100,000 to 300,000 children",
        "a $9.5 billion industry",
        "14,500 to 17,500 people",
        "55% of victims were recruited online",
        "a 125% rise",
        "73% of child trafficking reports",
        "every two minutes a child is sold",
        "40.3 million",
        "illegal immigrants",
        "the hotline run by Polaris",
    ],
)
def test_words_and_claims_that_do_harm_are_blocked(text):
    blocking = [one for one in shipped("trafficking").entries if one.block]
    assert any(list(hits(one, text)) for one in blocking)


@pytest.mark.parametrize("name", ["plain", "plain.es", "trafficking", "trafficking.es"])
def test_every_entry_of_a_shipped_list_says_what_instead_and_why(name):
    words = shipped(name)
    assert words.about
    assert [one.avoid for one in words.entries if not one.prefer or not one.why] == []
    assert [phrase for one in words.entries for phrase in one.avoid if not found(one, _with_company(one, phrase))] == []


def _with_company(one, phrase):
    """An example of an entry's own words."""
    written = " ".join(word.split("|")[0].replace("*", "ando") for word in phrase.split())
    return f"{written} {one.beside[0]}" if one.beside else written


def said(plain, role="point", **run):
    return Said(Text((Run(plain, **run),), SPAN), role, "slide")


@pytest.mark.parametrize(
    ("one", "kind"),
    [
        (said("He said “her pimp” aloud"), "quotations"),
        (said("her pimp", role="quote"), "quotations"),
        (said("her pimp", emphasis=True), "titles"),
        (said("her pimp", role="work"), "titles"),
        (said("The law, 18 U.S.C. § 2, says her pimp"), "statutes"),
        (said("her pimp", role="claim"), "claims"),
    ],
)
def test_the_words_of_others_are_left_alone_where_the_entry_lets_them(one, kind):
    start = one.text.plain.index("pimp")
    hit = Hit(start, start + 4)
    assert is_exempt(one, hit, frozenset({kind}))
    assert not is_exempt(one, hit, frozenset())
    assert not is_exempt(said("her pimp"), Hit(4, 8), frozenset({"quotations", "titles", "statutes", "claims"}))


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("words: []\n", 1),
        ("entries:\n  - {avoid: a, level: warn}\n  - {prefer: b}\n", 3),
        ("entries:\n  - {avoid: a, instead: b}\n", 2),
        ("entries:\n  - {avoid: a, level: loud}\n", 2),
        ("entries:\n  - {avoid: {b: c}}\n", 2),
        ("entries:\n  - {avoid: a, except: songs}\n", 2),
        ("language: [es]\nentries:\n  - {avoid: a}\n", 1),
    ],
)
def test_a_fault_in_a_word_list_is_reported_at_its_line(text, line):
    words, problems = read_words("own", SourceFile("own.yaml", text))
    assert words is None
    assert {(each.code, each.span.line) for each in problems} == {("HB594", line)}


@pytest.mark.parametrize("name", ["plain", "plain.es", "trafficking", "trafficking.es"])
def test_an_entry_that_is_found_is_one_that_occurs(name):
    for one in shipped(name).entries:
        for phrase in one.avoid:
            text = _with_company(one, phrase)
            for written in (text, text.upper() if not one.cased else text, text.replace("'", "’")):
                assert occurs(one, written), phrase
    assert not occurs(entry("rescue"), "Nothing of the kind")


@pytest.mark.parametrize(
    ("name", "alt", "codes"),
    [
        ("hands-in-chains.png", "Two hands", ["HB530"]),
        ("hands.png", "Hands in handcuffs", ["HB530"]),
        ("white_van.png", "A car in a street", ["HB531"]),
        ("phone.png", "A phone with a message bubble", []),
    ],
)
def test_what_a_picture_shows_is_looked_for_in_its_words_and_in_its_name(tmp_path, name, alt, codes):
    (tmp_path / name).write_bytes((FILES / "dot.png").read_bytes())
    path = tmp_path / "lesson.yaml"
    path.write_text(
        "title: Ask\nlanguage: en-US\nhandouts: []\ncare: trafficking\nslides:\n"
        f"  - {{title: People can help, points: [It takes no chains], image: {{file: {name}, alt: {alt}}}}}\n",
        "utf-8",
    )
    assert [each.code for each in checked(path) if each.code in {"HB530", "HB531"}] == codes
