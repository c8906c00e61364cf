"""The sheets through fpdf2: headings, paragraphs, points."""

import json
import sys
from pathlib import Path

from fpdf import FPDF


def main(source: Path, target: Path) -> None:
    sheet = json.loads(source.read_text(encoding="utf-8"))
    pdf = FPDF(format="letter", unit="mm")
    pdf.set_margin(18)
    pdf.set_title(sheet["title"])
    pdf.add_page()
    for block in sheet["blocks"]:
        pdf.set_font("helvetica", "B", 14)
        pdf.multi_cell(0, 8, block["heading"], new_x="LMARGIN", new_y="NEXT")
        pdf.set_font("helvetica", "", 11)
        pdf.multi_cell(0, 5.6, block["text"], new_x="LMARGIN", new_y="NEXT")
        pdf.set_font("helvetica", "B", 14)
        pdf.multi_cell(0, 8, f"{block['heading']} in short", new_x="LMARGIN", new_y="NEXT")
        pdf.set_font("helvetica", "", 11)
        for point in block["points"]:
            pdf.multi_cell(0, 5.6, f"- {point}", new_x="LMARGIN", new_y="NEXT")
    pdf.output(str(target))


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
