"""The workbook inside a chart, so that "Edit Data" opens it.

Written here because python-pptx's carries the time of day and takes a label that begins with `=` for a formula.
"""

import datetime as dt
import io
from typing import Any

from hornbook.plan.page import ChartContent

_CREATED = dt.datetime(2000, 1, 1, tzinfo=dt.UTC)
"""A workbook must say when it was made; the clock must not reach an output."""


def workbook_bytes(chart: ChartContent) -> bytes:
    """Labels in column A, a series in each column after it, as the chart's references say; gaps stay empty."""
    from xlsxwriter import Workbook

    file = io.BytesIO()
    workbook: Any = Workbook(file, {"in_memory": True})
    workbook.set_properties({"created": _CREATED})
    sheet = workbook.add_worksheet("Sheet1")
    number = workbook.add_format({"num_format": chart.number_format})
    for row, label in enumerate(chart.labels, 1):
        sheet.write_string(row, 0, label)
    for column, (name, values) in enumerate(chart.series, 1):
        sheet.write_string(0, column, name)
        for row, value in enumerate(values, 1):
            if value is not None:
                sheet.write_number(row, column, value, number)
    workbook.close()
    return file.getvalue()
