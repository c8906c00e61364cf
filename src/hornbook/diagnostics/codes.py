"""All codes but those of rules, explained. The hundred names the stage, and each stage has a module of its own.

A rule of `check` is explained by the docstring of its module: see `check.rules.rule_codes`.
"""

from collections.abc import Mapping

from hornbook.diagnostics.batch_codes import BATCH_CODES
from hornbook.diagnostics.build_codes import BUILD_CODES
from hornbook.diagnostics.check_codes import CHECK_CODES
from hornbook.diagnostics.code import Code
from hornbook.diagnostics.compose_codes import COMPOSE_CODES
from hornbook.diagnostics.handout_codes import HANDOUT_CODES
from hornbook.diagnostics.lesson_codes import LESSON_CODES
from hornbook.diagnostics.picture_codes import PICTURE_CODES
from hornbook.diagnostics.source_codes import SOURCE_CODES
from hornbook.diagnostics.template_codes import TEMPLATE_CODES
from hornbook.diagnostics.theme_codes import THEME_CODES
from hornbook.diagnostics.translation_codes import TRANSLATION_CODES

CODES: Mapping[str, Code] = {
    **SOURCE_CODES,
    **LESSON_CODES,
    **PICTURE_CODES,
    **COMPOSE_CODES,
    **THEME_CODES,
    **TEMPLATE_CODES,
    **HANDOUT_CODES,
    **CHECK_CODES,
    **BUILD_CODES,
    **BATCH_CODES,
    **TRANSLATION_CODES,
}
"""Explanations by code, in order of the stages."""

__all__ = ["CODES", "Code"]
