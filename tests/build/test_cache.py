"""What was made before is not made again, wherever its files have gone; what the folder of the cache holds is not trusted."""

import os
import re
import shutil
from pathlib import Path

import pytest

from hornbook.build import editions, store
from hornbook.build.store import Store
from hornbook.build.workspace import built_in
from support.building import LESSON, built, files, workspace

TWO = LESSON.replace("handouts: [guided-notes]", "handouts: [guided-notes, fact-sheet]")


@pytest.fixture
def drawn(monkeypatch):
    """The names of files that were drawn."""
    names: list[str] = []
    real = editions._rendered

    def noted(plan, edition):
        names.append(type(plan).__name__)
        return real(plan, edition)

    monkeypatch.setattr(editions, "_rendered", noted)
    return names


def test_a_build_whose_files_were_removed_is_written_again_without_drawing(tmp_path, drawn):
    first = built(workspace(tmp_path), cache=tmp_path / "cache")
    before = files(tmp_path / "out")
    shutil.rmtree(tmp_path / "out")
    drawn.clear()
    again = built(tmp_path, cache=tmp_path / "cache")
    assert drawn == []
    assert files(tmp_path / "out") == before
    assert again == first


def test_going_back_to_earlier_words_draws_nothing(tmp_path, drawn):
    cache = tmp_path / "cache"
    built(workspace(tmp_path), cache=cache)
    before = files(tmp_path / "out")
    built(workspace(tmp_path, LESSON.replace("wets", "soaks")), cache=cache)
    drawn.clear()
    built(workspace(tmp_path), cache=cache)
    assert drawn == []
    assert files(tmp_path / "out") == before


def test_a_changed_note_draws_neither_the_pages_of_the_deck_nor_a_handout_again(tmp_path, drawn):
    cache = tmp_path / "cache"
    built(workspace(tmp_path, TWO), cache=cache)
    drawn.clear()
    changed = built(workspace(tmp_path, TWO.replace("Look outside", "Look up")), cache=cache)
    assert drawn == ["Deck"]
    assert all(output.built for output in changed.outputs)


def test_a_line_more_at_the_top_draws_nothing(tmp_path, drawn):
    cache = tmp_path / "cache"
    built(workspace(tmp_path), cache=cache)
    before = files(tmp_path / "out")
    drawn.clear()
    built(workspace(tmp_path, "# A remark\n" + LESSON), cache=cache)
    assert drawn == []
    assert {name: data for name, data in files(tmp_path / "out").items() if ".json" not in name} == {
        name: data for name, data in before.items() if ".json" not in name
    }


def test_the_same_bytes_come_with_and_without_a_cache(tmp_path):
    built(workspace(tmp_path / "one"), cache=tmp_path / "cache")
    built(workspace(tmp_path / "two"), cache=tmp_path / "cache")
    built(workspace(tmp_path / "three"))
    assert files(tmp_path / "one" / "out") == files(tmp_path / "two" / "out") == files(tmp_path / "three" / "out")


def test_force_draws_everything_though_it_is_kept(tmp_path, drawn):
    built(workspace(tmp_path), cache=tmp_path / "cache")
    drawn.clear()
    built(tmp_path, cache=tmp_path / "cache", force=True)
    assert len(drawn) == 3


def test_what_a_changed_picture_or_theme_makes_is_not_taken_from_the_cache(tmp_path, drawn):
    cache = tmp_path / "cache"
    theme = (built_in() / "decks" / "themes" / "daylight.yaml").read_text("utf-8")
    own = workspace(tmp_path) / "decks" / "themes" / "daylight.yaml"
    built(tmp_path, cache=cache)
    own.parent.mkdir()
    first = re.search(r'"#([0-9A-F]{5})([0-9A-F])"', theme)
    assert first
    own.write_text(theme.replace(first[0], f'"#{first[1]}{int(first[2], 16) ^ 1:X}"'), "utf-8")
    drawn.clear()
    built(tmp_path, cache=cache)
    assert len(drawn) == 3


def test_a_damaged_entry_is_noticed_and_made_again(tmp_path, drawn):
    cache = tmp_path / "cache"
    built(workspace(tmp_path), cache=cache)
    before = files(tmp_path / "out")
    for entry in Store(cache).entries():
        data = bytearray(entry.path.read_bytes())
        data[-1] ^= 1
        entry.path.write_bytes(data)
    shutil.rmtree(tmp_path / "out")
    drawn.clear()
    built(tmp_path, cache=cache)
    assert len(drawn) == 3
    assert files(tmp_path / "out") == before


def test_warnings_of_a_remembered_build_are_said_again_at_their_lines(tmp_path):
    text = LESSON.replace("language: en-US\n", "")
    first = built(workspace(tmp_path, text), cache=tmp_path / "cache")
    shutil.rmtree(tmp_path / "out")
    again = built(tmp_path, cache=tmp_path / "cache")
    assert [found.code for found in again.diagnostics] == [found.code for found in first.diagnostics] != []
    assert [str(found.span) for found in again.diagnostics] == [str(found.span) for found in first.diagnostics]
    assert [found.span.file.text for found in again.diagnostics if found.span] == [text for _ in first.diagnostics]


def test_a_partial_build_from_the_cache_leaves_the_other_files(tmp_path):
    cache = tmp_path / "cache"
    built(workspace(tmp_path), cache=cache, only=("deck",))
    shutil.rmtree(tmp_path / "out")
    built(tmp_path, cache=cache)
    built(tmp_path, cache=cache, only=("deck",))
    assert sorted(path.name for path in (tmp_path / "out").rglob("*.p*")) == [
        "guided-notes.pdf",
        "rain.pdf",
        "rain.pptx",
    ]


@pytest.mark.skipif(os.name == "nt" or os.geteuid() == 0, reason="for the owner of nothing only")
def test_a_cache_that_cannot_be_written_costs_nothing_but_time(tmp_path):
    cache = tmp_path / "cache"
    cache.mkdir(mode=0o500)
    assert built(workspace(tmp_path), cache=cache).failed == ()


def test_a_cache_that_is_a_file_costs_nothing_but_time(tmp_path):
    (tmp_path / "cache").write_text("no folder")
    assert built(workspace(tmp_path), cache=tmp_path / "cache").failed == ()


def test_what_was_used_longest_ago_goes_first(tmp_path):
    kept = Store(tmp_path)
    for number in range(40):
        kept.keep(str(number), bytes(1000))
        os.utime(kept._path(str(number)), (number, number))
    kept.trim(20_000)
    assert [number for number in range(40) if kept.find(str(number))] == list(range(25, 40))
    kept.trim(20_000)
    assert len(tuple(kept.entries())) == 15


def test_clearing_removes_entries_and_nothing_else(tmp_path):
    kept = Store(tmp_path)
    kept.keep("a", b"x")
    (tmp_path / "letter.txt").write_text("mine")
    assert kept.clear() == 1
    assert [path.name for path in tmp_path.iterdir()] == ["letter.txt"]


@pytest.mark.parametrize(("named", "folder"), [("off", None), ("/somewhere/else", Path("/somewhere/else"))])
def test_the_folder_of_the_cache_can_be_named_and_switched_off(named, folder, monkeypatch):
    monkeypatch.setenv("HORNBOOK_CACHE", named)
    assert store.usual_folder() == folder
