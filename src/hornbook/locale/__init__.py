"""Fixed words, minutes in words, paper by region."""

from hornbook.locale.words import minutes_in_words, paper_for, phrase

__all__ = ["minutes_in_words", "paper_for", "phrase"]
