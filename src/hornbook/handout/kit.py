"""What else was made with a handout: the sheets that its list names."""

from msgspec import Struct

from hornbook.plan.document import Duplex


class KitSheet(Struct, frozen=True):
    """A file of the kit, as someone who prints it needs to know it."""

    file: str
    """Its name, without a folder."""
    title: str
    paper: str
    pages: int
    duplex: Duplex
    copies: str
    """How many are printed: a fixed phrase's name, or words; empty where the recipe does not say."""
    finish: str
    """What is done with them afterwards, in the same way."""
