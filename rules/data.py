"""Reading YAML files of rules, with errors that name the file, the line, the key and the fault."""

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
    """The file's content in the given shape.

    Raises BadRuleData, a line for each fault: "mine.yaml, line 4: appeal_days: …".
    """
    node, raw = _parse(path)
    try:
        return TypeAdapter(shape).validate_python(raw)
    except ValidationError as error:
        faults = [_fault(path, node, one["loc"], one["msg"]) for one in error.errors()]
        raise BadRuleData("\n".join(faults)) from error


def _parse(path: Path) -> tuple[yaml.Node | None, object]:
    """The file as nodes, which know their lines, and as plain values."""
    try:
        text = path.read_text(encoding="utf-8")
        node = yaml.compose(text, Loader=yaml.SafeLoader)
        _refuse_repeated_keys(path, node)
        return node, yaml.safe_load(text)
    except UnicodeDecodeError as error:
        raise BadRuleData(f"{path.name}: not UTF-8; save the file as UTF-8 text") from error
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        where = f", line {mark.line + 1}" if mark else ""
        raise BadRuleData(
            f"{path.name}{where}: not valid YAML; check indentation and quotes"
        ) from error


def _refuse_repeated_keys(path: Path, node: yaml.Node | None) -> None:
    """YAML lets the last of two equal keys win unseen; here that is a fault."""
    if isinstance(node, yaml.MappingNode):
        seen: set[str] = set()
        for key, value in node.value:
            if key.value in seen:
                line = key.start_mark.line + 1
                raise BadRuleData(f"{path.name}, line {line}: {key.value}: stands here twice")
            seen.add(str(key.value))
            _refuse_repeated_keys(path, value)
    elif isinstance(node, yaml.SequenceNode):
        for value in node.value:
            _refuse_repeated_keys(path, value)


def _fault(path: Path, node: yaml.Node | None, loc: tuple[int | str, ...], message: str) -> str:
    """The fault with the line of the deepest key on the way to it that the file has."""
    line = node.start_mark.line + 1 if node else 1
    for part in loc:
        found = _child(node, part)
        if found is None:
            break
        line, node = found
    place = ".".join(str(part) for part in loc) or "the file"
    return f"{path.name}, line {line}: {place}: {message}"


def _child(node: yaml.Node | None, part: int | str) -> tuple[int, yaml.Node] | None:
    """The line of a key or list item, and what stands behind it."""
    if isinstance(node, yaml.MappingNode):
        for key, value in node.value:
            if key.value == str(part):
                return key.start_mark.line + 1, value
    if isinstance(node, yaml.SequenceNode) and isinstance(part, int) and part < len(node.value):
        item = node.value[part]
        return item.start_mark.line + 1, item
    return None
