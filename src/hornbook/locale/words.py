"""The words that Hornbook itself prints. English is here, other languages have catalogs; what one lacks stays English."""

from collections.abc import Mapping, Sequence

from hornbook.locale.catalogs import catalog
from hornbook.locale.numbers import number_in, plural_number
from hornbook.locale.pseudo import pseudo
from hornbook.locale.tags import is_english, is_pseudo
from hornbook.tags import RIGHT_TO_LEFT, is_leftward, question_mark, subtags

LETTER_REGIONS = frozenset({"US", "CA", "MX", "CL", "CO", "CR", "GT", "NI", "PA", "PH", "PR", "SV", "VE", "DO", "XA"})
"""Regions whose paper is Letter (CLDR supplemental data, `paperSize`)."""

ENGLISH: Mapping[str, str] = {
    "activity": "Activity",
    "afterwards": "Then",
    "agenda": "What we will do",
    "answer": "Answer",
    "answer_key": "Answer key",
    "answers": "Answers",
    "at_a_glance": "At a glance",
    "back_to_agenda": "Back to the agenda",
    "before_you_begin": "Before you begin",
    "blank": "blank",
    "both_sides_long": "Both, long edge",
    "both_sides_short": "Both, short edge",
    "brochure": "Leaflet",
    "call": "Call",
    "chat": "Chat",
    "checked_by": "Checked by {who} on {date}",
    "childs_name": "Name of your child",
    "citation": "source {number}",
    "class": "Class",
    "closing": "Closing",
    "content_note": "Before we begin",
    "continued": "continued",
    "copies": "Copies",
    "cue_ask": "Ask",
    "cue_do": "Do",
    "cue_say": "Say",
    "cue_watch_for": "Watch for",
    "cut_and_return": "Please cut here and send it back",
    "cut_dashes": "Cut along the dashes",
    "cut_marks": "Cut at the marks, or use card stock",
    "cut_strips": "Cut between the strips, not off",
    "date": "Date",
    "disclosure": "If someone tells you something",
    "discussion": "Talk about it",
    "discussion_aside": "Discussion",
    "does_other_task": "My child does the other task.",
    "exit_ticket": "Exit ticket",
    "exit_tickets": "Exit tickets",
    "facilitator_guide": "Facilitator guide",
    "fact_sheet": "Fact sheet",
    "false": "False",
    "family_letter": "Letter to families",
    "feedback": "Feedback",
    "feedback_kept": "What will you take with you?",
    "feedback_missing": "What was missing, or hard to follow?",
    "feedback_note": "You need not write your name. Leave out what you would rather not answer.",
    "feedback_time": "The time for it was",
    "flip_long_edge": "Print on both sides and turn over the long edge",
    "flip_short_edge": "Print on both sides and turn over the short edge",
    "fold_three": "Fold in three, the cover outside",
    "for_everyone": "for everyone",
    "for_families": "for families and neighbors",
    "for_families_at_home": "for families",
    "for_students": "for students",
    "for_teachers": "for teachers and facilitators",
    "guided_notes": "Guided notes",
    "guided_notes_key": "Guided notes: answer key",
    "help": "Where to get help",
    "i_can": "Now I can ...",
    "just_right": "Just right",
    "keep_key": "With the answers filled in: keep this copy for yourself.",
    "lesson_slides": "Slides to write beside",
    "logo_of": "Logo of {name}",
    "materials": "Materials",
    "materials_line": "You need: {list}",
    "minute": "{count} minute",
    "minutes": "{count} minutes",
    "minutes_head": "Minutes",
    "minutes_short": "{count} min",
    "my_notes": "My notes",
    "name": "Name",
    "not_reached": "Not yet",
    "notes": "Notes",
    "objectives": "What you will be able to do",
    "one_each": "1 for each person",
    "one_for_you": "1 for you",
    "one_per_family": "1 for each family",
    "one_per_wall": "1 for each wall",
    "one_piece_each": "1 piece for each person",
    "one_set_per_group": "1 set for each group",
    "one_side": "One",
    "opening": "Opening",
    "opt_out": "Another task",
    "page_of": "{page} of {pages}",
    "pages_head": "Pages",
    "paper": "Paper",
    "part": "Part",
    "part_of": "{part} of {parts}",
    "partly_reached": "A little",
    "print_actual_size": "Print at actual size (100 %), not fitted to the page.",
    "print_check_first": "Before you print, open each page and try each number that the sheets name.",
    "print_list": "Print list",
    "print_what": "What to print",
    "qr_to": "QR code that leads to {url}",
    "question_mark": "?",
    "quiz": "Quiz",
    "quiz_key": "Quiz: answer key",
    "reach_me": "I have a question. You reach me at",
    "reached": "Yes",
    "reply": "Reply",
    "scenario": "Story",
    "scenario_cards": "Scenario cards",
    "script": "What to say and do",
    "see_sources": "Sources {numbers}: see the last slides",
    "side_of": "Side {page} of {pages}",
    "sides": "Sides",
    "sign_in_and_feedback": "Sign-in and feedback",
    "sign_in_copies": "Page 1 once, the rest for each person",
    "sign_in_from": "School, group or street",
    "sign_in_note": "Write only what you would like to. Nobody has to sign.",
    "sign_in_reach": "Email or phone, to hear more",
    "signature": "Signature",
    "slide_number": "Slide {number}",
    "slides_in": "Slides",
    "slides_only": "Slides",
    "sources": "Sources",
    "standards_line": "Standards: {list}",
    "staple": "Staple at the top left",
    "stays_out": "My child does not take part.",
    "steps": "Steps",
    "takes_part": "My child takes part.",
    "tear_off_poster": "Poster",
    "text": "Text",
    "text_to": "Text {number}",
    "time": "Time",
    "too_long": "Too long",
    "too_short": "Too short",
    "total": "Total",
    "true": "True",
    "tty": "TTY {number}",
    "unreviewed": "Translation not yet reviewed by a person",
    "version": "Version {letter}",
    "vocabulary": "Words to know",
    "vocabulary_cards": "Vocabulary cards",
    "wallet_cards": "Wallet cards",
    "web": "Web",
    "worksheet": "Worksheet",
    "worksheet_key": "Worksheet: answer key",
    "write_here": "write it here: __________",
    "write_meaning": "In your own words",
}


def phrase(key: str, language: str, **values: object) -> str:
    """A fixed phrase in a language (a BCP 47 tag), with its values filled in."""
    return _phrase(key, language).format(**values)


def in_a_row(items: Sequence[str], language: str) -> str:
    """`1 A, 2 B`: short items with commas between, each behind the one before it whichever way the language is written."""
    if not is_leftward(language):
        return ", ".join(items)
    comma = "\u060c" if question_mark(language) == "\u061f" else ","
    return f"{comma}{RIGHT_TO_LEFT} ".join(items)


def minutes_in_words(minutes: float, language: str) -> str:
    """`8 minutes`, `1 minute`, `2.5 minutes`, with the plural of the language."""
    count = number_in(minutes, language)
    if is_english(language) or is_pseudo(language):
        return phrase("minute" if count == "1" else "minutes", language, count=count)
    chosen = catalog(language).npgettext(
        "minutes", ENGLISH["minute"], ENGLISH["minutes"], plural_number(minutes, language)
    )
    return chosen.format(count=count)


def minutes_apart(minutes: float, language: str) -> tuple[str, str]:
    """`8` and `minutes`, for a large numeral above its unit; a language that writes one and two as words has these below."""
    count = number_in(minutes, language)
    return count, minutes_in_words(minutes, language).replace(count, "", 1).strip()


def _phrase(key: str, language: str) -> str:
    if is_english(language):
        return ENGLISH[key]
    if is_pseudo(language):
        return pseudo(ENGLISH[key])
    return catalog(language).pgettext(key, ENGLISH[key])


def paper_for(language: str, original: str = "") -> str:
    """`letter` where the region of the tag uses it, otherwise `a4`.

    A translation into a language without a region stays in that of its original, as Spanish for readers in the US does;
    English alone counts as that of the US.
    """
    name, _, region = subtags(language)
    region = region or subtags(original)[2] or ("US" if name == "en" else "")
    return "letter" if region in LETTER_REGIONS else "a4"
