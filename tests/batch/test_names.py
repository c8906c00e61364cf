"""Names of kits: what a row says, as one part of a path on every system."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from hornbook.build.batch.names import UnknownColumnError, check_template, kit_name, same_name


@pytest.mark.parametrize(
    ("district", "name"),
    [
        ("Springfield", "Springfield"),
        ("St. Paul / Minneapolis", "St.-Paul-Minneapolis"),
        ("Ñuñoa", "Ñuñoa"),
        ("../../etc/passwd", "etc-passwd"),
        ("CON", "CON-kit"),
        ("lpt1.txt", "lpt1.txt-kit"),
        ("", "row-7"),
        ("...", "row-7"),
        ("<script>", "script"),
        ("東京", "東京"),
    ],
)
def test_a_name_is_what_is_left_of_the_words(district, name):
    assert kit_name("<<district>>", {"district": district}, 7) == name


def test_a_template_may_hold_words_and_the_number_of_the_row():
    assert kit_name("kit <<row>> << district >>", {"district": "Ada"}, 7) == "kit-7-Ada"


def test_a_column_that_there_is_not_is_said_with_the_nearest():
    with pytest.raises(UnknownColumnError) as trouble:
        check_template("<<distrikt>>", ("district", "phone"))
    assert "Did you mean" in trouble.value.hint


def test_names_that_one_folder_cannot_tell_apart_are_the_same():
    assert same_name("Springfield") == same_name("SPRINGFIELD")
    assert same_name("caf\u00e9") == same_name("cafe\u0301")


@given(st.text(max_size=300))
def test_every_name_is_one_part_of_a_path(words):
    name = kit_name("<<district>>", {"district": words}, 1)
    assert name
    assert len(name.encode()) <= 104
    assert not set(name) & set('/\\:*?"<>|\0\n\r\t ')
    assert name[0] not in ".-"
    assert name[-1] not in ".-"
