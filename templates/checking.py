"""Looks through a Word template without filling it in: every placeholder, in every branch.

Filling in finds an unknown placeholder only where the text is reached; a person
who edits a template wants to know before. Names are followed through loops by
the types of the context's record.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints
from zipfile import BadZipFile

from docx.opc.exceptions import PackageNotFoundError
from docxtpl import DocxTemplate
from jinja2 import TemplateSyntaxError, nodes

from casebook.records import Record
from templates.render import FOLDER, environment, place_of, template_file
from templates.shapes import SHAPES
from templates.tag_faults import faulty_tag

Scope = dict[str, Any]
_OPEN = object()
"""The type of something that is not followed: the loop's own counters, a filter's result."""


@dataclass(frozen=True)
class Finding:
    """What is wrong with a template. A fault stops its papers; else something is left out."""

    template: str
    message: str
    is_fault: bool


@dataclass
class _Asked:
    """What a template asks for: fields of records, and names that nobody knows."""

    fields: set[tuple[str, str]] = field(default_factory=set)
    unknown: dict[str, str] = field(default_factory=dict)


def check(own: Path) -> tuple[Finding, ...]:
    """Everything wrong with the templates of a studio's folder, in the order of their names."""
    found: list[Finding] = []
    for path in sorted(own.glob("*.docx")):
        if path.name.startswith("~$"):  # what Word leaves beside a file that is open
            continue
        if path.stem not in SHAPES:
            known = ", ".join(SHAPES)
            message = f"no paper of this name is made; there are: {known}"
            found.append(Finding(path.stem, message, is_fault=True))
            continue
        found += check_one(path.stem, path)
    return tuple(found)


def check_one(name: str, path: Path) -> Iterator[Finding]:
    """What is wrong with one template, compared with the record that fills it in and with ours."""
    try:
        asked = _asked(path, SHAPES[name])
    except (BadZipFile, PackageNotFoundError, KeyError, ValueError):
        yield Finding(name, "this is no Word file; save it anew as .docx", is_fault=True)
        return
    except TemplateSyntaxError as fault:
        where = faulty_tag(path, environment())
        message = f"a tag cannot be understood{where}: {fault.message}"
        yield Finding(name, message, is_fault=True)
        return
    for word, known in asked.unknown.items():
        where = place_of(path, word.rpartition(".")[2])
        yield Finding(name, f"“{word}” is not known{where}; there are: {known}", is_fault=True)
    left_out = _asked(template_file(name), SHAPES[name]).fields - asked.fields
    for record, field_ in sorted(left_out):
        message = f"“{field_}” ({record}) stands in our template and is left out in this one"
        yield Finding(name, message, is_fault=False)


def _asked(path: Path, shape: type[Record]) -> _Asked:
    asked = _Asked()
    scope: Scope = {"range": _OPEN} | get_type_hints(shape)
    for source in _sources(path):
        tree = environment().parse(source)
        _walk(tree, scope, asked, shape.__name__)
    return asked


def _sources(path: Path) -> Iterator[str]:
    """The template's text as Jinja gets it: the body, then headers and footers."""
    template = DocxTemplate(path)
    template.init_docx()
    yield template.patch_xml(template.get_xml())
    for uri in (template.HEADER_URI, template.FOOTER_URI):
        for _, part in template.get_headers_footers(uri):
            yield template.patch_xml(template.get_part_xml(part))


def _walk(node: nodes.Node, scope: Scope, asked: _Asked, root: str) -> None:
    if isinstance(node, nodes.For):
        each = _element(_type_of(node.iter, scope, asked, root))
        inner = {**scope, "loop": _OPEN, **dict.fromkeys(_names(node.target), _OPEN)}
        if isinstance(node.target, nodes.Name):
            inner[node.target.name] = each
        for child in (*node.body, *([node.test] if node.test else [])):
            _walk(child, inner, asked, root)
        for child in node.else_:
            _walk(child, scope, asked, root)
    elif isinstance(node, nodes.Assign):
        made = _type_of(node.node, scope, asked, root)
        for name in _names(node.target):
            scope[name] = made if isinstance(node.target, nodes.Name) else _OPEN
    elif isinstance(node, nodes.Expr):
        _type_of(node, scope, asked, root)
    else:
        for child in node.iter_child_nodes():
            _walk(child, scope, asked, root)


def _type_of(node: nodes.Node, scope: Scope, asked: _Asked, root: str) -> Any:
    """The type of an expression; notes what it asks for on the way."""
    if isinstance(node, nodes.Name):
        if node.name not in scope:
            known = [name for name in scope if scope[name] is not _OPEN]
            asked.unknown[node.name] = ", ".join(known)
            return _OPEN
        if scope[node.name] is not _OPEN:
            asked.fields.add((root, node.name))
        return scope[node.name]
    if isinstance(node, nodes.Getattr):
        return _field_of(node, _type_of(node.node, scope, asked, root), asked)
    if isinstance(node, nodes.Getitem):
        _type_of(node.arg, scope, asked, root)
        return _element(_type_of(node.node, scope, asked, root))
    for child in node.iter_child_nodes():
        _type_of(child, scope, asked, root)
    return _OPEN


def _field_of(node: nodes.Getattr, whole: Any, asked: _Asked) -> Any:
    whole = _present(whole)
    if whole is _OPEN:
        return _OPEN
    hints: Mapping[str, Any] = (
        get_type_hints(whole) if isinstance(whole, type) and issubclass(whole, Record) else {}
    )
    fields = [each for each in hints if each in whole.model_fields]
    if node.attr not in fields:
        asked.unknown[_written(node)] = ", ".join(fields) or "nothing behind the point"
        return _OPEN
    asked.fields.add((whole.__name__, node.attr))
    return hints[node.attr]


def _present(kind: Any) -> Any:
    """The type without None."""
    if get_origin(kind) in (Union, UnionType):
        kinds = [each for each in get_args(kind) if each is not type(None)]
        return kinds[0] if len(kinds) == 1 else _OPEN
    return kind


def _element(kind: Any) -> Any:
    """The type of a tuple's elements."""
    kind = _present(kind)
    args = get_args(kind)
    if get_origin(kind) is tuple and args:
        return args[0]
    return _OPEN


def _names(target: nodes.Node) -> list[str]:
    if isinstance(target, nodes.Name):
        return [target.name]
    return [each.name for each in target.find_all(nodes.Name)]


def _written(node: nodes.Expr) -> str:
    if isinstance(node, nodes.Getattr):
        return f"{_written(node.node)}.{node.attr}"
    return node.name if isinstance(node, nodes.Name) else "…"


def names_of_ours() -> tuple[str, ...]:
    """The templates of the house, in order of name."""
    return tuple(sorted(path.stem for path in FOLDER.glob("*.docx")))
