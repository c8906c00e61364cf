"""What the word lists of a lesson find in its texts."""

import re
from bisect import bisect_right
from collections.abc import Iterator
from itertools import accumulate

from hornbook.check.exempt import is_exempt
from hornbook.check.places import place_of
from hornbook.check.subject import Subject
from hornbook.check.texts import Said, texts
from hornbook.check.words import WordEntry, hits, occurs, phrases
from hornbook.diagnostics import Span
from hornbook.lesson.model import Lesson
from hornbook.source.runs import plain_text

PLAIN = "plain"
"""The list that is on everywhere, whose advice is about style."""

_BETWEEN = "\n\0\n"
"""Between texts that are looked through as one: no phrase goes over it."""

_OF_PICTURES = frozenset({"alt", "file"})


def found_words(subject: Subject, *, block: bool, plain: bool) -> Iterator[tuple[str, WordEntry, Span]]:
    """The words as written, the entry that finds them, and their place; each word once in each text.

    `plain` asks for the entries of the plain list that do not block, `block` for those of any list that do.
    """
    entries = [
        entry
        for words in subject.words
        if words.language == subject.tongue
        for entry in words.entries
        if entry.block == block and (block or (words.name == PLAIN) == plain)
    ]
    every = [*texts(subject.lesson), *_files(subject.lesson)]
    plain_texts = [said.text.plain for said in every]
    starts = [0, *accumulate(len(text) + len(_BETWEEN) for text in plain_texts)]
    whole = _BETWEEN.join(plain_texts)
    occurring: dict[int, list[WordEntry]] = {}  # looking once through all is cheaper than often
    for entry in entries:
        if occurs(entry, whole):
            for number in sorted({bisect_right(starts, hit.start) - 1 for hit in phrases(entry, whole)}):
                occurring.setdefault(number, []).append(entry)
    for number in sorted(occurring):
        said, text = every[number], plain_texts[number]
        for entry in occurring[number]:
            if not (said.role in _OF_PICTURES if entry.pictures else said.role != "file"):
                continue
            for hit in hits(entry, text):
                if not is_exempt(said, hit, entry.exempt):
                    words = text[hit.start : hit.end]
                    yield words, entry, place_of(said.text, words)


def _files(lesson: Lesson) -> Iterator[Said]:
    """The names of picture files, as words."""
    for slide in lesson.slides:
        if slide.picture is not None:
            words = re.sub(r"[-_.\d]+", " ", slide.picture.path.stem)
            yield Said(plain_text(words, slide.picture.span), "file", "slide", slide)


def advice(entry: WordEntry) -> str:
    """What to write and why, in one line."""
    instead = f"Write: {entry.prefer}. " if entry.prefer else ""
    source = f" ({entry.source})" if entry.source and not entry.source.startswith("http") else ""
    return f"{instead}{entry.why}{source}".strip()
