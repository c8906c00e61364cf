"""The date of today, for messages about dates: what was asked for, else SOURCE_DATE_EPOCH, else the clock. No output holds it."""

import os
from datetime import UTC, date, datetime

from hornbook.build.options import Options


def today_of(options: Options) -> date:
    """Today, as the build should see it; a SOURCE_DATE_EPOCH that is no number of seconds is passed over."""
    if options.today is not None:
        return options.today
    try:
        return datetime.fromtimestamp(int(os.environ["SOURCE_DATE_EPOCH"]), UTC).date()
    except (KeyError, ValueError, OverflowError, OSError):
        return datetime.now(UTC).astimezone().date()
