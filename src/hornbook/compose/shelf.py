"""The pictures of a deck: each file is read and cleaned once, and kept under the digest of its bytes."""

from hashlib import sha256
from pathlib import Path

from msgspec import Struct, field

from hornbook.compose.content import CodeFill, IconFill, PictureFill
from hornbook.diagnostics import Diagnostic, error
from hornbook.plan.page import Media
from hornbook.theme.model import Theme
from hornbook.units import Rect

Shelved = tuple[str, Media]
Crop = tuple[float, float, float, float]

ENOUGH_LOSS = 0.03
"""Of a drawing or a screenshot so little may be cut that nobody misses it."""

PHOTO_LOSS = 0.45
"""Of a photograph so much may be cut around its focus; of one with another shape nothing is."""


class Shelf(Struct):
    """The media of a deck while it is put together, and what was wrong with their files.

    A shelf that does not `load` keeps only what the headers of the files said: enough to lay slides out and to check them.
    """

    load: bool = True
    media: dict[str, Media] = field(default_factory=dict[str, Media])
    diagnostics: list[Diagnostic] = field(default_factory=list[Diagnostic])
    _files: dict[Path, str] = field(default_factory=dict[Path, str])
    _icons: dict[tuple[str, str], str] = field(default_factory=dict[tuple[str, str], str])

    def picture(self, fill: PictureFill) -> Shelved | None:
        """Digest and bytes of a picture, or None where its file cannot be used (and why is among the diagnostics)."""
        path = fill.picture.path
        if path not in self._files:
            kept = self._loaded(fill) if self.load else self._unread(fill)
            self._files[path] = self._keep(kept) if kept else ""
        digest = self._files[path]
        return (digest, self.media[digest]) if digest else None

    def _loaded(self, fill: PictureFill) -> Media | None:
        from hornbook.media.pictures import load_picture

        clean, found = load_picture(fill.picture.path, fill.picture.span)
        self.diagnostics += found
        return Media(clean.kind, clean.data, clean.width, clean.height, clean.fallback) if clean else None

    def _unread(self, fill: PictureFill) -> Media:
        """A picture by its header; its path stands for its bytes, and nobody draws it."""
        picture = fill.picture
        return Media(picture.kind, str(picture.path).encode(), picture.width, picture.height)

    def icon(self, fill: IconFill, colour: str) -> Shelved:
        """Digest and bytes of an icon in a colour `#RRGGBB`; its name is one that there is."""
        key = (fill.name, colour)
        if key not in self._icons:
            self._icons[key] = self._keep(self._drawn(fill.name, colour))
        return self._icons[key], self.media[self._icons[key]]

    def _drawn(self, name: str, colour: str) -> Media:
        from hornbook.media.icons import SIDE, icon_svg

        if not self.load:
            return Media("svg", f"{name} {colour}".encode(), SIDE, SIDE)
        from hornbook.media.svg import clean_svg

        clean = clean_svg(icon_svg(name, colour), name)
        return Media(clean.kind, clean.data, clean.width, clean.height, clean.fallback)

    def code(self, fill: CodeFill) -> Shelved | None:
        """A QR code that leads to the address."""
        from hornbook.media.qr import AddressTooLongError, qr_modules, qr_png

        try:
            data = qr_png(fill.url)
        except AddressTooLongError as fault:
            self.diagnostics.append(error("HB311", str(fault), fill.span, "Use a shorter address."))
            return None
        side = 8 * len(qr_modules(fill.url))
        digest = self._keep(Media("png", data, side, side))
        return digest, self.media[digest]

    def _keep(self, media: Media) -> str:
        digest = sha256(media.data).hexdigest()[:32]
        self.media.setdefault(digest, media)
        return digest


def template_media(theme: Theme) -> dict[str, Media]:
    """The pictures that a school's template draws behind its slides, by digest."""
    if theme.template is None:
        return {}
    return {
        digest: Media(clean.kind, clean.data, clean.width, clean.height, clean.fallback)
        for digest, clean in theme.template.media.items()
    }


NOTHING_CUT: Crop = (0.0, 0.0, 0.0, 0.0)


def framed(
    media: Media, place: Rect, focus: tuple[float, float], *, whole: bool, aside: float = 0.5
) -> tuple[Rect, Crop]:
    """Where a picture stands in its placeholder, and what is cut from its left, top, right and bottom.

    Photographs fill the place around their focus. Drawings, screenshots and pictures of another shape stand in it whole;
    `aside` says where one that is narrower: 0 at the left, 1 at the right.
    """
    across, down = place.width / media.width, place.height / media.height
    loss = 1 - min(across, down) / max(across, down)
    if not whole and loss <= (PHOTO_LOSS if media.kind == "jpeg" else ENOUGH_LOSS):
        return place, _crop(across, down, focus)
    size = min(across, down)
    width, height = media.width * size, media.height * size
    rect = Rect(place.left + (place.width - width) * aside, place.top + (place.height - height) / 2, width, height)
    return rect, NOTHING_CUT


def _crop(across: float, down: float, focus: tuple[float, float]) -> Crop:
    """As much as the shapes differ, cut so that the focus stays as near the middle as the edges allow."""
    size = max(across, down)
    left, right = _cut(across / size, focus[0])
    top, bottom = _cut(down / size, focus[1])
    return (left, top, right, bottom)


def _cut(shown: float, focus: float) -> tuple[float, float]:
    before = min(max(focus - shown / 2, 0.0), 1.0 - shown)
    return before, 1.0 - shown - before
