"""A recipe: what a handout is made of, as data. A form, not a language: blocks by name, one level of `each`, filters by equality."""

from collections.abc import Callable, Mapping
from typing import Literal, cast

from msgspec import Struct, field
from msgspec.structs import replace

from hornbook.diagnostics import Diagnostic, SourceFile, Span
from hornbook.handout.blocks import BLOCKS
from hornbook.handout.forms import EACH, EACH_NEEDS, Findings, read_options, text_of
from hornbook.handout.scope import Options, words_in
from hornbook.lesson.model import Lesson, Print
from hornbook.plan.document import Duplex
from hornbook.source.nearest import nearest
from hornbook.source.nodes import ListNode, MapNode, Node, ScalarNode, describe
from hornbook.source.outline import read_outline
from hornbook.units import PAPERS

Find = Callable[[str], SourceFile | None]
Each = Literal["sections", "slides", "questions", "terms"]

KEYS = (
    "title",
    "about",
    "for",
    "extends",
    "head",
    "paper",
    "duplex",
    "pages",
    "needs",
    "copies",
    "finish",
    "answers",
    "blanks",
    "citations",
    "blocks",
)
DUPLEX: dict[str, Duplex] = {
    "none": "Simplex",
    "long-edge": "DuplexFlipLongEdge",
    "short-edge": "DuplexFlipShortEdge",
}
HEADS = ("line", "band", "slim")
PRINTED = Print.__struct_fields__
"""What `print` of a lesson may hold."""
EACH_KEYS = ("each", "where", "blocks")
COLUMNS_KEYS = ("columns", "blocks")


class BlockUse(Struct, frozen=True):
    """A block with its options filled in."""

    name: str
    options: Options
    span: Span
    audiences: tuple[str, ...] = ()
    """The only ones that it is for; empty means all."""
    not_for: tuple[str, ...] = ()

    def is_for(self, audience: str) -> bool:
        return audience not in self.not_for and (not self.audiences or audience in self.audiences)


class EachUse(Struct, frozen=True):
    """Blocks made again for every section, slide, question or term that passes the filter."""

    each: Each
    where: Mapping[str, tuple[str, ...]]
    blocks: tuple[BlockUse, ...]
    span: Span


class ColumnsUse(Struct, frozen=True):
    """Blocks that run through columns of one height."""

    columns: int
    blocks: tuple[BlockUse, ...]
    span: Span


Use = BlockUse | EachUse | ColumnsUse


class Recipe(Struct, frozen=True):
    name: str
    title: str
    """A fixed phrase's name, or words of the author's own."""
    audience: str
    head: Literal["line", "band", "slim"]
    paper: str
    """Empty means the lesson's."""
    duplex: Duplex
    pages: int
    """The most it may have; 0 means as many as it takes."""
    answers: bool
    blanks: bool
    citations: bool
    uses: tuple[Use, ...]
    span: Span
    about: str = ""
    """What it is, in a sentence, for those who choose one; what it does without words of its own as well."""
    copies: str = ""
    """How many are printed, for the print list: a fixed phrase's name, or words."""
    finish: str = ""
    """What is done with them afterwards, in the same way."""
    needs: tuple[str, ...] = ()
    """Words of `print` without which there is nothing to print."""
    based_on: tuple[str, ...] = field(default=())
    """Names of the recipes that it extends, nearest first."""

    @property
    def lists_kit(self) -> bool:
        """Whether it says what else was made, so that it is made last."""
        return any(isinstance(use, BlockUse) and use.name == "print-list" for use in self.uses)

    @property
    def flows(self) -> bool:
        """Whether it has pages of text rather than sheets that are cut, folded or put on a wall."""
        return not any(isinstance(use, BlockUse) and BLOCKS[use.name].sheets for use in self.uses)

    def needs_deck(self, lesson: Lesson) -> bool:
        """Whether its pages show something that the deck has: slides, pictures of slides, the logo."""
        shown = {BLOCKS[block.name].shows for use in self.uses for block in _blocks(use)}
        pictured = "pictures" in shown and any(slide.picture for slide in lesson.slides)
        return "slides" in shown or pictured or lesson.logo is not None


def _blocks(use: Use) -> tuple[BlockUse, ...]:
    return (use,) if isinstance(use, BlockUse) else use.blocks


def read_recipe(file: SourceFile, find: Find) -> tuple[Recipe | None, tuple[Diagnostic, ...]]:
    """The recipe of a file, what it extends included; None where it has errors. `find` gives the file of a recipe's name."""
    findings = Findings()
    recipe = _read(file, find, findings, ())
    found = tuple(findings.found)
    return (None if any(each.severity >= 3 for each in found) else recipe), found


def recipe_name(file: SourceFile) -> str:
    """The file's name without its folder and ending."""
    return file.path.replace("\\", "/").rsplit("/", 1)[-1].removesuffix(".yaml").removesuffix(".yml")


def _read(file: SourceFile, find: Find, findings: Findings, seen: tuple[str, ...]) -> Recipe | None:
    root, found = read_outline(file)
    findings.found += found
    if root is None:
        return None
    if not isinstance(root, MapNode):
        findings.add(
            "HB421", f"A recipe is a group of fields; this is {describe(root)}.", root.span, "Begin with `title:`."
        )
        return None
    _known_keys(root, findings)
    name = recipe_name(file)
    base = _base(root, find, findings, (*seen, name))
    recipe = _fields(root, base or _empty(name, root.span), findings)
    if not recipe.uses and not findings.found:
        findings.add(
            "HB425",
            "This recipe has no blocks.",
            root.span,
            f"Write `blocks:` with a list of {', '.join(list(BLOCKS)[:4])} ...",
        )
    based_on = (base.name, *base.based_on) if base else ()
    return replace(recipe, name=name, span=root.span, based_on=based_on)


def _known_keys(root: MapNode, findings: Findings) -> None:
    for entry in root:
        if entry.key.text not in KEYS:
            findings.unknown("HB421", "A recipe has no field", entry.key, KEYS, root)


def _base(root: MapNode, find: Find, findings: Findings, seen: tuple[str, ...]) -> Recipe | None:
    node = root.get("extends")
    if node is None:
        return None
    name = text_of(node)
    if name in seen:
        findings.add(
            "HB424",
            f'"{name}" extends itself, by way of {" and ".join(seen)}.',
            node.span,
            "Let one of them stand by itself.",
        )
        return None
    file = find(name)
    if file is None:
        findings.add(
            "HB424",
            f'There is no recipe "{name}" to extend.',
            node.span,
            "Use the name of a file in `handouts/`, without `.yaml`.",
        )
        return None
    return _read(file, find, findings, seen)


def _empty(name: str, span: Span) -> Recipe:
    return Recipe(name, name, "", "line", "", "", 0, False, False, False, (), span)


def _fields(root: MapNode, base: Recipe, findings: Findings) -> Recipe:
    """The base with what the file says in place of it."""
    changes: dict[str, object] = {}
    for key, name in (
        ("title", "title"),
        ("about", "about"),
        ("for", "audience"),
        ("copies", "copies"),
        ("finish", "finish"),
    ):
        if node := root.get(key):
            changes[name] = findings.text(node, key)
    if node := root.get("head"):
        changes["head"] = findings.one_of(node, HEADS, "head") or base.head
    if node := root.get("paper"):
        changes["paper"] = findings.one_of(node, tuple(PAPERS), "paper") or base.paper
    if node := root.get("duplex"):
        changes["duplex"] = DUPLEX.get(findings.one_of(node, tuple(DUPLEX), "duplex"), base.duplex)
    if node := root.get("pages"):
        changes["pages"] = findings.number(node, "pages")
    if node := root.get("needs"):
        changes["needs"] = findings.some_of(node, PRINTED, "needs")
    for key in ("answers", "blanks", "citations"):
        if node := root.get(key):
            changes[key] = findings.flag(node, key)
    if node := root.get("blocks"):
        changes["uses"] = _uses(node, findings)
    return replace(base, **changes)


def _uses(node: Node, findings: Findings) -> tuple[Use, ...]:
    if not isinstance(node, ListNode):
        findings.add(
            "HB423", f"`blocks` is a list; this is {describe(node)}.", node.span, "Put `- ` before each block."
        )
        return ()
    uses = (_use(item, findings) for item in node.items)
    return tuple(use for use in uses if use is not None)


def _use(node: Node, findings: Findings) -> Use | None:
    if isinstance(node, MapNode) and "each" in node:
        return _each(node, findings)
    if isinstance(node, MapNode) and "columns" in node:
        return _columns(node, findings)
    return _anywhere(node, findings)


def _columns(node: MapNode, findings: Findings) -> ColumnsUse | None:
    """`columns: 2` with the `blocks` that run through them."""
    for entry in node:
        if entry.key.text not in COLUMNS_KEYS:
            findings.unknown("HB421", "`columns` has no field", entry.key, COLUMNS_KEYS, node)
    count, inner = node.get("columns"), node.get("blocks")
    if count is None or not isinstance(inner, ListNode):
        findings.add("HB425", "`columns` needs `blocks`.", node.span, "List what runs through the columns.")
        return None
    blocks = tuple(use for use in (_anywhere(item, findings) for item in inner.items) if use is not None)
    return ColumnsUse(max(1, findings.number(count, "columns")), blocks, node.span)


def _anywhere(node: Node, findings: Findings) -> BlockUse | None:
    """A block that needs no `each`."""
    use = _block(node, findings)
    if use is not None and BLOCKS[use.name].needs:
        needs = BLOCKS[use.name].needs
        findings.add(
            "HB428",
            f"`{use.name}` is made for each {needs}.",
            use.span,
            f"Put it under `each: {needs}s`, in its `blocks`.",
        )
    return use


def _each(node: MapNode, findings: Findings) -> EachUse | None:
    for entry in node:
        if entry.key.text not in EACH_KEYS:
            findings.unknown("HB421", "`each` has no field", entry.key, EACH_KEYS, node)
    chosen = node.get("each")
    each = findings.one_of(chosen, tuple(EACH), "each") if chosen else ""
    if not each:
        return None
    inner = node.get("blocks")
    if not isinstance(inner, ListNode):
        findings.add("HB425", "`each` needs `blocks`.", node.span, "List what is made for each of them.")
        return None
    blocks = tuple(use for use in (_inner(item, each, findings) for item in inner.items) if use is not None)
    return EachUse(cast("Each", each), _where(node.get("where"), each, findings), blocks, node.span)


def _inner(node: Node, each: str, findings: Findings) -> BlockUse | None:
    if isinstance(node, MapNode) and "each" in node:
        findings.add(
            "HB427",
            "`each` stands inside another `each`.",
            node.key_span("each"),
            "One level is all there is: put it beside the other.",
        )
        return None
    use = _block(node, findings)
    needs = BLOCKS[use.name].needs if use else ""
    if use and needs and needs not in EACH_NEEDS[each]:
        findings.add(
            "HB428",
            f"`{use.name}` is made for each {needs}, not for {each}.",
            use.span,
            f"Put it under `each: {needs}s`.",
        )
    return use


def _block(node: Node, findings: Findings) -> BlockUse | None:
    """`- fields`, or `- notes: {lines: 3}`."""
    match node:
        case ScalarNode():
            key, value = node, None
        case MapNode() if len(node.entries) == 1:
            entry = next(iter(node))
            key, value = entry.key, entry.value
        case _:
            findings.add(
                "HB423",
                f"A block is a name, or a name with its options; this is {describe(node)}.",
                node.span,
                "Write `- name` or `- name: {option: value}`.",
            )
            return None
    kind = BLOCKS.get(key.text.strip())
    if kind is None:
        findings.unknown("HB422", "There is no block", key, tuple(BLOCKS))
        return None
    options = read_options(kind.name, kind.options, value, findings)
    own = {name: options[name] for name in kind.options}
    return BlockUse(kind.name, own, key.span, words_in(options["for"]), words_in(options["not_for"]))


def _where(node: Node | None, each: str, findings: Findings) -> Mapping[str, tuple[str, ...]]:
    if node is None:
        return {}
    if not isinstance(node, MapNode):
        findings.add(
            "HB423",
            f"`where` is a group of fields; this is {describe(node)}.",
            node.span,
            "Write `where: {kind: activity}`.",
        )
        return {}
    known = EACH[each]
    for entry in node:
        if entry.key.text not in known:
            findings.unknown("HB426", f"`{each}` cannot be filtered by", entry.key, tuple(known), node)
    asked = {entry.key.text: entry.value for entry in node if entry.key.text in known}
    words = {name: findings.texts(value, name) for name, value in asked.items()}
    for name, value in asked.items():
        _known_words(name, words[name], known[name], value.span, findings)
    return words


def _known_words(name: str, words: tuple[str, ...], known: tuple[str, ...], at: Span, findings: Findings) -> None:
    for word in words:
        if known and word and word not in known:
            hint = nearest(word, known)
            findings.add(
                "HB426",
                f'`{name}` cannot be "{word}" here.',
                at,
                f"Did you mean `{hint}`?" if hint else f"Use one of {', '.join(known)}.",
            )
