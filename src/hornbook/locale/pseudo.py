"""English made longer and strange, so that a layout can be tried before anyone has translated a word."""

from itertools import cycle

from hornbook.patterns import lazy

_ACCENTS = str.maketrans("aceinosuyACEINOSUY", "áçéíñóšúýÁÇÉÍÑÓŠÚÝ")
_KEPT = lazy(
    r"<<[^<>]*>>|\[@[^\]]*\]|\]\([^)]*\)|`[^`]*`|\{\w+\}|_{2,}"  # names, citations, links, code, values, lines to write on
    r"|(?:https?://|www\.)\S+|[\w.+-]+@[\w.-]+|(?:[\w-]+\.)+[a-z]{2,}(?:/\S*)?"
)
_MORE = ("één", "twó", "thréé", "fóúr", "fívé", "síx", "sévéñ", "éíght", "ñíñé", "téñ")
LONGER_BY = 0.4


def pseudo(text: str) -> str:
    """The text with accents and about 40 % more letters; names, citations, addresses, values and lines stay as they are."""
    parts: list[str] = []
    end = 0
    for kept in _KEPT.finditer(text):
        parts += (text[end : kept.start()].translate(_ACCENTS), kept[0])
        end = kept.end()
    parts.append(text[end:].translate(_ACCENTS))
    return "".join(parts) + _padding(text)


def _padding(text: str) -> str:
    """Words that make the text 40 % longer; a short text gets letters instead."""
    own = len(_KEPT.sub("", text))
    wanted = round(own * LONGER_BY)
    if own <= 10:
        return "é" * wanted
    words = ""
    for word in cycle(_MORE):
        if len(words) >= wanted:
            return words
        words += f" {word}"
    return words
