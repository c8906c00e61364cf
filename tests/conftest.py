"""What all tests share: random tests are the same each time, `.ci/long` makes many more of them, and nothing comes from a cache."""

import os

from hypothesis import settings

from support.counts import LONG

settings.register_profile("usual", deadline=None, derandomize=True)
settings.register_profile("long", deadline=None)
settings.load_profile("long" if LONG else "usual")
os.environ["HORNBOOK_CACHE"] = "off"
