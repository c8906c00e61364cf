"""Pictures of a slide (`p:pic`): cropped to their placeholder, described or marked as decoration, vector with a fallback."""

from collections.abc import Mapping

from msgspec import Struct

from hornbook.ooxml import escape
from hornbook.plan.page import Media, PictureBox
from hornbook.render.pptx.frames import placeholder_xml
from hornbook.render.pptx.parts import Parts, Relationships
from hornbook.render.pptx.xml import DECORATIVE, place
from hornbook.theme.model import Placeholder

_SVG = (
    '<a:extLst><a:ext uri="{{96DAC541-7B7A-43D3-8B79-37D633B846F1}}">'
    '<asvg:svgBlip xmlns:asvg="http://schemas.microsoft.com/office/drawing/2016/SVG/main" r:embed="{id}"/>'
    "</a:ext></a:extLst>"
)


class MediaParts(Struct, frozen=True):
    """The pictures of a deck as parts named by their digest: the same picture on ten slides is one part."""

    media: Mapping[str, Media]
    parts: Parts

    def files(self, digest: str) -> tuple[str, str]:
        """Names of the raster part and of the vector part (empty where there is none)."""
        picture = self.media[digest]
        if picture.kind != "svg":
            return self._file(f"{digest}.{picture.kind}", picture.data), ""
        return self._file(f"{digest}.png", picture.fallback), self._file(f"{digest}.svg", picture.data)

    def _file(self, name: str, data: bytes) -> str:
        self.parts.binary(f"ppt/media/{name}", data)
        return f"../media/{name}"


def picture_xml(
    box: PictureBox, id: int, placeholder: Placeholder | None, media: MediaParts, relationships: Relationships
) -> str:
    """A picture in its placeholder, whose place it inherits; one without a placeholder has its own."""
    name = box.name or (placeholder.name if placeholder else "") or f"Picture {id}"
    described = "" if box.decorative else escape(box.alt)
    mark = DECORATIVE if box.decorative else ""
    ph = placeholder_xml(placeholder) if placeholder else ""
    own = "" if placeholder else f'{place(box.rect)}<a:prstGeom prst="rect"><a:avLst/></a:prstGeom>'
    group = ' noGrp="1"' if placeholder else ""
    return (
        f'<p:pic><p:nvPicPr><p:cNvPr id="{id}" name="{escape(name)}" descr="{described}">{mark}</p:cNvPr>'
        f'<p:cNvPicPr><a:picLocks{group} noChangeAspect="1"/></p:cNvPicPr><p:nvPr>{ph}</p:nvPr></p:nvPicPr>'
        f"<p:blipFill>{_blip(box, media, relationships)}{_source_rectangle(box, placeholder)}"
        f"<a:stretch><a:fillRect/></a:stretch></p:blipFill><p:spPr>{own}</p:spPr></p:pic>"
    )


def _blip(box: PictureBox, media: MediaParts, relationships: Relationships) -> str:
    raster, vector = media.files(box.digest)
    embed = relationships.to("image", raster)
    if not vector:
        return f'<a:blip r:embed="{embed}"/>'
    return f'<a:blip r:embed="{embed}">{_SVG.format(id=relationships.to("image", vector))}</a:blip>'


def _source_rectangle(box: PictureBox, placeholder: Placeholder | None) -> str:
    """What is cut from each side. A picture that does not fill its placeholder is cut by less than nothing, as by PowerPoint's "Fit"."""
    left, top, right, bottom = box.crop
    if placeholder:
        width = box.rect.width / (1 - left - right)
        height = box.rect.height / (1 - top - bottom)
        left += (placeholder.rect.left - box.rect.left) / width
        right += (box.rect.right - placeholder.rect.right) / width
        top += (placeholder.rect.top - box.rect.top) / height
        bottom += (box.rect.bottom - placeholder.rect.bottom) / height
    sides = ((name, round(part * 100000)) for name, part in zip("ltrb", (left, top, right, bottom), strict=True))
    cut = "".join(f' {name}="{part}"' for name, part in sides if part)
    return f"<a:srcRect{cut}/>"
