"""Looking words up without reading whole lists gives what the packages of the lists give."""

import gzip
import json
from importlib.resources import files

import pytest
from pyphen import Pyphen

from hornbook.check.dictionary import is_word
from hornbook.check.hyphens import divisions

PACKED = (files("spellchecker") / "resources" / "en.json.gz").read_bytes()
WORDS = tuple(word for word in json.loads(gzip.decompress(PACKED)) if "'" not in word)


def test_every_word_of_the_list_is_found():
    assert [word for word in (*WORDS[:50], *WORDS[::40], *WORDS[-50:]) if not is_word(word)] == []


@pytest.mark.parametrize("word", ["", "0", "{", "}", '"', "zzzz", "~", "aaaaaah", "recieve", "wether a"])
def test_what_is_in_no_list_is_no_word(word):
    assert not is_word(word)


def test_words_are_divided_where_pyphen_divides_them():
    pyphen = Pyphen(lang="en_US", left=1, right=1)
    words = [*WORDS[::40], "a", "", "pneumonoultramicroscopicsilicovolcanoconiosis", "naïve", "o'clock"]
    assert [divisions(word) for word in words] == [len(pyphen.positions(word)) for word in words]
