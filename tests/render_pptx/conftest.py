import pytest

from hornbook.render.pptx import render_pptx
from render_pptx.package import Package
from render_pptx.sample import every_kind


@pytest.fixture(scope="session")
def deck_bytes() -> bytes:
    return render_pptx(every_kind())


@pytest.fixture(scope="session")
def package(deck_bytes: bytes) -> Package:
    return Package(deck_bytes)
