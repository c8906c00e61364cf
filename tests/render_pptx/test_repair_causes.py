"""Each known reason for which PowerPoint offers to repair a file: no deck has it, and a deck that had it would be found out."""

import pytest

from render_pptx.package import tag
from render_pptx.repairs import CAUSES, PLACED, Cause, harmed

EACH_CAUSE = pytest.mark.parametrize("cause", CAUSES, ids=lambda cause: cause.name)


@EACH_CAUSE
def test_a_deck_is_free_of(package, cause: Cause):
    assert list(cause.finds(package)) == []


@EACH_CAUSE
def test_a_deck_is_found_out_in_which(package, cause: Cause):
    assert list(cause.finds(harmed(package, cause.harm))) != []


@pytest.mark.parametrize("folder", PLACED)
def test_there_are_parts_of_each_kind_to_look_at(package, folder):
    assert package.parts(folder)


def test_there_are_charts_cells_and_clicks_to_look_at(package):
    assert len(package.parts("charts")) == 5
    kinds = ("a:tc", "p:graphicFrame", "p:timing", "p:pic")
    assert all(any(list(package.tree(name).iter(tag(kind))) for name in package.parts("slides")) for kind in kinds)


def test_the_same_picture_is_one_part(package):
    media = [name for name in package.names if name.startswith("ppt/media/")]
    assert sorted(media) == [f"ppt/media/{name}" for name in ("a1.png", "b2.png", "b2.svg")]


def test_the_validator_for_office_files_finds_nothing(deck_bytes):
    from support.validators import deck_problems

    assert deck_problems(deck_bytes) == []
