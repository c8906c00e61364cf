"""All rules in the order of their codes, and what they say of a lesson."""

from collections.abc import Iterable, Mapping
from functools import cache

from hornbook.check import (
    all_of_the_above,
    alt_text,
    answer_position,
    blocked_words,
    coarse_pictures,
    colour_alone,
    content_note_missing,
    decorative,
    density,
    duplicate_titles,
    empty_titles,
    faint,
    fake_headings,
    future_dates,
    given_away,
    headlines,
    heavy_pictures,
    help_missing,
    hopeless_links,
    invalid_numbers,
    local_line_missing,
    long_sentences,
    longest_answer,
    minutes,
    missing_notes,
    misspelt,
    opt_out_missing,
    plain_words,
    privacy_unsaid,
    reading_grade,
    same_choices,
    small_type,
    stale,
    typed_numbers,
    unchecked_contacts,
    unchecked_sources,
    undefined_vocabulary,
    unsourced_numbers,
    unused_contacts,
    unused_sources,
    unused_vocabulary,
    vague_numbers,
    words_to_avoid,
    write_in,
)
from hornbook.check.rule import Rule
from hornbook.check.settings import at_level, is_off, limits_of, unknown_settings
from hornbook.check.subject import Subject
from hornbook.diagnostics import Diagnostic
from hornbook.diagnostics.code import Code
from hornbook.lesson.rules import RuleSetting

RULES: tuple[Rule, ...] = (
    unchecked_contacts.RULE,
    unchecked_sources.RULE,
    write_in.RULE,
    stale.RULE,
    future_dates.RULE,
    unused_contacts.RULE,
    typed_numbers.RULE,
    invalid_numbers.RULE,
    hopeless_links.RULE,
    headlines.RULE,
    density.RULE,
    faint.RULE,
    fake_headings.RULE,
    missing_notes.RULE,
    alt_text.RULE,
    duplicate_titles.RULE,
    empty_titles.RULE,
    small_type.RULE,
    minutes.RULE,
    answer_position.RULE,
    longest_answer.RULE,
    all_of_the_above.RULE,
    same_choices.RULE,
    given_away.RULE,
    unused_sources.RULE,
    unused_vocabulary.RULE,
    undefined_vocabulary.RULE,
    unsourced_numbers.RULE,
    vague_numbers.RULE,
    blocked_words.RULE,
    words_to_avoid.RULE,
    plain_words.RULE,
    reading_grade.RULE,
    long_sentences.RULE,
    colour_alone.RULE,
    coarse_pictures.RULE,
    heavy_pictures.RULE,
    decorative.RULE,
    misspelt.RULE,
    help_missing.RULE,
    content_note_missing.RULE,
    opt_out_missing.RULE,
    local_line_missing.RULE,
    privacy_unsaid.RULE,
)


Said = Mapping[str, tuple[Diagnostic, ...]]
"""What rules have to say, by their codes."""


def codes() -> tuple[str, ...]:
    return tuple(rule.code for rule in RULES)


@cache
def rule_codes() -> dict[str, Code]:
    """The pages of the rules, by code."""
    return {rule.code: rule.explained() for rule in RULES}


def limits(settings: Iterable[RuleSetting]) -> dict[tuple[str, str], float]:
    """The numbers of all rules, as the settings want them."""
    return limits_of(RULES, settings)


def check(
    subject: Subject, settings: tuple[RuleSetting, ...] = (), known: Said | None = None
) -> tuple[Diagnostic, ...]:
    """What every rule that is on says, rule by rule; what an ignore in the outline silences is still here.

    Rules that have had their say before are in `known`.
    """
    before = known or {}
    found = list(unknown_settings(RULES, settings))
    for rule in RULES:
        found += before[rule.code] if rule.code in before else _said(rule, subject, settings)
    return tuple(found)


def check_words(subject: Subject, settings: tuple[RuleSetting, ...] = ()) -> Said:
    """What the rules about the words of a lesson say, before there is anything that was made of it."""
    return {rule.code: _said(rule, subject, settings) for rule in RULES if rule.of_words}


def _said(rule: Rule, subject: Subject, settings: tuple[RuleSetting, ...]) -> tuple[Diagnostic, ...]:
    return () if is_off(rule, settings) else at_level(rule, rule.find(subject), settings)
