"""The kinds of slides, each in a line, in the order of the outline's own page."""

from collections.abc import Mapping

KINDS: Mapping[str, str] = {
    "points": "A list of points, up to three levels deep.",
    "statement": "One sentence that fills the slide; it is its own title.",
    "quote": "What somebody said, and who it was.",
    "image": "A picture with the words for people who do not see it; beside other kinds it goes along with them.",
    "compare": "Two or three columns side by side, each with a heading and points.",
    "steps": "A numbered process: what comes first, and what comes then.",
    "timeline": "What happened when, in order.",
    "table": "Rows and columns, with a caption and a header.",
    "chart": "Bars, columns, lines or a pie that can be edited in PowerPoint; the title says what they show.",
    "activity": "Something to do, with its minutes on a quiet countdown, and a sheet in the handouts.",
    "scenario": "A short story with questions to talk about, and a card in the handouts.",
    "discuss": "Questions to talk about together.",
    "quiz": "Questions with answers: one slide each, the answer on click, a sheet and a key in print.",
    "define": "Words out of the lesson's vocabulary with their meanings.",
    "video": "A film to watch: its name and a code to scan; nothing is downloaded.",
    "help": "Whom to call: the contacts with their numbers, `all` or some of them.",
}
"""In a teacher's words, for `hornbook list kinds` and for editors."""
