from pathlib import Path

from hornbook.build.workspace import built_in, find_lesson, find_recipe, lesson_name, workspace_of


def write(path: Path, text: str = "title: A\n") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")
    return path


def test_the_nearest_folder_with_decks_is_the_workspace(tmp_path):
    lesson = write(tmp_path / "ours" / "decks" / "rain" / "lesson.yaml")
    assert workspace_of(lesson.parent) == tmp_path / "ours"


def test_the_nearest_folder_with_settings_is_the_workspace(tmp_path):
    write(tmp_path / "hornbook.yaml", "organisation: {}\n")
    (tmp_path / "deep" / "er").mkdir(parents=True)
    assert workspace_of(tmp_path / "deep" / "er") == tmp_path


def test_a_lesson_alone_has_its_own_folder_as_workspace(tmp_path):
    write(tmp_path / "rain.yaml")
    place = find_lesson("rain.yaml", tmp_path)
    assert place is not None
    assert (place.workspace, place.name) == (tmp_path, "rain")


def test_a_lesson_is_named_by_its_folder_or_else_by_its_file():
    assert lesson_name(Path("decks/rain/lesson.yaml")) == "rain"
    assert lesson_name(Path("decks/rain/second.yaml")) == "second"


def test_a_lesson_is_found_by_name_in_the_workspace_before_the_built_in_ones(tmp_path):
    own = write(tmp_path / "decks" / "the-water-cycle" / "lesson.yaml")
    place = find_lesson("the-water-cycle", tmp_path)
    assert place is not None
    assert place.path == own


def test_a_built_in_lesson_puts_its_output_where_the_user_is(tmp_path):
    place = find_lesson("the-water-cycle", tmp_path)
    assert place is not None
    assert place.workspace == built_in()
    assert place.out == tmp_path / "out"


def test_a_name_with_a_path_in_it_is_not_looked_up(tmp_path):
    assert find_lesson("../the-water-cycle", tmp_path) is None
    assert find_recipe("../decks/themes/daylight", tmp_path) is None


def test_a_recipe_of_the_workspace_comes_before_the_built_in_one(tmp_path):
    own = write(tmp_path / "handouts" / "fact-sheet.yaml")
    assert find_recipe("fact-sheet", tmp_path) == own
    assert find_recipe("guided-notes", tmp_path) == built_in() / "handouts" / "guided-notes.yaml"


def test_a_lone_lesson_puts_its_output_where_the_user_is(tmp_path):
    write(tmp_path / "rain" / "lesson.yaml")
    place = find_lesson("rain", tmp_path)
    assert place is not None
    assert (place.workspace, place.out) == (tmp_path / "rain", tmp_path / "out")
