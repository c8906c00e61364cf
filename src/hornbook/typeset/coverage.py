"""Which family draws which words: the style's own, another one for a word that it cannot draw, none for a picture of a face or a flag.

A word is set in one family, so that an accent never comes from another face than its letter.
"""

from collections.abc import Iterator
from functools import lru_cache
from unicodedata import category

from hornbook.patterns import lazy
from hornbook.typeset.faces import face, face_key
from hornbook.typeset.scripts import fallbacks

LEFT_OUT = ""
"""In place of a family: emoji stay in an editable slide and are left out of what is drawn."""

_WORD = lazy(r"\s*\S+\s*|\s+")
_FIRST_SYMBOL = "\u203c"
"""The first character that may be an emoji, but for the signs of copyright and of a registered trade mark (Unicode, emoji-data.txt)."""
_JOINS = lazy("[\u200d\u20e3\ufe0e\ufe0f\U0001f3fb-\U0001f3ff\U000e0020-\U000e007f]")


@lru_cache(maxsize=8192)
def families(text: str, family: str, bold: bool, italic: bool, language: str = "") -> tuple[tuple[str, str], ...]:
    """The text in stretches, each with the family that draws it; LEFT_OUT for emoji."""
    if _draws(text, family, bold, italic):
        return ((text, family),)
    return tuple(_joined(_stretches(text, family, bold, italic, language)))


def without_a_face(text: str) -> str:
    """The characters that no family that is installed can draw, each once; emoji are not among them."""
    return "".join(char for char in dict.fromkeys(text) if not is_emoji(char) and _lacks(char))


def emoji_in(text: str) -> str:
    """The emoji that no family of ours can draw, each once."""
    return "".join(char for char in dict.fromkeys(text) if is_emoji(char) and not _JOINS.match(char) and _lacks(char))


@lru_cache(maxsize=4096)
def is_emoji(char: str) -> bool:
    """Whether a character is drawn as a small picture, or shapes one."""
    if _JOINS.match(char):
        return True
    if char < _FIRST_SYMBOL and char not in "\u00a9\u00ae":
        return False
    from uniseg.emoji import emoji

    return bool(emoji(char))


def pictures(text: str) -> int:
    """How many pictures an editable slide may show for the emoji of a text; joined ones count one by one."""
    return len(_JOINS.sub("", text))


def _stretches(text: str, family: str, bold: bool, italic: bool, language: str) -> Iterator[tuple[str, str]]:
    for word in _WORD.findall(text):
        found = next((one for one in (family, *fallbacks(language)) if _draws(word, one, bold, italic)), None)
        if found:
            yield word, found
        else:
            yield from _letters(word, family, bold, italic, language)


def _letters(word: str, family: str, bold: bool, italic: bool, language: str) -> Iterator[tuple[str, str]]:
    """A word that no family has whole, letter by letter. A letter that none has stays in the style's own family."""
    for char in word:
        found = next((one for one in (family, *fallbacks(language)) if _draws(char, one, bold, italic)), family)
        unseen = is_emoji(char) and (_JOINS.match(char) is not None or not _draws(char, found, bold, italic))
        yield char, LEFT_OUT if unseen else found


def _joined(stretches: Iterator[tuple[str, str]]) -> Iterator[tuple[str, str]]:
    text, family = next(stretches)
    for more, other in stretches:
        if other == family:
            text += more
        else:
            yield text, family
            text, family = more, other
    yield text, family


def _draws(text: str, family: str, bold: bool, italic: bool) -> bool:
    return text.isascii() or not face(face_key(family, bold=bold, italic=italic)).missing(text)


@lru_cache(maxsize=4096)
def _lacks(char: str) -> bool:
    return category(char)[0] != "C" and not any(_draws(char, family, False, False) for family in fallbacks(""))
