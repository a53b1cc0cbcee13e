"""A letter as its finders see it: labelled values, passages, and its zones.

Zones are where one looks for whom: the letterhead says which practice it is,
the signature block who signs, a form's sections whose "Name:" is meant.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, cached_property
from importlib.resources import files
from typing import Literal

from casebook.records import Kind
from extractors.letters.letterhead import Letterhead, find_letterhead
from extractors.letters.prose import Passage, passages
from extractors.letters.signature_block import find_signature_block
from extractors.letters.signing_place import SignatureBlock
from extractors.options import ReadOptions
from extractors.page import Line, Page
from extractors.values.label_match import LabelSet
from extractors.values.labels import Labelled, find_labelled, load_labels

Section = Literal["patient", "provider", "insurance", "other"]

_SECTION_WORDS: tuple[tuple[Section, re.Pattern[str]], ...] = (
    (
        "provider",
        re.compile(
            r"(?:referring|ordering|prescribing|treating|health ?care|medical)?\s*"
            r"(?:provider|physician|practitioner|prescriber|doctor|clinician)"
            r"(?:'s)?\s*(?:information|details|section|use only|/ ?practice|authorization|"
            r"certification|attestation|signature)?"
            r"|sender|referrer|requester|sent by"
            r"|to be completed by .*(?:physician|provider|practitioner).*"
            r"|(?:referral source|referred by|practice information|physician "
            r"(?:certification|attestation)).*",
            re.IGNORECASE,
        ),
    ),
    (
        "insurance",
        re.compile(r"(?:insurance|coverage|payer|plan|policy|benefit)\b.*", re.IGNORECASE),
    ),
    (
        "patient",
        re.compile(
            r"(?:patient|client|participant|member|employee|personal|demographic)s?(?:'s)?"
            r"(?:\s+(?:information|details|section|demographics|data|info|identification))?"
            r"|(?:about|to be completed by) the (?:patient|client|employee|participant|member).*",
            re.IGNORECASE,
        ),
    ),
    (
        "other",
        re.compile(
            r"(?:emergency contact|guarantor|referred to|refer to|send to|facility "
            r"information|pharmacy|guardian).*",
            re.IGNORECASE,
        ),
    ),
)

_NUMBERED = re.compile(r"\W*(?:(?:section|part)\s+[\dA-H]+|[\dA-H]+[.)])[.):\s-]+(?=\w)", re.I)
_HEADINGS = frozenset({"Sender", "Referrer", "Requester"})
"""Single words that are headings and hardly anything else."""


@dataclass(frozen=True)
class Letter:
    """The pages of one document with what every finder needs of them."""

    pages: tuple[Page, ...]
    kind: Kind
    options: ReadOptions

    @cached_property
    def labelled(self) -> tuple[Labelled, ...]:
        """All values beside the labels of labels.yaml."""
        return find_labelled(self.pages, labels())

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """The running text, page by page, without fax headers and footers."""
        return tuple(
            passage
            for page in self.pages
            for passage in passages(page, labels())
            if not all(is_margin(page, line) for line in passage.lines)
        )

    @cached_property
    def letterhead(self) -> Letterhead:
        return find_letterhead(self.pages[0], labels())

    @cached_property
    def signature(self) -> SignatureBlock | None:
        return find_signature_block(self.pages, labels())

    def of(self, *names: str) -> tuple[Labelled, ...]:
        """The values beside labels of these names, in reading order."""
        return tuple(found for found in self.labelled if found.name in names)

    def section(self, found: Labelled) -> Section | None:
        """Whose part of a form a label stands in: the nearest section heading above it."""
        best: tuple[float, Section] | None = None
        for line, section in self._headings(found.page):
            distance = found.label_box[1] - line.box[1]
            beside = line.box[0] - 12 <= found.label_box[0]
            if distance >= -2 and beside and (best is None or distance < best[0] - 6):
                best = (distance, section)
            elif best is not None and distance >= -2 and beside and distance < best[0] + 6:
                best = (min(distance, best[0]), section)  # the heading nearest on the left
        return best[1] if best else None

    def in_signature(self, found: Labelled) -> bool:
        """Whether a labelled value stands in the signature block."""
        block = self.signature
        return block is not None and block.holds(found.page, found.words[0].middle)

    def _headings(self, page: Page) -> Iterable[tuple[Line, Section]]:
        for line in page.lines:
            text = re.sub(
                r"^(?:section|part)?\s*[\dA-HIVX]{0,3}[.):\s-]+", "", line.text, flags=re.I
            )
            text = text.strip(" :.-–—_")
            if not 3 <= len(text) <= 60:
                continue
            for section, pattern in _SECTION_WORDS:
                numbered = _NUMBERED.match(line.text) is not None and text[:1].isupper()
                informative = (
                    len(text.split()) > 1 or text.isupper() or text in _HEADINGS or numbered
                )
                if informative and pattern.fullmatch(text):
                    yield line, section
                    break


@cache
def labels() -> LabelSet:
    """The labels of letters and forms, from labels.yaml."""
    return load_labels(files("extractors.letters") / "labels.yaml")


_FAX = re.compile(
    r"\bfax(?:ed)?\b.*\d|\bpage\s*\d|\bp\.?\s?\d+\s?(?:/|of)\s?\d|\d{1,2}:\d{2}|\bfrom:.*\bto:",
    re.IGNORECASE,
)
_FOOTER = re.compile(
    r"confidential|privileged|protected health|do not remove|\bpage\s*\d+\s*(?:/|of)|"
    r"redisclos|copyright|doc(?:ument)? id|\brev\.?\s?\d",
    re.IGNORECASE,
)


def _across(page: Page, line: Line) -> str:
    """What stands on the line's level from edge to edge: a fax header is read in pieces."""
    middle = (line.box[1] + line.box[3]) / 2
    return " ".join(other.text for other in page.lines if other.box[1] < middle < other.box[3])


def is_margin(page: Page, line: Line) -> bool:
    """A fax machine's line at the top edge, or a footer: nobody's words in the letter."""
    top, bottom = line.box[1], line.box[3]
    if bottom < 0.055 * page.height and _FAX.search(_across(page, line)):
        return True
    return top > 0.9 * page.height and _FOOTER.search(line.text) is not None
