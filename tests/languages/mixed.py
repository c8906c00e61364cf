"""Lines in which words from right to left stand among what runs to the right, as authors write them, in an outline of their own."""

WORDS = {"ar": ("اتصل", "اليوم", "رسالة"), "he": ("התקשר", "היום", "הודעה")}
"""Three words of each language."""
LINES = (
    *("{a} +1 888 373 7888 {b}", "{a} 1-888-373-7888 ({b} help)", "(202) 555-0123 {a}", "{a} (202) 555-0123"),
    *("911 {a} 988", "{a} 911, 988", "{a} 24/7 {b}", "{a} 233733.", "{a}: 1, 2, 3"),
    *("{a} (help) {b}", "{a} ({b} help) {c}", "help (help) {a}.", "{a} PDF (ISO 32000) {b}", "{a} (({b}) help)"),
    *("{a} [A] {b}", "{a} [A", "{a} ({b}", "{a}) {b}", "Ali ({a}) {b}", "{a} help (1) {b} (2)"),
    *("{a} 2018 {b}", "{a} 2018-2024 {b}", "{a} 2018–2024 {b}", "2024-05-06 {a}", "{a} 12:30 {b}", "2018: {a}"),
    *("{a} 50% {b}", "50% {a}", "{a} %", "{a} 3,5% {b}", "{a} 1,234.50 {b}", "{a} $5 {b}", "{a} 5 € {b}", "{a} 1/2"),
    *("{a} -5 {b}", "{a} +5", "{a} 5°C {b}", "{a} #1 {b}", "{a} v2.0 {b}", "{a} A1 {b}", "{a} 1A {b}", "7B {a}"),
    *('{a} "Take It Down" {b}', "{a} “{b}” {c}", "“{a}” help", "{a} «{b}» {c}", "«help» {a}", "{a} 'help' {b}"),
    *("{a} https://example.org/film?x=1&y=2 {b}", "{a} example.org/a-b/", "help@example.org {a}", "{a} @help {b}"),
    *("Take It Down", "Take It Down {a}", "{a} Take It Down", "help.", "help? {a}", "{a} help!", "{a} help. {b}"),
    *("**{a}** help **{b}**", "==Force== {a} ==Fraud==", "{a} *help* {b}", "{a} A/B {b}", "{a} & {b}", "A & B {a}"),
    *("{a} - {b}", "{a} – help – {b}", "{a} ... {b}", "{a} → {b}", "{a} H~2~O {b}", "{a} CO~2~", "m^2^ {a}"),
    *("1. {a}", "{a}. 2", "A. {a}", "{a}; help; {b}", "{a}, help, {b}", "{a}/{b}", "{a}_{b}", "{a} 1 help 2 {b}"),
    *("{a} 1 2 3 {b}", "1 {a} 2 {b} 3", "{a} help 1-2 {b}", "a-b {a} c-d", "{a}-help", "{a}-19", "COVID-19 {a}"),
)
_ON_A_SLIDE = 6


def mixed_lesson(language: str) -> dict[str, object]:
    """An outline with each of the lines as a point, numbered on every other slide."""
    a, b, c = WORDS[language]
    lines = [line.format(a=a, b=b, c=c) for line in LINES]
    slides: list[dict[str, object]] = [
        {"title": f"{a} {number}", "points": list(some)} for number, some in enumerate(_parts(lines))
    ]
    return {
        "title": f"{a} (A)?",
        "language": language,
        "slides": [
            *slides,
            {"title": c, "activity": {"minutes": 10, "steps": [f"{a} 1-888-373-7888", f"{b} (help)", f"{c} 50%"]}},
            {"title": c, "compare": [{"heading": f"{a} 2018", "points": [b]}, {"heading": f"{b} (A)", "points": [c]}]},
            {"title": c, "table": {"caption": a, "header": [a, b], "rows": [[f"{a} (A)", "80,524"], [b, "50%"]]}},
            {"title": c, "quiz": [{"ask": f"{a} help?", "choices": [f"{a} (1)", f"{b} 2", "A"], "answer": "A"}]},
            {"title": c, "quiz": [{"ask": a, "match": {a: b, b: c, c: a}}]},
            {"title": c, "quote": {"text": f"{a} «{b}» (help)", "by": "Ali (Omar)"}},
            {"title": c, "scenario": {"story": f"{a} Take It Down, {b}.", "questions": [f"{a} help"], "answers": [b]}},
            {
                "title": c,
                "video": {"title": f"{a} (I am Jane Doe)", "url": "https://example.org/film", "length": "99 min"},
            },
            {"title": c, "timeline": [{"when": "2018", "what": f"{a} (A)"}, {"when": "2021–2024", "what": "help"}]},
            {"statement": f"{a} 24/7 (help)"},
            {"title": c, "chart": _chart("pie", [a, b], {c: [60, 40]}, "%")},
            {"title": c, "chart": _chart("bar", [a, b], {c: [39, 23]}, "%")},
            {"title": c, "chart": _chart("column", [2022, 2023], {a: [80, 186]}, c)},
        ],
    }


def _chart(type: str, labels: list[object], series: dict[str, list[int]], unit: str) -> dict[str, object]:
    return {"type": type, "labels": labels, "series": series, "unit": unit, "alt": "help"}


def _parts(lines: list[str]) -> list[list[str]]:
    return [lines[start : start + _ON_A_SLIDE] for start in range(0, len(lines), _ON_A_SLIDE)]
