"""`image`: a picture as the whole body. Nothing of it is cut off: it may be a diagram or a form."""

from hornbook.compose.content import Arrangement, Content, Fill, Part, PictureFill
from hornbook.lesson.model import ImageBody, Slide


def image(slide: Slide, body: ImageBody) -> Content:
    """The picture under the title; the credit stands in the source line."""
    del body
    picture = slide.picture
    assert picture is not None

    def fills(_parts: tuple[Part, ...]) -> tuple[Fill, ...]:
        return (PictureFill("picture", picture, whole=True),)

    return Content("image", slide.title, (Arrangement("Picture", fills),), credit=picture.credit)
