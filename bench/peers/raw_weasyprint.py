"""WeasyPrint as one process, tagged as PDF/UA-1, which is what the sheets beside it are."""

import sys

from weasyprint import HTML

if __name__ == "__main__":
    HTML(sys.argv[1]).write_pdf(sys.argv[2], pdf_variant="pdf/ua-1")
