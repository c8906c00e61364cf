"""Outlines as plain data, every scalar as typed, and all their words one by one."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

ROOT = Path(__file__).parents[2]
DECKS = ROOT / "decks"
FLAGSHIP = DECKS / "human-trafficking-and-the-internet"
WATER = DECKS / "the-water-cycle"
HEAT = DECKS / "heat-safety-for-neighbors"
CONTACTS = DECKS / "contacts"


@dataclass(frozen=True)
class Words:
    """A scalar of the outline and the keys that lead to it."""

    keys: tuple[str, ...]
    text: str

    @property
    def place(self) -> str:
        return "/".join(self.keys)


def load(path: Path) -> Any:
    """The file's data; a number is the text that stands there."""
    return yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.BaseLoader)


def data(name: str) -> Any:
    """A file of expectations beside the tests."""
    return load(Path(__file__).with_name(name))


def all_words(node: Any, keys: tuple[str, ...] = ()) -> Iterator[Words]:
    """Every scalar under a node, keys of mappings that people read (series, terms) included."""
    if isinstance(node, str):
        yield Words(keys, node)
    elif isinstance(node, list):
        for index, item in enumerate(node):
            yield from all_words(item, (*keys, str(index)))
    else:
        for key, value in node.items():
            if keys and keys[-1] in {"vocabulary", "series", "match"}:
                yield Words((*keys, key), key)
            yield from all_words(value, (*keys, key))


def is_for(thing: Any, audience: str) -> bool:
    """Whether a section, slide or point is meant for that audience; without one, everything is."""
    wanted = thing.get("for", audience) if isinstance(thing, dict) else audience
    return not audience or audience in ([wanted] if isinstance(wanted, str) else wanted)


def slides(lesson: Any, audience: str = "") -> Iterator[Any]:
    """The slides for an audience, in order; without one, all of them."""
    for section in lesson["sections"]:
        if is_for(section, audience):
            yield from (slide for slide in section["slides"] if is_for(slide, audience))


def shown(lesson: Any, audience: str) -> Iterator[Any]:
    """Those that a room sees."""
    return (one for one in slides(lesson, audience) if one.get("hidden") != "true" and one.get("deck") != "false")


def minutes(slide: Any) -> float:
    return float(slide.get("minutes") or slide.get("activity", {}).get("minutes") or 0)


def section_minutes(section: Any, audience: str) -> float:
    return float(
        section.get("minutes") or sum(minutes(slide) for slide in section["slides"] if is_for(slide, audience))
    )
