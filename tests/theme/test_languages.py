"""What a theme becomes for a language."""

import pytest

from hornbook.theme.languages import in_language
from paginate.documents import theme


@pytest.mark.parametrize(
    ("language", "family"),
    [("vi", "Noto Sans"), ("ru", "Noto Sans"), ("el", "Noto Sans"), ("fr", "Atkinson Hyperlegible")],
)
def test_print_is_in_one_family_that_has_the_whole_alphabet(language, family):
    styles = in_language(theme(), language).print_styles.styles
    assert {style.family for style in styles.values()} == {family}
