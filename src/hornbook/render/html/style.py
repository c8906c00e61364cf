"""The style sheet of a page, in the colours of the theme; on paper without grounds that cost ink."""

from hornbook.theme.model import Theme

_SHEET = """
:root { --ink: @ink; --paper: @paper; --voice: @voice; --light: @light; --dark: @dark; --mist: @mist; --cream: @cream; --quiet: @quiet; }
* { box-sizing: border-box; }
html { color: var(--ink); background: #fff; font: 1.125rem/1.5 "Atkinson Hyperlegible", Verdana, Arial, sans-serif; }
body { margin: 0 auto; max-width: 46rem; padding: 1.5rem 1.25rem 3rem; }
header { border-top: .3rem solid var(--light); border-bottom: .15rem solid var(--ink); margin-bottom: 1.5rem; padding: .75rem 0; }
header.band { background: var(--dark); color: var(--paper); padding: 1rem 1.25rem; }
header p, h1, h2, h3, h4 { margin: 0; }
sup, sub { font-size: .7em; line-height: 0; }
.kicker { color: var(--voice); font-weight: 700; }
.band .kicker { color: var(--light); }
h1 { font-size: 2rem; line-height: 1.15; }
.h2, .h3, .h4 { line-height: 1.3; break-after: avoid; font-weight: 700; }
.h2 { font-size: 1.4rem; border-top: .08rem solid var(--ink); margin-top: 2rem; padding-top: .5rem; }
.h3 { font-size: 1.15rem; margin: 1.25rem 0 .25rem; }
.h4 { font-size: 1rem; }
.aside { float: inline-end; font-size: .85rem; font-weight: 700; padding-top: .25em; }
p { margin: .4rem 0; }
.lead { font-size: 1.25rem; }
.small, .caption, figcaption, footer { font-size: .9rem; }
.question, .label { font-weight: 700; }
.label { font-size: .85rem; }
.cued .key { display: inline-block; min-width: 6em; }
.key, .answer, .written { color: var(--voice); font-weight: 700; }
ul, ol { margin: .4rem 0; padding-inline-start: 1.5rem; }
li { margin: .25rem 0; }
li:has(.lines) { margin: .25rem 0 1.25rem; }
ul.dash { list-style: "\\2013  "; }
ul.ticks, ul.choices, ul.labelled { list-style: none; padding-inline-start: 0; }
ul.ticks > li, ul.choices > li { padding-inline-start: 1.6em; position: relative; }
ul.ticks > li::before, ul.choices > li::before { border: .08rem solid var(--ink); content: ""; height: .8em; inset-inline-start: 0; position: absolute; top: .35em; width: .8em; }
ul.choices > li::before { border-radius: 50%; }
ul.choices > li.right::before { background: var(--ink); print-color-adjust: exact; }
.blank { border-bottom: .08rem solid var(--ink); display: inline-block; min-height: 1.2em; text-align: center; }
.lines { display: block; }
.lines > span { border-bottom: .06rem solid var(--ink); display: block; height: 2rem; }
.written { display: block; }
.fields { display: flex; gap: 1rem; font-size: .9rem; font-weight: 700; }
.field { display: flex; gap: .5rem; align-items: end; }
.rule { border-bottom: .06rem solid var(--ink); flex: 1; height: 1.6rem; }
.side { display: grid; gap: 1.25rem; margin: 1rem 0; }
.side > div > :first-child { margin-top: 0; }
.columns { column-gap: 2rem; }
.columns > :first-child { margin-top: 0; }
.keep, .help > div, tr, figure { break-inside: avoid; }
.card { margin: .75rem 0; padding: .5rem 1rem; }
.card.mist { background: var(--mist); } .card.cream { background: var(--cream); }
.card.outline { border: .08rem solid var(--ink); } .card.light { border-inline-start: .3rem solid var(--light); }
.slide svg { border: .06rem solid var(--quiet); display: block; width: 100%; }
figure { margin: .5rem 0; } figure svg { display: block; width: 100%; }
.help { border: .15rem solid var(--ink); display: grid; grid-template-columns: repeat(auto-fit, minmax(14rem, 1fr)); }
.help > div { border: .03rem solid var(--ink); padding: .5rem .75rem; }
.help p { margin: 0; }
.help .number { font-size: 1.5rem; font-weight: 700; white-space: nowrap; }
table { border-collapse: collapse; margin: .75rem 0; width: 100%; }
caption { font-weight: 700; text-align: start; }
th, td { border-bottom: .06rem solid var(--quiet); padding: .35rem .75rem .35rem 0; text-align: start; vertical-align: top; }
thead th { border-bottom: .1rem solid var(--ink); }
td.number, th.number { text-align: end; }
.frame { border: 1px solid var(--ink); margin: 0.6rem 0; }
.ruled td { border-bottom-color: var(--ink); height: 2.4rem; }
hr { border: 0; border-top: .06rem solid var(--ink); margin: 1.5rem 0 .5rem; }
hr.cut { border-top-style: dashed; }
a { color: var(--voice); }
footer { border-top: .06rem solid var(--ink); margin-top: 2rem; }
.hidden { clip-path: inset(50%); height: 1px; overflow: hidden; position: absolute; white-space: nowrap; width: 1px; }
@media (max-width: 34rem) { .side { display: block; } .columns { columns: auto !important; } .fields { flex-direction: column; } .blank { min-width: 5em !important; } .slide { margin-bottom: .75rem; } th, td { padding-inline-end: .4rem; overflow-wrap: anywhere; } }
@media print {
  html { font-size: 11pt; } body { max-width: none; padding: 0; } .break { break-after: page; }
  header.band { background: none; color: inherit; } .band .kicker { color: var(--voice); }
}
"""


def style_sheet(theme: Theme) -> str:
    """The rules with the theme's colours in them; a theme lacks none of the names."""
    sheet = _SHEET.lstrip("\n")
    for name in ("ink", "paper", "voice", "light", "dark", "mist", "cream", "quiet"):
        sheet = sheet.replace(f"@{name};", f"{theme.colour(name)};")
    return sheet
