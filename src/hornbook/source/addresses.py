"""Addresses: which ones a program can follow at all, and how they are written into files (RFC 3986).

PowerPoint offers to repair a deck, and PDF readers refuse a link, where an address holds what no address may hold.
"""

import re
from urllib.parse import quote, urlsplit

_PLAIN = re.compile(r"(?:[\w.~:/?@!$&'()*+,;=#-]|%[0-9A-Fa-f]{2})+", re.ASCII)
_HOST = re.compile(r"[\w.-]+|[0-9a-f]*:[0-9a-f:.]+")
_KEPT = "/?:@!$&'()*+,;=-._~%"
_PERCENT = re.compile(r"%(?![0-9A-Fa-f]{2})")


def is_address(address: str) -> bool:
    """Whether an address of the web names a host (`https://[x` and `http://` do not), and one of mail or telephone anything."""
    try:
        parts = urlsplit(address)
        host, _ = parts.hostname, parts.port
    except ValueError:
        return False
    if parts.scheme in ("http", "https"):
        return host is not None and _HOST.fullmatch(host) is not None
    return bool(parts.path)


def written_address(address: str) -> str:
    """The address in ASCII: a host of other letters in IDNA's, everything else that no address may hold as percent signs."""
    if _PLAIN.fullmatch(address) and address.count("#") < 2:
        return address
    try:
        parts = urlsplit(address)
    except ValueError:
        return quote(address, safe=_KEPT)
    path, query, fragment = (quote(_PERCENT.sub("%25", part), safe=_KEPT) for part in parts[2:])
    host = parts.netloc if parts.netloc.isascii() else _in_ascii(parts.netloc)
    return parts._replace(netloc=host, path=path, query=query, fragment=fragment).geturl()


def _in_ascii(host: str) -> str:
    try:
        return host.encode("idna").decode()
    except UnicodeError:
        return quote(host)
