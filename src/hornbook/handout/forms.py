"""Values of a recipe, read from nodes: words, numbers, yes and no, each refused with what is accepted."""

from collections.abc import Mapping, Sequence
from typing import get_args

from msgspec import Struct, field

from hornbook.diagnostics import Diagnostic, Edit, Span, error
from hornbook.handout.blocks.kind import COMMON, Option
from hornbook.handout.scope import Options
from hornbook.lesson.keys import KINDS
from hornbook.lesson.model import QuestionKind
from hornbook.source.nearest import nearest
from hornbook.source.nodes import ListNode, MapNode, Node, ScalarNode, describe
from hornbook.source.renaming import renamed

EACH: dict[str, dict[str, tuple[str, ...]]] = {
    "sections": {},
    "slides": {"kind": KINDS, "id": (), "blanks": ("true", "false")},
    "questions": {"kind": get_args(QuestionKind)},
    "terms": {},
}
"""What `each` may go through, what it may be filtered by, and the only words for that; none means any."""

EACH_NEEDS: dict[str, tuple[str, ...]] = {
    "sections": ("section",),
    "slides": ("slide", "section"),
    "questions": ("question", "slide"),
    "terms": ("term",),
}
"""What a block inside may need."""

YES_NO = {"true": True, "yes": True, "false": False, "no": False}


class Findings(Struct):
    """The messages about one recipe."""

    found: list[Diagnostic] = field(default_factory=list[Diagnostic])

    def add(self, code: str, message: str, span: Span, hint: str = "", fix: Edit | None = None) -> None:
        self.found.append(error(code, message, span, hint, fix))

    def unknown(
        self, code: str, what: str, key: ScalarNode, known: Sequence[str], group: MapNode | None = None
    ) -> None:
        """A name that is not known, with the nearest one that is; in a group of fields `--fix` may write that."""
        close = nearest(key.text, known)
        hint = f"Did you mean `{close}`?" if close else f"There are: {', '.join(known)}."
        self.add(code, f'{what} "{key.text}".', key.span, hint, renamed(group, key, known) if group else None)

    def one_of(self, node: Node, known: Sequence[str], what: str) -> str:
        """The text where it is one of these, otherwise empty."""
        words = text_of(node)
        if words in known:
            return words
        close = nearest(words, known)
        hint = f"Did you mean `{close}`?" if close else f"Use one of {', '.join(known)}."
        self.add("HB423", f'`{what}` cannot be "{words}".', node.span, hint)
        return ""

    def text(self, node: Node, what: str) -> str:
        """The words of a text; empty where something else is there."""
        if isinstance(node, ScalarNode):
            return node.text.strip()
        self.add("HB423", f"`{what}` is a text; this is {describe(node)}.", node.span, f"For example: {what}: a word")
        return ""

    def texts(self, node: Node, what: str) -> tuple[str, ...]:
        """One text, or each text of a list."""
        items = node.items if isinstance(node, ListNode) else (node,)
        return tuple(self.text(item, what) for item in items)

    def some_of(self, node: Node, known: Sequence[str], what: str) -> tuple[str, ...]:
        """One of these words, or each of a list."""
        items = node.items if isinstance(node, ListNode) else (node,)
        return tuple(word for word in (self.one_of(item, known, what) for item in items) if word)

    def number(self, node: Node, what: str) -> int:
        words = text_of(node)
        if words.isdigit():
            return int(words)
        self.add("HB423", f'`{what}` is a whole number, not "{words}".', node.span, f"For example: {what}: 2")
        return 0

    def flag(self, node: Node, what: str) -> bool:
        words = text_of(node).casefold()
        if words in YES_NO:
            return YES_NO[words]
        self.add("HB423", f'`{what}` is true or false, not "{text_of(node)}".', node.span, f"For example: {what}: true")
        return False


def text_of(node: Node) -> str:
    """The words of a scalar; what else it is, in words."""
    return node.text.strip() if isinstance(node, ScalarNode) else describe(node)


def read_options(block: str, known: Mapping[str, Option], value: Node | None, findings: Findings) -> Options:
    """What is written, over what holds without it, and for whom. The first option may be given alone: `- lines: 4`."""
    allowed = {**known, **COMMON}
    options = {name: option.default for name, option in allowed.items()}
    written: dict[str, Node] = {}
    match value:
        case None:
            pass
        case MapNode():
            written = {entry.key.text: entry.value for entry in value if entry.key.text in allowed}
            for entry in value:
                if entry.key.text not in allowed:
                    findings.unknown("HB421", f"The block `{block}` has no option", entry.key, tuple(allowed), value)
        case _ if known:
            written = {next(iter(known)): value}
        case _:
            findings.add("HB423", f"The block `{block}` has no options.", value.span, f"Write `- {block}`.")
    for name, node in written.items():
        options[name] = _value(allowed[name], node, name, findings)
    return options


def _value(option: Option, node: Node, name: str, findings: Findings) -> str | float | bool | tuple[str, ...]:
    match option.type:
        case "number":
            return findings.number(node, name)
        case "flag":
            return findings.flag(node, name)
        case "text":
            return findings.one_of(node, option.known, name) if option.known else findings.text(node, name)
        case "words":
            if not option.known:
                return findings.texts(node, name)
            return findings.some_of(node, option.known, name)
