"""English made longer and strange, so that a layout can be tried before anyone has translated a word."""

import re

_ACCENTS = str.maketrans("aceinosuyACEINOSUY", "áçéíñóšúýÁÇÉÍÑÓŠÚÝ")
_KEPT = re.compile(
    r"<<[^<>]*>>|\[@[^\]]*\]|\]\([^)]*\)|`[^`]*`|\{\w+\}"  # names, citations, addresses of links, code, values
    r"|(?:https?://|www\.)\S+|[\w.+-]+@[\w.-]+|(?:[\w-]+\.)+[a-z]{2,}(?:/\S*)?"
)
_MORE = ("één", "twó", "thréé", "fóúr", "fívé", "síx", "sévéñ", "éíght", "ñíñé", "téñ")
LONGER_BY = 0.4


def pseudo(text: str) -> str:
    """The text with accents and about 40 % more letters; names, citations, addresses and values stay as they are."""
    parts: list[str] = []
    end = 0
    for kept in _KEPT.finditer(text):
        parts += (text[end : kept.start()].translate(_ACCENTS), kept[0])
        end = kept.end()
    parts.append(text[end:].translate(_ACCENTS))
    return "".join(parts) + _padding(text)


def _padding(text: str) -> str:
    """Words that make the text 40 % longer; a text of one short word gets letters instead."""
    wanted = round(len(text) * LONGER_BY)
    if len(text) <= 6:
        return "é" * wanted
    words = ""
    for number in range(wanted):
        if len(words) >= wanted:
            break
        words += " " + _MORE[number % len(_MORE)]
    return words
