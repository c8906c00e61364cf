"""Values as they are written in a PDF file (ISO 32000-1 §7.3)."""

from collections.abc import Iterable, Mapping

from hornbook.source.addresses import written_address

_ESCAPES = {ord("\\"): "\\\\", ord("("): "\\(", ord(")"): "\\)", 10: "\\n", 13: "\\r"}


def number(value: float) -> str:
    """A number with three decimals at most, without trailing zeros: a thousandth of a point cannot be seen."""
    text = f"{value:.3f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def numbers(*values: float) -> str:
    """Numbers with spaces between them."""
    return " ".join(map(number, values))


def factors(*values: float) -> str:
    """Numbers of a transformation, which are multiplied with large ones: six decimals, never with an exponent."""
    return " ".join(f"{value:.6f}".rstrip("0").rstrip(".") for value in values)


def text_string(text: str) -> str:
    """A text string: ASCII in parentheses where that is enough, otherwise UTF-16 in hexadecimal."""
    if text.isascii() and text.isprintable():
        return f"({text.translate(_ESCAPES)})"
    return f"<{utf16(text, mark=True)}>"


def address_string(address: str) -> str:
    """The string of an address, which has to be ASCII."""
    return f"({written_address(address).translate(_ESCAPES)})"


def utf16(text: str, *, mark: bool = False) -> str:
    """Text as UTF-16 in hexadecimal digits, as CMaps and `ActualText` want it."""
    return ("FEFF" if mark else "") + text.encode("utf-16-be", "replace").hex().upper()


def dictionary(entries: Mapping[str, str]) -> str:
    """A dictionary in the order given; entries without a value are left out."""
    return "<<" + "".join(f"/{key} {value}" for key, value in entries.items() if value) + ">>"


def array(values: Iterable[str]) -> str:
    """An array of values that are written already."""
    return f"[{' '.join(values)}]"
