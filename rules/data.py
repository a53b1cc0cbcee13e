"""Reading the rules' YAML files, with errors that name the file, the key and the remedy."""

from __future__ import annotations

from pathlib import Path
from typing import TypeVar

import yaml
from pydantic import TypeAdapter, ValidationError

T = TypeVar("T")

FOLDER = Path(__file__).parent


class BadRuleData(Exception):
    """A rules file does not have the form it must have."""


def load(path: Path, shape: type[T]) -> T:
    """The file's content in the given shape; raises BadRuleData naming file, place and fault."""
    try:
        raw = yaml.safe_load(path.read_text(encoding="utf-8"))
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        where = f", line {mark.line + 1}" if mark else ""
        raise BadRuleData(
            f"{path.name}{where}: not valid YAML; check indentation and quotes"
        ) from error
    try:
        return TypeAdapter(shape).validate_python(raw)
    except ValidationError as error:
        first = error.errors()[0]
        place = ".".join(str(part) for part in first["loc"]) or "the file"
        raise BadRuleData(f"{path.name}: {place}: {first['msg']}") from error
