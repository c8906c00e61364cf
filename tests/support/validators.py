"""Judges that are not ours: PDF/UA-1, the syntax of PDF, the schema of PowerPoint. Each gives a list of problems, empty where all is well."""

import shutil
import subprocess
import tempfile
from pathlib import Path

from support.office import ALL_MUST_RUN, missing, needs


def pdf_problems(data: bytes) -> list[str]:
    """What `page-validation` finds against PDF/UA-1, and what qpdf finds against PDF where it is installed."""
    import page

    report = page.validate_pdf_bytes(data, profile=page.ValidationProfile.PDF_UA_1)
    found = [f"{failure.rule_id}: {failure.message}" for failure in report.failures]
    return [*found, *qpdf_problems(data)]


def qpdf_problems(data: bytes) -> list[str]:
    if not shutil.which("qpdf"):
        if ALL_MUST_RUN:
            missing("qpdf is not installed")
        return []
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "file.pdf"
        path.write_bytes(data)
        run = subprocess.run(["qpdf", "--check", str(path)], capture_output=True, text=True, check=False)
    return [line for line in run.stderr.splitlines() if line] if run.returncode else []


def deck_problems(data: bytes) -> list[str]:
    """What `openxml-audit` finds in a deck."""
    return _office_problems(data, "deck.pptx")


def word_problems(data: bytes) -> list[str]:
    """What it finds in a file for Word."""
    return _office_problems(data, "file.docx")


def _office_problems(data: bytes, name: str) -> list[str]:
    from openxml_audit import OpenXmlValidator

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / name
        path.write_bytes(data)
        return [str(error) for error in OpenXmlValidator(max_errors=100).validate(str(path)).errors]


def poppler_text(data: bytes) -> str:
    """The text of a PDF as poppler reads it; the test needs poppler."""
    needs("pdftotext")
    run = subprocess.run(["pdftotext", "-", "-"], input=data, capture_output=True, check=True)
    return run.stdout.decode()


def pdfium_text(data: bytes) -> str:
    """The text of a PDF as pdfium reads it."""
    import pypdfium2

    document = pypdfium2.PdfDocument(data)
    return "\n".join(page.get_textpage().get_text_range() for page in document)
