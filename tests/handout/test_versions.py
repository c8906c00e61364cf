"""Versions of a quiz: every version asks the same, its key marks the same answers, and neighbours cannot copy."""

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from handout.lessons import QUIZ, SPAN, lesson_of, slide, text
from handout.sheets import recipe_named
from hornbook.build.editions import versions_of
from hornbook.handout.document import make_document
from hornbook.handout.questions import choice_order, turned
from hornbook.handout.recipe import Recipe
from hornbook.lesson.model import Choice, HandoutRequest, Lesson, Question, Quiz
from hornbook.plan.document import Block, Document, Keep, ListBlock, ListItem, Part, Side, Words

SEEDS = st.integers(0, 1 << 40)
COUNTS = st.integers(2, 9)
VERSIONS = st.integers(1, 26)


def quiz_of(*counts: int) -> Lesson:
    """A lesson with a question of so many choices each, the first of them right, and the questions of the others."""
    questions = tuple(
        Question(
            "choice",
            text(f"Question {number}"),
            tuple(Choice(text(f"{number}-{each}"), right=each == 0) for each in range(count)),
            (),
            None,
            None,
            2,
            SPAN,
        )
        for number, count in enumerate(counts, 1)
    )
    return lesson_of(slide("q", "Quiz", Quiz((*questions, *QUIZ.questions))))


def with_seed(name: str, seed: int) -> Recipe:
    recipe = recipe_named(name)
    uses = tuple(
        replace(use, blocks=tuple(replace(block, options={**block.options, "seed": seed}) for block in use.blocks))
        if hasattr(use, "blocks")
        else use
        for use in recipe.uses
    )
    return replace(recipe, uses=uses)


def made(name: str, lesson: Lesson, version: int, seed: int = 1) -> Document:
    document, diagnostics = make_document(lesson, with_seed(name, seed), None, version)
    assert diagnostics == ()
    return document


def inside(document: Document) -> list[Block]:
    """What is kept together in the parts of a document."""
    parts = [block for part in document.blocks if isinstance(part, Part) for block in part.blocks]
    return [block for keep in parts if isinstance(keep, Keep) for block in keep.blocks]


def lists(document: Document) -> list[tuple[ListItem, ...]]:
    """The items of every list, in order; of a matching question both columns."""
    inner = inside(document)
    flat = [each for block in inner for each in ((*block.left, *block.right) if isinstance(block, Side) else (block,))]
    return [block.items for block in flat if isinstance(block, ListBlock)]


def words(item: ListItem) -> str:
    return "".join(run.text for run in item.runs)


@given(COUNTS, VERSIONS, st.integers(1, 60), SEEDS)
def test_an_order_has_every_choice_once(count, version, number, seed):
    assert sorted(choice_order(count, version, number, seed)) == list(range(count))


@given(COUNTS, st.integers(1, 60), SEEDS, st.data())
def test_in_as_many_versions_as_choices_the_right_one_is_never_at_the_same_place(count, number, seed, data):
    right = data.draw(st.integers(0, count - 1))
    places = [choice_order(count, version, number, seed).index(right) for version in range(1, count + 1)]
    assert len(set(places)) == count


@given(st.lists(COUNTS, min_size=1, max_size=4), VERSIONS, SEEDS)
def test_the_key_matches_its_version_for_every_seed(counts, version, seed):
    lesson = quiz_of(*counts)
    copy, key = made("quiz", lesson, version, seed), made("quiz-key", lesson, version, seed)
    assert copy.blocks[1:] == key.blocks[1:]
    assert lists(copy) == lists(key)
    for number, items in enumerate(lists(key)[: len(counts)], 1):
        assert [words(item) for item in items if item.right] == [f"{number}-0"]


@given(VERSIONS, SEEDS)
def test_every_version_asks_the_same(version, seed):
    lesson = quiz_of(4)
    plain, other = made("quiz", lesson, 0), made("quiz", lesson, version, seed)

    def asked(document):
        return [block.runs for block in inside(document) if isinstance(block, Words)]

    assert asked(plain) == asked(other)
    assert [sorted(map(words, items)) for items in lists(plain)[:1]] == [
        sorted(map(words, items)) for items in lists(other)[:1]
    ]


@given(st.integers(2, 12), st.integers(0, 26))
def test_no_half_of_a_pair_stands_beside_its_other_half(count, version):
    order = turned(count, version)
    assert sorted(order) == list(range(count))
    assert all(place != half for place, half in enumerate(order))


@given(VERSIONS, SEEDS)
def test_the_letter_on_the_line_of_a_pair_leads_to_its_other_half(version, seed):
    """In the key the line before `source` holds the letter under which `where it begins` stands."""
    left, right = lists(made("quiz-key", quiz_of(3), version, seed))[-2:]
    halves = {"source": "where it begins", "mouth": "where it ends"}
    for item in left:
        letter, term = item.runs[0].text, item.runs[-1].text
        assert words(right[ord(letter) - 65]) == halves[term]


def test_true_stays_before_false():
    for version in range(4):
        ((first, second),) = [
            items for items in lists(made("quiz", quiz_of(3), version)) if len(items) == 2 and words(items[0]) == "True"
        ]
        assert (words(first), words(second)) == ("True", "False")


def test_a_version_says_its_letter_and_a_quiz_without_versions_says_none():
    assert made("quiz", quiz_of(3), 2).head.kicker.endswith("Version B")
    assert "Version" not in made("quiz", quiz_of(3), 0).head.kicker


def test_a_key_has_the_versions_of_its_quiz():
    lesson = replace(quiz_of(3), handouts=(HandoutRequest("quiz", "", 3, SPAN),))
    assert versions_of(lesson, recipe_named("quiz")) == (1, 2, 3)
    assert versions_of(lesson, recipe_named("quiz-key")) == (1, 2, 3)
    assert versions_of(lesson, recipe_named("worksheet")) == (0,)
