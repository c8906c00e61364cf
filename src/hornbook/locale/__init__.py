"""Fixed words, minutes, numbers and days in words, the way a language is written, paper by region."""

from hornbook.locale.numbers import day_in, number_in
from hornbook.locale.tags import is_leftward
from hornbook.locale.words import minutes_in_words, paper_for, phrase

__all__ = ["day_in", "is_leftward", "minutes_in_words", "number_in", "paper_for", "phrase"]
