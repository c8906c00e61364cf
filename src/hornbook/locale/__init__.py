"""Fixed words, minutes, numbers and days in words, paper by region."""

from hornbook.locale.numbers import day_in, number_in, numerals_of
from hornbook.locale.words import in_a_row, minutes_apart, minutes_in_words, paper_for, phrase

__all__ = ["day_in", "in_a_row", "minutes_apart", "minutes_in_words", "number_in", "numerals_of", "paper_for", "phrase"]
