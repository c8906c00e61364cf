"""HB61x and HB62x: what is wrong with the rows of a batch."""

from hornbook.diagnostics.code import Code, by_code

BATCH_CODES = by_code(
    Code(
        "HB610",
        "Rows that cannot be read",
        "A batch makes one kit for each row of a CSV, YAML or XLSX file whose first row has the names of the columns.",
        "hornbook batch lesson --with districts.doc",
        "hornbook batch lesson --with districts.csv",
    ),
    Code(
        "HB611",
        "A column without a usable name",
        "Columns fill the <<names>> of the lesson. Each needs a name of its own.",
        "district,phone,phone",
        "district,phone,night_phone",
    ),
    Code(
        "HB612",
        "A row that does not fit its columns",
        "A row has as many cells as there are columns, and a cell holds words for a page, not a book. A comma inside of a cell needs quotes around the cell.",
        "Springfield, Ms. Rivera, room 12",
        'Springfield,"Ms. Rivera, room 12"',
    ),
    Code(
        "HB613",
        "Two rows with one name",
        "Each kit is named by its row, and two of one name would write over each other. Names that differ in capital letters alone are one name on many computers.",
        "--name '<<state>>'",
        "--name '<<state>>-<<district>>'",
    ),
    Code(
        "HB614",
        "A row that asks for something that is not there",
        "The columns paper, theme, audience, language, contacts and logo choose among what the lesson and the workspace have.",
        "paper: A5",
        "paper: a4",
    ),
    Code(
        "HB615",
        "A row that could not be made",
        "The process that made the kit ended, several times over, or the place where it is written refused it. The other rows are not touched; running the batch again tries this row again.",
    ),
)
