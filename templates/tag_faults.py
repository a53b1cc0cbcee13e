"""In which paragraph of a Word template a tag stands that Jinja cannot understand.

Jinja is given a whole document as one text and says of a fault what it is, not where a person
finds it in Word. Here each tag is looked at by itself, and then whether it is closed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from docx import Document
from docx.oxml.ns import qn
from jinja2 import Environment, TemplateSyntaxError

_TAG = re.compile(r"{[{%].*?[%}]}|{[{%].*$")
_BLOCK = re.compile(r"{%(?:p|tr|tc|r)?-?\s*(\w+)")
"""A block's word; docxtpl's letters say which part of the document it takes along."""
_CLOSES = {"endif": "if", "endfor": "for"}
_BETWEEN = {"else": ("if", "for"), "elif": ("if",)}


@dataclass(frozen=True)
class _Tag:
    text: str
    where: str

    @property
    def word(self) -> str:
        found = _BLOCK.match(self.text)
        return found[1] if found else ""


def faulty_tag(path: Path, environment: Environment) -> str:
    """“ in the text, paragraph 3 …”: where the first faulty tag stands; empty if none is found."""
    open_: list[_Tag] = []
    for tag in _tags(path):
        if tag.text.startswith("{{"):
            if not _is_sound(tag.text, environment):
                return tag.where
        elif tag.word in _CLOSES:
            if not open_ or open_.pop().word != _CLOSES[tag.word]:
                return tag.where
        elif tag.word in _BETWEEN:
            if not open_ or open_[-1].word not in _BETWEEN[tag.word]:
                return tag.where
            if tag.word == "elif" and not _is_sound(
                "{% if 1 %}" + tag.text + "{% endif %}", environment
            ):
                return tag.where
        elif tag.word in _CLOSES.values():
            if not _is_sound(tag.text + f"{{% end{tag.word} %}}", environment):
                return tag.where
            open_.append(tag)
        elif not _is_sound(tag.text, environment):
            return tag.where
    return open_[-1].where if open_ else ""


def _is_sound(text: str, environment: Environment) -> bool:
    try:
        environment.parse(re.sub(r"{%(?:p|tr|tc|r)(?=\s)", "{%", text))
    except TemplateSyntaxError:
        return False
    return True


def _tags(path: Path) -> Iterator[_Tag]:
    for place, number, text in paragraphs(path):
        where = f" in {place}, paragraph {number} “{shortened(text)}”"
        for found in _TAG.findall(text):
            yield _Tag(found, where)


def paragraphs(path: Path) -> Iterator[tuple[str, int, str]]:
    """Where each paragraph stands (text, headers, footers), its number there, and its text."""
    document = Document(str(path))
    parts = [("the text", document.element.body)]
    for section in document.sections:
        parts += [("a header", section.header._element), ("a footer", section.footer._element)]
    for place, part in parts:
        for number, each in enumerate(part.iter(qn("w:p")), start=1):
            yield place, number, "".join(run.text or "" for run in each.iter(qn("w:t")))


def shortened(text: str, most: int = 80) -> str:
    """The beginning of a paragraph, as a message shows it."""
    return text if len(text) <= most else f"{text[:most].rstrip()}…"
