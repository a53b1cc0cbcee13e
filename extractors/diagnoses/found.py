"""One mention of a condition, as it was found on a page."""

from __future__ import annotations

from dataclasses import dataclass

from extractors.diagnoses.agreement import UNKNOWN, Agreement
from extractors.diagnoses.assertions import Judgement
from extractors.diagnoses.codes import PrintedCode
from extractors.diagnoses.lexicon import Condition
from extractors.diagnoses.sections import Section
from extractors.page import Page, Word


@dataclass(frozen=True)
class Finding:
    """One mention of a condition.

    words: as printed; the code itself where a code stands alone. labelled: under
    a heading for diagnoses, or tied to a code. condition: the lexicon's entry
    for the words. mended: letters or code characters had to be forgiven.
    place: the words on the page that say it. doubtful: it may be a printed option that
    nobody ticked. unsure: what stands around it leaves room for doubt. bare: nothing stands
    around it that could say more of it.
    """

    page: Page
    words: str
    place: tuple[Word, ...]
    sentence: str
    judgement: Judgement
    section: Section | None
    condition: Condition | None = None
    code: PrintedCode | None = None
    agreement: Agreement = UNKNOWN
    labelled: bool = False
    abbreviation: bool = False
    mended: bool = False
    doubtful: bool = False
    unsure: bool = False
    bare: bool = False

    @property
    def is_bare_code(self) -> bool:
        """A code that stands without words."""
        return self.code is not None and self.words == self.code.code


def distinct(words: tuple[Word, ...]) -> tuple[Word, ...]:
    """Each word once, in order."""
    return tuple(dict.fromkeys(words))
