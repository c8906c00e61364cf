"""What colours are for on a template's ground: of those that its theme has, the first that can be read there.

Words need 7:1, large bold ones 4.5:1, marks 3:1, as in themes of ours. Behind a picture or a gradient nobody knows the ground,
so that words keep the colour that the template gives them.
"""

from collections.abc import Mapping, Sequence

from hornbook.theme.contrast import ratio
from hornbook.theme.template.colours import Colours

ACCENTS = ("voice", "light", "caution", "quiet", "cream", "extra")
"""The accents of a theme in their order."""

TEXT, LARGE, MARK = 7.0, 4.5, 3.0
_CARD_SHOWS = 1.06
"""So much a card has to differ from the ground to be seen at all."""


def roles(ground: str, text: str, colours: Colours, *, plain: bool) -> Mapping[str, str]:
    """A colour for each role of `kinds.yaml`; cards and rules may have none."""
    below, words = colours.hex(ground), colours.hex(text)

    def first(names: Sequence[str], on: str, least: float, otherwise: str) -> str:
        return next((name for name in names if ratio(colours.hex(name), on) >= least), otherwise)

    card = _card(below, words, colours) if plain else ""
    on_card = colours.hex(card) if card else below
    hardest = min((below, on_card), key=lambda one: ratio(words, one))
    block = first(ACCENTS, hardest, MARK, "") if plain else ""
    block = block if block and _on(block, colours) else first(ACCENTS, "#FFFFFF", LARGE, text)
    accent = first(("voice", "dark", *ACCENTS[1:], "link"), hardest, TEXT, text) if plain else text
    soft = first(("dark",), hardest, TEXT, text) if plain else text
    return {
        "text": text,
        "soft": text if soft == accent else soft,  # else what only whispers would look like a link
        "accent": accent,
        "block": block,
        "onblock": _on(block, colours) or first(("paper", "ink"), colours.hex(block), LARGE, "paper"),
        "card": card,
        "rule": first((*ACCENTS, "dark"), below, 1.5, text),
        "caution": block,
    }


def _card(below: str, words: str, colours: Colours) -> str:
    """A quiet ground for cards; none where words could not be read on it, or nobody would see it."""
    for name in ("mist", "paper"):
        value = colours.hex(name)
        if ratio(words, value) >= TEXT and ratio(value, below) >= _CARD_SHOWS:
            return name
    return ""


def _on(block: str, colours: Colours) -> str:
    """What is read on a block: paper or ink."""
    best = max(("paper", "ink"), key=lambda name: ratio(colours.hex(name), colours.hex(block)))
    return best if ratio(colours.hex(best), colours.hex(block)) >= LARGE else ""
