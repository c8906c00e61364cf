"""What was measured, as Markdown tables and a picture of how it grows."""

import os
import platform
from math import log10

from cases import Bench
from timing import Figure

COLOURS = ("#1D4ED8", "#B45309", "#047857", "#7C3AED")


def report(bench: Bench, wavering: float) -> str:
    lines = [
        (
            f"Python {platform.python_version()}, {platform.machine()}, {os.cpu_count()} cores; medians of runs in turns. "
            f"The machine's own noise: the middle half of the times of one loop lay within {wavering:.0%} of their median. "
            "*Ratio* is of times on the clock, *by processor* of processor time, which other work on the machine disturbs less."
        ),
        "",
        "| what | ratio | by processor | must | aim | |",
        "|---|--:|--:|--:|--:|---|",
    ]
    for each in bench.ratios:
        verdict = "holds" if each.holds else "**does not hold**"
        lines.append(
            f"| {each.what} | {_short(each.seconds)} | {_short(each.processor)} | {_short(each.must)} | {_short(each.aim)} | {verdict} |"
        )
    lines += ["", *(f"- {note}" for note in bench.notes)]
    for title, figures in bench.tables.items():
        lines += ["", f"### {title}", "", *_table(figures)]
    return "\n".join(lines) + "\n"


def _table(figures: dict[str, Figure]) -> list[str]:
    rows = [
        f"| {name} | {figure.seconds:.2f} | {figure.spread} | {figure.processor:.2f} | {figure.megabytes:.0f} |"
        for name, figure in figures.items()
    ]
    return ["| program | seconds | spread | processor, s | memory, MiB |", "|---|--:|--:|--:|--:|", *rows]


def _short(number: float) -> str:
    return f"{number:.1f}" if number >= 10 else f"{number:.2f}" if number >= 0.1 else f"{number:.3f}"


def picture(growth: dict[str, list[tuple[int, float]]]) -> str:
    """Seconds over slides, both on logarithmic axes, as SVG."""
    width, height, left, bottom = 640, 400, 60, 50
    points = [point for line in growth.values() for point in line]
    low, high = log10(min(seconds for _, seconds in points)), log10(max(seconds for _, seconds in points))
    first, last = log10(min(count for count, _ in points)), log10(max(count for count, _ in points))

    def at(count: float, seconds: float) -> tuple[float, float]:
        across = left + (log10(count) - first) / (last - first) * (width - left - 170)
        return across, height - bottom - (log10(seconds) - low) / (high - low or 1) * (height - bottom - 30)

    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" font-family="sans-serif" font-size="13">',
        f'<rect width="{width}" height="{height}" fill="#fff"/>',
        f'<text x="{left}" y="18">Seconds for a deck with notes, by slides (both axes logarithmic)</text>',
    ]
    for count in sorted({count for count, _ in points}):
        x, _ = at(count, 10**low)
        parts.append(f'<text x="{x:.0f}" y="{height - 25}" text-anchor="middle">{count:,}</text>')
    for seconds in (0.2, 0.5, 1, 2, 5, 10, 20, 50):
        if low <= log10(seconds) <= high:
            _, y = at(points[0][0], seconds)
            parts.append(f'<text x="{left - 10}" y="{y + 4:.0f}" text-anchor="end">{seconds:g}</text>')
            parts.append(f'<path d="M{left} {y:.1f}H{width - 170}" stroke="#ddd"/>')
    for colour, (name, line) in zip(COLOURS, growth.items(), strict=False):
        places = [at(*point) for point in line]
        parts.append(
            f'<polyline fill="none" stroke="{colour}" stroke-width="2.5" points="{" ".join(f"{x:.1f},{y:.1f}" for x, y in places)}"/>'
        )
        x, y = places[-1]
        parts.append(f'<text x="{x + 8:.0f}" y="{y + 4:.0f}" fill="{colour}">{name}</text>')
    return "\n".join([*parts, "</svg>"]) + "\n"
