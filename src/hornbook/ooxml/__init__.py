"""Writing of zip packages and XML parts as ECMA-376 wants them: the same parts give the same bytes."""

from hornbook.ooxml.package import PackageError, write_package
from hornbook.ooxml.parts import Relationship, content_types, relationship_part, relationships, relative_target
from hornbook.ooxml.xml import XML_DECLARATION, IllegalCharacterError, escape

__all__ = [
    "XML_DECLARATION",
    "IllegalCharacterError",
    "PackageError",
    "Relationship",
    "content_types",
    "escape",
    "relationship_part",
    "relationships",
    "relative_target",
    "write_package",
]
