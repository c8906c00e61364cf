"""QR codes as a reader sees them."""

import io

import pytest
from PIL import Image

from hornbook.media.qr import QUIET_ZONE, AddressTooLongError, qr_modules, qr_png

URL = "https://humantraffickinghotline.org/en/contact"


def test_a_code_is_square_and_keeps_its_quiet_zone() -> None:
    modules = qr_modules(URL)
    assert {len(row) for row in modules} == {len(modules)}
    edge = [*modules[:QUIET_ZONE], *(row[:QUIET_ZONE] for row in modules), *(row[-QUIET_ZONE:] for row in modules)]
    assert not any(module for row in edge for module in row)


def test_three_corners_hold_the_finder_pattern() -> None:
    modules = qr_modules(URL)
    last = len(modules) - QUIET_ZONE - 7
    for top, left in ((QUIET_ZONE, QUIET_ZONE), (QUIET_ZONE, last), (last, QUIET_ZONE)):
        assert all(modules[top][left + step] and modules[top + 6][left + step] for step in range(7))
        assert all(modules[top + 3][left + step] == (step not in (1, 5)) for step in range(7))


def test_the_png_shows_the_same_modules() -> None:
    image = Image.open(io.BytesIO(qr_png(URL, 3))).convert("L")
    modules = qr_modules(URL)
    assert image.size == (3 * len(modules), 3 * len(modules))
    assert all(
        (image.getpixel((3 * column + 1, 3 * row + 1)) < 128) == dark
        for row, line in enumerate(modules)
        for column, dark in enumerate(line)
    )


def test_the_same_address_gives_the_same_bytes() -> None:
    assert qr_png(URL, 4) == qr_png(URL, 4)
    assert qr_png(URL, 4) != qr_png(URL + "/", 4)


def test_an_address_that_no_code_can_hold_is_refused() -> None:
    with pytest.raises(AddressTooLongError):
        qr_modules("https://example.org/" + "a" * 4000)
