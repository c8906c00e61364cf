"""The commands by name. Each imports what it needs when it runs, so that `--help` pays for nothing else."""

from pathlib import Path
from typing import Annotated

import typer

from hornbook import __version__
from hornbook.cli.plainly import PlainCommand, PlainGroup


def _examples(*lines: str) -> str:
    """Lines as they are: a mark of click keeps them from being filled into a paragraph."""
    return "Examples:\n\n\b\n" + "\n".join(f"  {line}" for line in lines)


app = typer.Typer(
    name="hornbook",
    cls=PlainGroup,
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
    help="One YAML lesson outline in, a native PowerPoint deck and printable, accessible PDF handouts out.",
    epilog=_examples(
        "hornbook new my-lesson      an outline that builds and explains itself",
        "hornbook build my-lesson    deck, PDF and handouts, in out/my-lesson/",
        "hornbook check my-lesson    what a careful colleague would say",
        "hornbook explain HB302      what a code means and how to mend it",
    ),
)

Lessons = Annotated[
    list[str] | None, typer.Argument(metavar="[LESSON]...", help="A folder, a .yaml file, or the name of a lesson.")
]
AsJson = Annotated[bool, typer.Option("--json", help="Print one JSON object on stdout.")]
Strict = Annotated[bool, typer.Option("--strict", help="Warnings fail as well.")]
Today = Annotated[
    str, typer.Option("--today", metavar="DATE", help="The date of today for messages about dates: 2026-11-24.")
]
Audiences = Annotated[
    list[str] | None, typer.Option("--audience", metavar="NAME", help="Only this audience; may be given again.")
]
Values = Annotated[
    list[str] | None, typer.Option("--set", metavar="NAME=VALUE", help="A value for <<NAME>>; may be given again.")
]
ThemeName = Annotated[
    str,
    typer.Option(
        "--theme",
        metavar="NAME|FILE",
        help="A theme in place of the lesson's own: a name, or a school's .pptx or .potx.",
    ),
]
Only = Annotated[
    str,
    typer.Option(
        "--only", metavar="LIST", help="deck, deck-pdf, accessibility or names of recipes, with commas between."
    ),
]
NoNotes = Annotated[bool, typer.Option("--no-notes", help="Leave the speaker notes out of the deck.")]
Out = Annotated[Path | None, typer.Option("--out", metavar="DIR", help="In place of out/.")]
Jobs = Annotated[int, typer.Option("--jobs", min=0, help="Processes; one for each core when left out.")]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="Print errors only.")]
Language = Annotated[
    str, typer.Option("--language", metavar="TAG", help="A translation that the lesson has: es, ar, zh-Hans.")
]
Draft = Annotated[bool, typer.Option("--draft", help="Show what is not translated, marked, in place of an error.")]
Paper = Annotated[str, typer.Option("--paper", metavar="NAME", help="letter, a4 or legal.")]
LargePrint = Annotated[bool, typer.Option("--large-print", help="Handouts in 18 pt and larger, set anew.")]
Mono = Annotated[bool, typer.Option("--mono", help="Handouts in black on white, with little ink.")]
Booklet = Annotated[bool, typer.Option("--booklet", help="Handouts two pages to a side, to be folded.")]
Fillable = Annotated[bool, typer.Option("--fillable", help="Handouts as forms to fill in on a screen.")]
LargePrint20 = Annotated[bool, typer.Option("--large-print-20", help="The same in 20 pt, with wider lines.")]


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"hornbook {__version__}")
        raise typer.Exit


@app.callback()
def hornbook(
    version: Annotated[
        bool, typer.Option("--version", callback=_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    del version


@app.command(
    cls=PlainCommand,
    epilog=_examples(
        "hornbook build decks/the-water-cycle",
        "hornbook build the-water-cycle --only deck,fact-sheet --paper a4",
        "hornbook build the-water-cycle --large-print --mono",
        'hornbook build the-water-cycle --set teacher_contact="Room 12"',
    ),
)
def build(  # noqa: PLR0917 - a command has its options
    lessons: Lessons = None,
    only: Only = "",
    audience: Audiences = None,
    language: Language = "",
    draft: Draft = False,
    theme: ThemeName = "",
    paper: Paper = "",
    large_print: LargePrint = False,
    large_print_20: LargePrint20 = False,
    mono: Mono = False,
    booklet: Booklet = False,
    fillable: Fillable = False,
    form: Annotated[
        str, typer.Option("--format", metavar="pdf|docx|html", help="Handouts as PDF, or as copies to edit.")
    ] = "pdf",
    value: Values = None,
    no_notes: NoNotes = False,
    out: Out = None,
    jobs: Jobs = 0,
    force: Annotated[bool, typer.Option("--force", help="Build what is up to date as well.")] = False,
    strict: Strict = False,
    today: Today = "",
    as_json: AsJson = False,
    quiet: Quiet = False,
) -> None:
    """Build decks and handouts. Without LESSON: every lesson of the workspace."""
    from hornbook.build.options import Options
    from hornbook.build.store import usual_folder
    from hornbook.cli.arguments import day, file_format, named_values, parts
    from hornbook.cli.build import run_build
    from hornbook.lesson.variants import Variant

    options = Options(
        only=parts(only),
        audiences=tuple(audience or ()),
        language=language,
        draft=draft,
        theme=theme,
        paper=paper.lower(),
        variant=Variant(20 if large_print_20 else 18 if large_print else 0, mono, booklet, fillable),
        format=file_format(form),
        values=named_values(value or []),
        notes=not no_notes,
        out=out,
        jobs=jobs,
        force=force,
        strict=strict,
        today=day(today),
        cache=usual_folder(),
    )
    run_build(lessons or [], options, as_json=as_json, quiet=quiet)


@app.command(
    cls=PlainCommand,
    epilog=_examples("hornbook watch the-water-cycle", "hornbook watch the-water-cycle --only deck-pdf"),
)
def watch(  # noqa: PLR0917
    lesson: Annotated[str, typer.Argument(metavar="LESSON", help="A folder, a .yaml file, or the name of a lesson.")],
    only: Only = "",
    audience: Audiences = None,
    language: Language = "",
    draft: Draft = False,
    theme: ThemeName = "",
    paper: Paper = "",
    value: Values = None,
    no_notes: NoNotes = False,
    out: Out = None,
    today: Today = "",
    as_json: AsJson = False,
    quiet: Quiet = False,
) -> None:
    """Build a lesson again each time that you save it, in a moment. Ctrl+C ends it."""
    from hornbook.build.options import Options
    from hornbook.build.store import usual_folder
    from hornbook.cli.arguments import day, named_values, parts
    from hornbook.cli.watch import run_watch

    options = Options(
        only=parts(only),
        audiences=tuple(audience or ()),
        language=language,
        draft=draft,
        theme=theme,
        paper=paper.lower(),
        values=named_values(value or []),
        notes=not no_notes,
        out=out,
        jobs=1,
        today=day(today),
        cache=usual_folder(),
    )
    run_watch(lesson, options, as_json=as_json, quiet=quiet)


@app.command(
    cls=PlainCommand,
    epilog=_examples(
        "hornbook batch the-water-cycle --with districts.csv",
        "hornbook batch the-water-cycle --with districts.xlsx --only fact-sheet --name '<<state>>-<<district>>' --zip",
    ),
)
def batch(  # noqa: PLR0917
    lesson: Annotated[str, typer.Argument(metavar="LESSON", help="A folder, a .yaml file, or the name of a lesson.")],
    rows: Annotated[
        Path,
        typer.Option("--with", metavar="FILE", help="A table: .csv, .tsv, .yaml or .xlsx. Columns fill <<names>>."),
    ],
    only: Only = "",
    audience: Audiences = None,
    theme: ThemeName = "",
    paper: Paper = "",
    value: Values = None,
    no_notes: NoNotes = False,
    name: Annotated[
        str,
        typer.Option("--name", metavar="TEMPLATE", help="Names of kits: '<<state>>-<<row>>'. Else the first column."),
    ] = "",
    out: Annotated[str, typer.Option("--out", metavar="DIR|URL", help="In place of out/; s3://... with fsspec.")] = "",
    zipped: Annotated[bool, typer.Option("--zip", help="Pack each kit into one file.")] = False,
    jobs: Jobs = 0,
    cluster: Annotated[
        str, typer.Option("--cluster", metavar="local|ADDRESS", help="Make kits on Dask: tcp://scheduler:8786.")
    ] = "",
    force: Annotated[bool, typer.Option("--force", help="Make what is up to date as well.")] = False,
    strict: Strict = False,
    today: Today = "",
    as_json: AsJson = False,
    quiet: Quiet = False,
) -> None:
    """Make a kit for each row of a table. A second run makes only what changed; one that was stopped goes on."""
    from hornbook.build.options import Options
    from hornbook.cli.arguments import day, named_values, parts
    from hornbook.cli.batch import Asked, run

    options = Options(
        only=parts(only),
        audiences=tuple(audience or ()),
        theme=theme,
        paper=paper.lower(),
        values=named_values(value or []),
        notes=not no_notes,
        jobs=jobs,
        force=force,
        strict=strict,
        today=day(today),
    )
    run(lesson, Asked(rows, name, out, zipped, cluster), options, as_json=as_json, quiet=quiet)


@app.command(
    cls=PlainCommand,
    epilog=_examples(
        "hornbook check decks/the-water-cycle",
        "hornbook check --strict --format json",
        "hornbook check --format github",
        "hornbook check the-water-cycle --fix",
    ),
)
def check(  # noqa: PLR0917
    lessons: Lessons = None,
    audience: Audiences = None,
    language: Language = "",
    draft: Draft = False,
    theme: ThemeName = "",
    paper: Paper = "",
    value: Values = None,
    strict: Strict = False,
    jobs: Jobs = 0,
    today: Today = "",
    as_json: AsJson = False,
    form: Annotated[
        str, typer.Option("--format", metavar="text|json|sarif|github", help="How to print what was found.")
    ] = "text",
    fix: Annotated[
        bool, typer.Option("--fix", help="First mend in the files what nobody has to think about: quotes, tabs, names.")
    ] = False,
) -> None:
    """Say everything that is wrong with lessons, and build nothing."""
    from hornbook.build.options import Options
    from hornbook.cli.arguments import day, named_values
    from hornbook.cli.check import run_check

    options = Options(
        audiences=tuple(audience or ()),
        language=language,
        draft=draft,
        theme=theme,
        paper=paper.lower(),
        values=named_values(value or []),
        strict=strict,
        jobs=jobs,
        today=day(today),
    )
    run_check(lessons or [], options, form="json" if as_json else form, fix=fix)


@app.command(
    cls=PlainCommand,
    epilog=_examples("hornbook new volcanoes", "hornbook new our-town --from human-trafficking-and-the-internet"),
)
def new(
    name: Annotated[str, typer.Argument(help="Name of the folder to make.")],
    source: Annotated[str, typer.Option("--from", metavar="LESSON", help="A lesson to copy and adapt.")] = "",
    as_json: AsJson = False,
) -> None:
    """Make a lesson that builds and explains itself, or a copy of one to adapt."""
    from hornbook.cli.new import run_new

    run_new(name, source, as_json=as_json)


@app.command("list", cls=PlainCommand)
def list_(
    what: Annotated[str, typer.Argument(help="lessons, recipes, themes, layouts, kinds, rules, codes or papers.")],
    theme: ThemeName = "daylight",
    as_json: AsJson = False,
) -> None:
    """List what there is: lessons, recipes, themes, layouts, kinds, rules, codes or papers."""
    from hornbook.cli.listing import run_list

    run_list(what, theme, as_json=as_json)


@app.command(cls=PlainCommand)
def explain(
    code: Annotated[str, typer.Argument(help="A code such as HB302.")],
    as_json: AsJson = False,
) -> None:
    """Say what a code means, with an example and how to mend it."""
    from hornbook.cli.explain import run_explain

    run_explain(code, as_json=as_json)


@app.command(cls=PlainCommand)
def schema(
    what: Annotated[str, typer.Argument(help="lesson, contacts, recipe or theme.")],
) -> None:
    """Print a JSON Schema, for editors that help while typing."""
    from hornbook.cli.schema import run_schema

    run_schema(what)


@app.command(cls=PlainCommand, epilog=_examples("hornbook cache info", "hornbook cache clear"))
def cache(
    what: Annotated[str, typer.Argument(metavar="info|clear", help="Say what is kept, or remove it.")] = "info",
    as_json: AsJson = False,
) -> None:
    """Say where what was made is kept for another time, or remove it."""
    from hornbook.cli.cache import run_cache

    run_cache(what, as_json=as_json)


translate = typer.Typer(
    cls=PlainGroup,
    no_args_is_help=True,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    help="Carry a lesson into another language, with the files that translators use.",
    epilog=_examples(
        "hornbook translate update es my-lesson    po/es.po, to be translated",
        "hornbook translate export es my-lesson    po/es.xlf, for an agency",
        "hornbook translate import es.xlf          the agency's words, into po/es.po",
        "hornbook translate status my-lesson       what is done, fuzzy, missing or too long",
        "hornbook build my-lesson --language es",
    ),
)
app.add_typer(translate, name="translate")


@translate.command(cls=PlainCommand)
def extract(lessons: Lessons = None, as_json: AsJson = False) -> None:
    """Write po/lesson.pot: every text that can be translated, with its place and what to mind."""
    from hornbook.cli.translate import run_extract

    run_extract(lessons or [], as_json=as_json)


@translate.command(cls=PlainCommand)
def update(
    language: Annotated[str, typer.Argument(metavar="TAG", help="es, fr-CA, zh-Hans ...")],
    lessons: Lessons = None,
    as_json: AsJson = False,
) -> None:
    """Bring po/TAG.po up to date: new texts are added, changed ones are marked fuzzy."""
    from hornbook.cli.translate import run_update

    run_update(language, lessons or [], as_json=as_json)


@translate.command(cls=PlainCommand)
def export(
    language: Annotated[str, typer.Argument(metavar="TAG", help="es, fr-CA, zh-Hans ...")],
    lessons: Lessons = None,
    as_json: AsJson = False,
) -> None:
    """Write po/TAG.xlf for a translation agency: XLIFF 1.2, with what is there of po/TAG.po."""
    from hornbook.cli.translate import run_export

    run_export(language, lessons or [], as_json=as_json)


@translate.command("import", cls=PlainCommand)
def import_(
    file: Annotated[Path, typer.Argument(metavar="FILE.xlf", help="What the agency sent back.")],
    lesson: Annotated[str, typer.Argument(metavar="[LESSON]", help="Its lesson, where the file does not say.")] = "",
    as_json: AsJson = False,
) -> None:
    """Take the words of an XLIFF file into po/TAG.po; with an error in it nothing is changed."""
    from hornbook.cli.translate import run_import

    run_import(file, lesson, as_json=as_json)


@translate.command(cls=PlainCommand)
def status(lessons: Lessons = None, value: Values = None, as_json: AsJson = False) -> None:
    """Say of each language what is done, fuzzy, missing, or too long to fit."""
    from hornbook.build.options import Options
    from hornbook.cli.arguments import named_values
    from hornbook.cli.translate import run_status

    run_status(lessons or [], Options(values=named_values(value or [])), as_json=as_json)
