"""Files as an editor sees them: YAML 1.2 with its numbers and switches, and what a schema says to that."""

import re
from functools import cache

import jsonschema
import yaml

from hornbook.handout.schema import recipe_schema
from hornbook.lesson.schema import contacts_schema, lesson_schema
from hornbook.theme.schema import theme_schema

SCHEMAS = {"lesson": lesson_schema, "contacts": contacts_schema, "recipe": recipe_schema, "theme": theme_schema}


class EditorLoader(yaml.SafeLoader):
    """The core schema of YAML 1.2 (§10.3), which VS Code's YAML extension goes by."""

    yaml_implicit_resolvers = {}  # noqa: RUF012 - the name is PyYAML's


for tag, pattern in {
    "null": "~|null|Null|NULL|",
    "bool": "true|True|TRUE|false|False|FALSE",
    "int": "[-+]?[0-9]+",
    "float": r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?",
}.items():
    EditorLoader.add_implicit_resolver(f"tag:yaml.org,2002:{tag}", re.compile(f"^(?:{pattern})$"), None)
EditorLoader.add_constructor("tag:yaml.org,2002:int", lambda _, node: int(node.value))
EditorLoader.add_constructor(
    "tag:yaml.org,2002:map",
    lambda loader, node: {key.value: loader.construct_object(value, deep=True) for key, value in node.value},
)


def seen(text):
    return yaml.load(text, EditorLoader)


@cache
def validator(name):
    schema = SCHEMAS[name]()
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


def faults(name, data):
    """Where the schema of that name finds fault, and why: the deepest place first."""
    found = (jsonschema.exceptions.best_match([error]) for error in validator(name).iter_errors(data))
    return [("/".join(map(str, error.absolute_path)), error.message) for error in found]
