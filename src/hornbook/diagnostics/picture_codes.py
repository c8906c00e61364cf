"""HB28x: what keeps a picture file out of a deck or a handout."""

from hornbook.diagnostics.code import Code, by_code

PICTURE_CODES = by_code(
    Code("HB280", "A picture that cannot be read", "The file is there, but the system does not hand it over."),
    Code(
        "HB281",
        "A damaged picture",
        "A program that shows slides might stop at it, in front of the class. Often a download was cut short.",
    ),
    Code(
        "HB282",
        "A picture too large",
        "It would make the deck slow to open and heavy to send. A projector shows about two million pixels.",
    ),
    Code("HB283", "An animation", "Paper shows one frame, and which one is for the author to say."),
    Code(
        "HB284",
        "Not a picture that every program shows",
        "PNG, JPEG and SVG are shown everywhere. A file with the right ending may still hold something else.",
    ),
    Code(
        "HB285",
        "A drawing that does more than draw",
        "SVG may declare entities or refer to itself, which can fill a machine's memory. No drawing needs either.",
    ),
    Code(
        "HB286",
        "A drawing without a size",
        "Without `viewBox`, or `width` and `height`, nobody can say what shape the drawing has.",
        '<svg xmlns="http://www.w3.org/2000/svg">',
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 400 300">',
    ),
)
