"""Parameters read without pydantic, which Typer brings in for every word that is typed and which costs more than a fresh build.

Words, paths, lists of words and counts need no validation: they are taken as they are. Whatever else there is goes Typer's own way, and
so does everything where a later Typer keeps its readers elsewhere.
"""

from pathlib import Path
from typing import Any

from typer.core import TyperCommand, TyperGroup


class PlainCommand(TyperCommand):
    """A command that begins at once."""

    def get_params(self, ctx: Any) -> list[Any]:
        return _read_plainly(super().get_params(ctx))


class PlainGroup(TyperGroup):
    """The commands, whose own options begin at once as well."""

    def get_params(self, ctx: Any) -> list[Any]:
        return _read_plainly(super().get_params(ctx))


class _Plain:
    """Stands where Typer keeps what it builds out of a type when the first value comes."""

    def coerce(self, value: Any, param: Any, ctx: Any) -> Any:
        several = param.multiple or param.nargs == -1
        if value is None:
            return () if several else None
        annotation = param.type_descriptor.annotation
        if several and annotation == list[str] and not isinstance(value, str):
            return list(value)
        if annotation is Path and isinstance(value, str):
            return Path(value)
        least = getattr(param.type_descriptor.parameter_info, "min", None)
        if annotation is int and isinstance(value, str) and value.isdecimal() and int(value) >= (least or 0):
            return int(value)
        if isinstance(annotation, type) and type(value) is annotation and annotation in {str, bool, int}:
            return value
        param._runtime_param = None  # noqa: SLF001 - Typer builds its own then
        return param.get_runtime_param().coerce(value, param=param, ctx=ctx)


def _read_plainly(params: list[Any]) -> list[Any]:
    for param in params:
        if getattr(param, "_runtime_param", ...) is None:
            param._runtime_param = _Plain()  # noqa: SLF001
    return params
