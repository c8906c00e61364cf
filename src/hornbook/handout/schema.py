"""JSON Schema of a recipe, for editors; made of the reader's own tables of fields, blocks and options."""

from collections.abc import Iterable, Mapping

from hornbook.handout.blocks import BLOCKS
from hornbook.handout.blocks.kind import COMMON, BlockKind, Option
from hornbook.handout.forms import EACH, EACH_NEEDS, YES_NO
from hornbook.handout.recipe import COLUMNS_KEYS, DUPLEX, EACH_KEYS, HEADS, KEYS, PRINTED
from hornbook.source.schema import (
    TEXT,
    TEXTS,
    Schema,
    document,
    either,
    fields,
    listed,
    one_of,
    part,
    with_examples,
)
from hornbook.units import PAPERS

ABOUT: Mapping[str, str] = {
    "title": "What the handout is called: a fixed phrase by its name, or words of your own.",
    "about": "What it is, and what it does where a lesson has no words for it: the line of `hornbook list recipes`.",
    "for": "For whom: a fixed phrase by its name, or words of your own.",
    "extends": "A recipe that this one starts from: what is written here stands in place of what that one says.",
    "head": "What stands at the top of the first page.",
    "paper": "The paper, where it is not the lesson's own.",
    "duplex": "How it is printed on two sides.",
    "pages": "The most pages that it may have.",
    "copies": "How many are printed, for the print list: a fixed phrase by its name, or words of your own.",
    "finish": "What is done with them afterwards, for the print list: cut, fold; in the same way.",
    "needs": "Words of the lesson's `print` without which there is nothing to print.",
    "answers": "`true` shows the answers, and what stood on the blanks.",
    "blanks": "`true` leaves the key words out, to be filled in.",
    "citations": "`true` numbers the sources in the text.",
    "blocks": "What it is made of, from top to bottom.",
}
_EACH_ABOUT: Mapping[str, str] = {
    "each": "What the blocks are made for, again and again.",
    "where": "Only those for which this is so.",
    "blocks": "What is made for each of them.",
}
_COLUMNS_ABOUT: Mapping[str, str] = {
    "columns": "How many columns of one height.",
    "blocks": "What runs through them.",
}
_FILTERS: Mapping[str, str] = {
    "kind": "Of these kinds.",
    "id": "With these ids.",
    "blanks": "`true` for slides with key words to fill in.",
}
OPTIONS: Mapping[str, str] = {
    "across": "How many side by side.",
    "all": "`true` takes those in that nothing refers to.",
    "choices": "What there is to tick.",
    "columns": "How many columns, or what stands above them.",
    "code": "`true` adds a QR code that leads to the first page or chat.",
    "count": "How many lines.",
    "down": "How many one below another.",
    "for": "Audiences that it is for; all of them where nothing is said.",
    "fill": "`true` goes on to the end of the page.",
    "kinds": "Of slides of these kinds.",
    "label": "What stands above: a fixed phrase by its name, or words of your own.",
    "lines": "How many lines to write on.",
    "minutes": "`true` says how long it takes.",
    "most": "How many at most; 0 for all of them.",
    "name": "`true` leaves a line for a name.",
    "not_for": "Audiences that it is not for.",
    "picture": "`false` leaves the slide's picture out.",
    "rows": "How many rows to write on at least.",
    "seed": "A number that the order of the choices comes from: the same number, the same order.",
    "show": "What there are lines for.",
    "style": "How it is set.",
    "title": "`false` leaves the heading out.",
    "words": "The words: a fixed phrase by its name, or your own.",
}
_FLAG = one_of((True, False, *(word for word in YES_NO if word not in {"true", "false"})))


def recipe_schema() -> Schema:
    """What a recipe may hold."""
    return document("recipe", "Hornbook recipe", "What a handout is made of.", _recipe(), _parts())


def _recipe() -> Schema:
    uses = listed(either(part("block"), part("columns"), *(part(f"each-{each}") for each in EACH)), least=0)
    known = {
        "title": with_examples(TEXT, "guided_notes", "For the fridge door"),
        "extends": with_examples(TEXT, "worksheet"),
        "head": one_of(HEADS),
        "paper": one_of(PAPERS),
        "duplex": one_of(DUPLEX),
        "pages": {"type": "integer", "minimum": 0},
        "needs": _words(PRINTED),
        **dict.fromkeys(("answers", "blanks", "citations"), _FLAG),
        "blocks": uses,
    }
    return {**fields(KEYS, known, ABOUT), "anyOf": [{"required": ["blocks"]}, {"required": ["extends"]}]}


def _parts() -> Mapping[str, Schema]:
    anywhere = _uses(kind for kind in BLOCKS.values() if not kind.needs)
    options = {f"options-{kind.name}": _options(kind) for kind in BLOCKS.values()}
    return {"block": anywhere, "columns": _columns(), **{f"each-{each}": _each(each) for each in EACH}, **options}


def _columns() -> Schema:
    """Blocks that run through columns."""
    known: Mapping[str, Schema] = {
        "columns": {"type": "integer", "minimum": 1},
        "blocks": listed(part("block"), least=0),
    }
    return {"title": "columns", **fields(COLUMNS_KEYS, known, _COLUMNS_ABOUT, needed=COLUMNS_KEYS)}


def _each(each: str) -> Schema:
    """Blocks made again for each of these, and what they may be filtered by."""
    fitting = _uses(kind for kind in BLOCKS.values() if kind.needs in {"", *EACH_NEEDS[each]})
    filters = {name: _words(known) for name, known in EACH[each].items()}
    known: Mapping[str, Schema] = {
        "each": {"const": each},
        "where": fields(filters, filters, _FILTERS),
        "blocks": listed(fitting, least=0),
    }
    return {"title": f"each: {each}", **fields(EACH_KEYS, known, _EACH_ABOUT, needed=("each", "blocks"))}


def _uses(kinds: Iterable[BlockKind]) -> Schema:
    """A block: its name alone, or its name with options."""
    blocks = {kind.name: kind for kind in kinds}
    names: Schema = {"title": "block", **one_of(blocks)}
    return either(names, *(_with_options(kind) for kind in blocks.values()))


def _with_options(kind: BlockKind) -> Schema:
    """A block of one option may be given its value alone."""
    options, first = part(f"options-{kind.name}"), next(iter(kind.options.values()), None)
    value = either(options, _value(first)) if first else options
    block = fields((kind.name,), {kind.name: value}, {kind.name: kind.summary}, needed=(kind.name,))
    return {"title": kind.name, "description": kind.summary, **block}


def _options(kind: BlockKind) -> Schema:
    values = {
        name: {**_value(option), "default": _default(option)} for name, option in {**kind.options, **COMMON}.items()
    }
    return fields(values, values, OPTIONS)


def _default(option: Option) -> object:
    match option.default:
        case float(number):
            return int(number)
        case tuple(words):
            return list(words)
        case other:
            return other


def _value(option: Option) -> Schema:
    match option.type:
        case "number":
            return {"type": "integer", "minimum": 0}
        case "flag":
            return _FLAG
        case "text":
            return one_of(option.known) if option.known else TEXT
        case "words":
            return _words(option.known)


def _words(known: tuple[str, ...]) -> Schema:
    """One word, or a list of them."""
    if not known:
        return TEXTS
    word = one_of(_as_seen(each) for each in known)
    return either(word, listed(word))


def _as_seen(word: str) -> object:
    """`true` and `false` are no texts to an editor."""
    return {"true": True, "false": False}.get(word, word)
