"""A word that may be misspelt.

The word is not in the dictionary, and one that is differs by a single letter. English only: no free dictionary
of another language is kept well enough for it. Words with a capital, words of the vocabulary, of
contacts and sources, and whatever a lesson says three times or more, are taken as they are. Other words of your own go under `spelling:`
in `hornbook.yaml`.

For instance:
    - They recieve a message

Instead:
    - They receive a message
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from functools import lru_cache
from itertools import chain

from hornbook.check.places import place_of
from hornbook.check.reading import without_addresses
from hornbook.check.rule import Rule
from hornbook.check.subject import Subject
from hornbook.check.texts import Said, texts
from hornbook.diagnostics import Diagnostic, Severity, note
from hornbook.lesson.model import Lesson
from hornbook.patterns import lazy

_WORD = lazy(r"(?<![\w@#.])[^\W\d_]+(?:[’'][^\W\d_]+)*(?![\w@])")
_FREE = frozenset({"quote", "work", "credit"})
_SHORTEST, _OFTEN = 4, 3


def find(subject: Subject) -> Iterator[Diagnostic]:
    """A note for each word that is probably another one, at its first place."""
    if not subject.english:
        return
    from hornbook.check.dictionary import is_word, meant_by

    every = [(said, _words(said)) for said in texts(subject.lesson) if said.role not in _FREE]
    seen = Counter(chain.from_iterable(found for _, found in every))
    folded = Counter[str]()
    for word, times in seen.items():
        folded[word.casefold()] += times
    own = _own_words(subject) | {word for word, times in folded.items() if times >= _OFTEN}
    for said, found in every:
        for word in found:
            if word in own or word != word.lower():
                continue
            plain = word.casefold().replace("’", "'")
            own.add(word)
            if is_word(plain):
                continue
            meant = meant_by(plain)
            if meant:
                message = f'"{word}" is not in the dictionary.'
                hint = f'Did you mean "{meant}"? Words of your own go under `spelling:` in hornbook.yaml.'
                yield note("HB539", message, place_of(said.text, word), hint)


def _words(said: Said) -> tuple[str, ...]:
    return _words_in("".join([" " if run.code else run.text for run in said.text.runs]))


@lru_cache(maxsize=4096)
def _words_in(plain: str) -> tuple[str, ...]:
    return tuple([word for word in _WORD.findall(without_addresses(plain)) if len(word) >= _SHORTEST])


def _own_words(subject: Subject) -> set[str]:
    lesson = subject.lesson
    return {word.casefold() for text in (*subject.spelling, *_named(lesson)) for word in _WORD.findall(text)}


def _named(lesson: Lesson) -> Iterable[str]:
    """Everything that is a name, or that the lesson explains."""
    yield from (term.word.plain for term in lesson.vocabulary)
    yield from lesson.authors
    yield from lesson.standards
    for source in lesson.sources:
        yield from (source.title, source.publisher, source.place)
    for contact in lesson.contacts:
        yield from (text.plain for text in (contact.name, contact.what, contact.languages) if text)


RULE = Rule("HB539", Severity.NOTE, find, __doc__, of_words=True)
