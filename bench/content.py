"""The same words for every program: slides with notes, and sheets to print."""

import json
import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from html import escape

SLIDES_IN_SECTION = 25
BLOCKS_ON_PAGE = 3
WORDS = [
    "water",
    "rain",
    "river",
    "cloud",
    "sea",
    "snow",
    "ground",
    "plant",
    "root",
    "leaf",
    "sun",
    "heat",
    "air",
    "wind",
    "valley",
    "mountain",
    "ice",
    "lake",
    "drop",
    "field",
    "moves",
    "falls",
    "rises",
    "flows",
    "melts",
    "cools",
    "gathers",
    "carries",
    "returns",
    "begins",
    "slowly",
    "quickly",
    "always",
    "often",
    "again",
    "together",
    "above",
    "below",
    "between",
    "through",
    "around",
    "before",
    "after",
    "while",
    "because",
    "every",
    "another",
]


CARD_OUTLINE = """\
title: Water in <<district>>
language: en-US
handouts: [wallet-cards]
contacts:
  - {id: district, name: Help in <<district>>, short: "Help: <<phone>>", call: <<phone>>, seen_on: 2026-11-01}
slides:
  - title: Ask before you dig
    points: [Call <<phone>>]
print:
  card: {cover: Water, headline: Ask before you dig, lines: [Call <<phone>>]}
"""
"""A card with two values of a row on it."""


@dataclass(frozen=True)
class Slide:
    title: str
    points: tuple[str, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True)
class Block:
    heading: str
    text: str
    points: tuple[str, ...]


def _sentences(seed: int) -> Callable[[int], str]:
    chance = random.Random(seed)
    return lambda words: " ".join(chance.choice(WORDS) for _ in range(words)).capitalize()


def slides(count: int) -> list[Slide]:
    """Five points of twelve words and two paragraphs of notes each, the same at every call."""
    say = _sentences(7)
    return [
        Slide(f"{say(5)} {number}", tuple(say(12) for _ in range(5)), (say(25) + ".", say(20) + "."))
        for number in range(1, count + 1)
    ]


def blocks(pages: int) -> list[Block]:
    """A heading, sixty words and three points each; about as many as fill those pages of Letter."""
    say = _sentences(11)
    return [
        Block(say(3), f"{say(20)}. {say(20)}. {say(20)}.", tuple(say(12) for _ in range(3)))
        for _ in range(round(BLOCKS_ON_PAGE * pages))
    ]


def sections(given: list[Slide]) -> Iterator[tuple[str, list[Slide]]]:
    for start in range(0, len(given), SLIDES_IN_SECTION):
        yield f"Part {start // SLIDES_IN_SECTION + 1}", given[start : start + SLIDES_IN_SECTION]


def outline(
    given: list[Slide], sheet: Sequence[Block] = (), handouts: str = "[]", title: str = "Five hundred slides"
) -> str:
    """A Hornbook outline. Its automatic slides are left out, so that every program writes the same."""
    lines = [
        f"title: {title}",
        "language: en-US",
        "opening: [title]",
        "closing: []",
        f"handouts: {handouts}",
        "sections:",
    ]
    for name, part in sections(given):
        lines += [f"  - title: {name}", "    slides:"]
        for slide in part:
            lines += [f"      - title: {slide.title}", "        points:"]
            lines += [f"          - {point}" for point in slide.points]
            lines += ["        notes: |", f"          {slide.notes[0]}", "", f"          {slide.notes[1]}"]
    if sheet:
        lines += ["print:", "  fact_sheet:"]
    for block in sheet:
        lines += [f"    - heading: {block.heading}", f"      text: {block.text}"]
        lines += [f"    - heading: {block.heading} in short", "      points:"]
        lines += [f"        - {point}" for point in block.points]
    return "\n".join(lines) + "\n"


SHEET_RECIPE = """title: fact_sheet
about: A sheet without end.
for: learners
blocks:
  - facts: {columns: 1}
"""


def markdown(given: list[Slide]) -> str:
    lines = ["% Five hundred slides", ""]
    for title, part in sections(given):
        lines += [f"# {title}", ""]
        for slide in part:
            lines += [f"## {slide.title}", "", *(f"- {point}" for point in slide.points), ""]
            lines += ["::: notes", slide.notes[0], "", slide.notes[1], ":::", ""]
    return "\n".join(lines)


def slides_json(given: list[Slide]) -> str:
    parts = [{"title": title, "slides": [vars(slide) for slide in part]} for title, part in sections(given)]
    return json.dumps({"title": "Five hundred slides", "sections": parts})


def sheet_json(given: list[Block]) -> str:
    return json.dumps({"title": "A sheet", "blocks": [vars(block) for block in given]})


def typst(given: list[Block]) -> str:
    lines = [
        '#set page("us-letter", margin: 18mm)',
        "#set text(11pt)",
        '#set document(title: "A sheet")',
        "= A sheet",
        "",
    ]
    for block in given:
        lines += [
            f"== {block.heading}",
            "",
            block.text,
            "",
            f"== {block.heading} in short",
            "",
            *(f"- {point}" for point in block.points),
            "",
        ]
    return "\n".join(lines)


def html(given: list[Block]) -> str:
    parts = [
        "<!doctype html><html lang=en-US><title>A sheet</title>",
        "<style>@page {size: letter; margin: 18mm} body {font: 11pt/16pt sans-serif}</style><h1>A sheet</h1>",
    ]
    for block in given:
        points = "".join(f"<li>{escape(point)}</li>" for point in block.points)
        parts.append(
            f"<h2>{escape(block.heading)}</h2><p>{escape(block.text)}</p><h2>{escape(block.heading)} in short</h2><ul>{points}</ul>"
        )
    return "\n".join(parts)
