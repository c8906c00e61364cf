"""A value that is `write-in` leaves a line to fill in by hand, on every copy: worth knowing before the copier runs."""

from hornbook.diagnostics import Diagnostic, warning
from hornbook.lesson.model import Contact, Lesson


def write_in(lesson: Lesson) -> tuple[Diagnostic, ...]:
    """One warning for all values that are left to be written in by hand."""
    names = sorted(name for name, value in lesson.values.items() if value == "write-in")
    contact = next((contact for contact in lesson.contacts if _has_line(contact)), None)
    if not names:
        return ()
    example = names[0]
    return (
        warning(
            "HB503",
            f"To be written in by hand on every copy: {', '.join(names)}.",
            contact.span if contact else lesson.span,
            f'Fill it in with --set {example}="...", or under values: in the lesson; "none" leaves it out.',
        ),
    )


def _has_line(contact: Contact) -> bool:
    texts = (contact.name, contact.call, contact.text, contact.chat, contact.url)
    return any(run.write_in for text in texts if text is not None for run in text.runs)
