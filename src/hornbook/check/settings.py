"""How loud each rule is and what its numbers are: the rule's own, then the workspace's, then the lesson's."""

from collections.abc import Iterable, Sequence

from msgspec.structs import replace

from hornbook.check.rule import Rule
from hornbook.diagnostics import Diagnostic, Severity, error
from hornbook.lesson.rules import RuleSetting
from hornbook.source.nearest import nearest

_SEVERITIES = {"note": Severity.NOTE, "warning": Severity.WARNING, "error": Severity.ERROR}


def limits_of(rules: Sequence[Rule], settings: Iterable[RuleSetting]) -> dict[tuple[str, str], float]:
    """The number that counts, by code and name; a later setting replaces an earlier one."""
    limits = {(rule.code, name): number for rule in rules for name, number in rule.limits.items()}
    for setting in settings:
        limits |= {(setting.code, name): number for name, (number, _) in setting.limits.items()}
    return limits


def at_level(rule: Rule, found: Iterable[Diagnostic], settings: Iterable[RuleSetting]) -> tuple[Diagnostic, ...]:
    """What a rule found, as loud as the last setting wants it."""
    severity = _SEVERITIES.get(_level(rule, settings))
    return tuple(replace(each, severity=severity) if severity else each for each in found)


def is_off(rule: Rule, settings: Iterable[RuleSetting]) -> bool:
    return _level(rule, settings) == "off"


def unknown_settings(rules: Sequence[Rule], settings: Iterable[RuleSetting]) -> tuple[Diagnostic, ...]:
    """Settings of rules, and numbers of rules, that are not there."""
    known = {rule.code: rule for rule in rules}
    found: list[Diagnostic] = []
    for setting in settings:
        rule = known.get(setting.code)
        if rule is None:
            near = nearest(setting.code, tuple(known))
            hint = f"Did you mean `{near}`? " if near else ""
            message = f'There is no rule "{setting.code}".'
            found.append(error("HB592", message, setting.span, f'{hint}"hornbook list rules" names them.'))
            continue
        for name, (_, span) in setting.limits.items():
            if name not in rule.limits:
                names = ", ".join(f"`{each}`" for each in rule.limits) or "no numbers"
                found.append(error("HB592", f"{rule.code} has no number `{name}`.", span, f"It has {names}."))
    return tuple(found)


def _level(rule: Rule, settings: Iterable[RuleSetting]) -> str:
    levels = [setting.level for setting in settings if setting.code == rule.code and setting.level]
    return levels[-1] if levels else ""
