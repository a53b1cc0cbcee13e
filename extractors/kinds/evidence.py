"""What the data says speaks for each kind, and where it stands on a page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import cast

import yaml
from rapidfuzz import fuzz

from casebook.records import Kind
from extractors.page import Page
from extractors.values.label_match import letters

_FORGIVEN = 89.0
"""rapidfuzz's partial ratio from which a phrase with a misread letter counts."""
_LONG_ENOUGH = 9
"""Shorter phrases must fit exactly: a letter more or less makes another word of them."""


@dataclass(frozen=True, slots=True)
class KindWords:
    """One kind's words with their weights, normalised as `plain` does."""

    kind: Kind
    about_a_person: bool
    titles: dict[str, float]
    phrases: dict[str, float]


@dataclass(frozen=True, slots=True)
class Said:
    """A phrase that stands on the document, as a title or within its text."""

    kind: Kind
    words: str
    weight: float
    as_title: bool


@cache
def kind_words() -> tuple[KindWords, ...]:
    """The data, once."""
    raw = yaml.safe_load((files("extractors.kinds") / "evidence.yaml").read_text("utf-8"))
    return tuple(
        KindWords(
            kind=cast(Kind, kind),
            about_a_person=entry["about_a_person"],
            titles={plain(words): float(weight) for words, weight in entry["titles"].items()},
            phrases={plain(words): float(weight) for words, weight in entry["phrases"].items()},
        )
        for kind, entry in raw.items()
    )


def plain(text: str) -> str:
    """Words in small letters and digits, one blank between them: how phrases are compared."""
    return " ".join(filter(None, (letters(word) for word in text.replace("-", " ").split())))


def said_on(pages: tuple[Page, ...]) -> Iterator[Said]:
    """Every title and phrase of the data that stands on the pages, each once."""
    text = " " + " ".join(plain(page.text) for page in pages) + " "
    recognised = any(page.engine != "text layer" for page in pages)
    lines = tuple(_title_lines(pages))
    for words in kind_words():
        for phrase, weight in words.phrases.items():
            if _stands_in(phrase, text, recognised):
                yield Said(words.kind, phrase, weight, as_title=False)
        title = _best_title(words.titles, lines, recognised)
        if title is not None:
            yield Said(words.kind, title[1], title[0], as_title=True)


def _stands_in(phrase: str, text: str, recognised: bool) -> bool:
    if f" {phrase} " in text:
        return True
    return recognised and len(phrase) >= _LONG_ENOUGH and _nearly_in(phrase, text)


def _nearly_in(phrase: str, text: str) -> bool:
    """Whether whole words of the text are the phrase but for a misread letter or two."""
    if len(phrase) > len(text):
        return False  # else the text would be looked for in the phrase
    found = fuzz.partial_ratio_alignment(phrase, text, score_cutoff=_FORGIVEN)
    if found is None:
        return False
    starts = " " in text[max(0, found.dest_start - 1) : found.dest_start + 1]
    ends = " " in text[found.dest_end - 1 : found.dest_end + 1]
    return starts and (ends or found.dest_end == len(text))


@dataclass(frozen=True, slots=True)
class TitleLine:
    """A line that could be a title. place: how much it counts by where it stands.

    headed: its words are capitalised as in a headline.
    """

    text: str
    place: float
    headed: bool


def _title_lines(pages: tuple[Page, ...]) -> Iterator[TitleLine]:
    for page in pages:
        for line in page.lines:
            text = plain(line.text)
            for lead in ("re ", "subject ", "regarding "):
                text = text.removeprefix(lead)
            if text and len(text.split()) <= 9:
                upper = page is pages[0] and line.box[1] < 0.5 * page.height
                yield TitleLine(text, 1.0 if upper else 0.5, _headed(line.text))


def _headed(text: str) -> bool:
    words = [word for word in text.split() if len(letters(word)) > 3]
    capital = sum(word.lstrip("('\"")[:1].isupper() for word in words)
    return bool(words) and capital * 4 >= len(words) * 3 and not text.rstrip().endswith(".")


def _best_title(
    titles: dict[str, float], lines: tuple[TitleLine, ...], recognised: bool
) -> tuple[float, str] | None:
    best: tuple[float, str] | None = None
    spaced = [(title, f" {title} ", weight) for title, weight in titles.items()]
    for entry in lines:
        line, between = entry.text, f" {entry.text} "
        least = (0.25 if entry.headed else 0.55) * len(line)
        for title, whole, weight in spaced:
            if len(title) < least:
                continue
            if whole in between:
                fit = 1.0
            elif recognised and len(title) >= _LONG_ENOUGH and _nearly_in(title, between):
                fit = 0.9
            else:
                continue
            share = min(1.0, len(title) / len(line) + (0.5 if entry.headed else 0.2))
            worth = weight * entry.place * fit * share
            if best is None or worth > best[0]:
                best = (worth, title)
    return best
