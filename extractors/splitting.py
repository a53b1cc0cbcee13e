"""Several documents in one file: where each starts.

Conservative: pages stay together unless something on them says otherwise, and
what says that a page continues (a running page number, the same head with the
same numbers in it) outweighs what says that it starts.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from rapidfuzz import fuzz

from extractors.covers import is_cover, without_cover
from extractors.kinds import classify
from extractors.page import Line, Page
from extractors.values.people import person_at_start

_COUNTED = re.compile(r"\b(?:page|pg|p)\b\.?\s*(\d{1,3})\s*(?:of|/)\s*(\d{1,3})\b", re.IGNORECASE)
_NUMBERED = re.compile(r"^\W*(?:page|pg|p)\b\.?\s*(\d{1,3})\W*$", re.IGNORECASE)
_CONTINUED = re.compile(
    r"\b(?:continued|cont['’]d|cont\.|continuation|addendum|enclosure)\b", re.IGNORECASE
)
_OUR_CODE = "carepacket:"
_HEAD = 0.3
"""Share of the page's height in which letterhead, title and numbers stand."""
_FEW = 15
"""A separator sheet says no more words than this."""
_SEPARATOR = re.compile(
    r"\b(?:(?:document|batch|page|scan(?:ner|ning)?) separator|separator (?:sheet|page)"
    r"|patch (?:code|[1-6t]|i{1,3}|iv|vi?))\b",
    re.IGNORECASE,
)
_WHOSE = re.compile(
    r"^\W*(?:patient(?:'s)?(?: name)?|client(?: name)?|re)\s*[:#]\s*(?P<name>\S.*)$", re.IGNORECASE
)
_SENTENCE = 7
"""So many words in a page's first line, most in small letters, are the middle of a text."""
_SURE = 0.8
_SAME_HEAD = 80
_OTHER_SIZE = 1.4
"""A page so much wider or narrower than the one before is another piece of paper."""


def split(pages: tuple[Page, ...]) -> tuple[tuple[Page, ...], ...]:
    """The documents of a file, each with its pages in order; blank pages are dropped.

    A file without any words stays one document.
    """
    duplex = _has_blank_backs(pages)
    documents: list[list[Page]] = []
    after_blank = False
    for page in pages:
        if is_separator(page):
            after_blank = True
            continue
        if is_blank(page):
            after_blank = after_blank or not duplex
            continue
        if not documents or _starts(page, documents[-1], after_blank=after_blank):
            documents.append([])
        documents[-1].append(page)
        after_blank = False
    return tuple(in_order(document) for document in documents) or (pages,)


def in_order(document: Sequence[Page]) -> tuple[Page, ...]:
    """Our own pages by their printed numbers, however they were scanned; others as they lie."""
    bare = without_cover(tuple(document))
    covers, document = tuple(document[: len(document) - len(bare)]), bare
    numbers = [counted[0] if (counted := count(page)) else None for page in document]
    if not any(_our_codes(page) for page in document) or None in numbers:
        return covers + bare
    return covers + tuple(
        page for _, page in sorted(zip(numbers, document, strict=True), key=_by_number)
    )


def _by_number(numbered: tuple[int | None, Page]) -> tuple[int, int]:
    number, page = numbered
    return (number or 0, page.number)


def is_blank(page: Page) -> bool:
    """Whether nothing is written on the page. Ink that no engine could read is something."""
    return not page.words and page.quality > 0


def is_separator(page: Page) -> bool:
    """Whether the page is a sheet that was put between papers and says nothing else."""
    return 0 < len(page.words) <= _FEW and any(_SEPARATOR.search(x.text) for x in page.lines)


def count(page: Page) -> tuple[int, int | None] | None:
    """(number, of how many) as the page's own foot or head says it; the second is None where it
    only says "Page 2". None where it says nothing."""
    for line in page.lines:
        found = _COUNTED.search(line.text)
        if found is not None and 1 <= int(found[1]) <= int(found[2]):
            return int(found[1]), int(found[2])
    for line in page.lines:
        found = _NUMBERED.match(line.text)
        if found is not None and int(found[1]) >= 1:
            return int(found[1]), None
    return None


def _starts(page: Page, document: Sequence[Page], *, after_blank: bool) -> bool:
    """Whether the page is the first of another document than the one being gathered."""
    if all(is_cover(each) for each in document):
        return is_cover(page)  # the next fax; a cover belongs to what follows
    before, first = document[-1], document[0]
    counted, counted_before = count(page), count(before)
    ours, ours_before = _our_codes(page), _our_codes(first)
    if ours:
        return ours != ours_before  # our own pages are known by their code, in whatever order
    if is_cover(page):
        return True
    if counted is not None and counted[0] > 1:
        # "Page 2 of 3" continues whatever went before, unless that was counted otherwise.
        return counted_before is not None and counted[0] != counted_before[0] + 1 and after_blank
    if counted is not None and counted[0] == 1:
        return True
    if counted_before is not None and counted_before[0] == counted_before[1]:
        return True  # the last of its pages is behind us, and this one does not count on
    if any(_CONTINUED.search(line.text) for line in _head(page)):
        return False
    if after_blank or _other_paper(page, before):
        return True
    return _other_letter(page, first)


def _has_blank_backs(pages: Sequence[Page]) -> bool:
    """Whether both sides of one-sided paper were scanned: then blank pages separate nothing."""
    backs = pages[1::2]
    return (
        len(pages) >= 4
        and all(is_blank(page) for page in backs)
        and not any(is_blank(page) for page in pages[::2])
    )


def _our_codes(page: Page) -> frozenset[str]:
    """Codes that this program printed on its own letters, so that they are known again."""
    return frozenset(code for code in page.codes if code.startswith(_OUR_CODE))


def _other_paper(page: Page, before: Page) -> bool:
    ratio = page.width / before.width
    return not 1 / _OTHER_SIZE < ratio < _OTHER_SIZE


def _other_letter(page: Page, first: Page) -> bool:
    """Whether head and kind show another document: another letterhead on a page that is surely of
    another kind, or the same kind of head with other numbers and dates in it."""
    kind, kind_before = classify((page,)), classify((first,))
    if kind.value == "other":
        return False
    head = " ".join(line.text for line in _head(page)[:3])
    head_before = " ".join(line.text for line in _head(first)[:3])
    alike = fuzz.token_sort_ratio(head, head_before) >= _SAME_HEAD
    numbers, numbers_before = _numbers(_head(page)), _numbers(_head(first))
    if kind.value == kind_before.value and _another_patient(page, first):
        return True
    if kind.value == kind_before.value and _begins_within_a_text(page):
        return False
    if kind.value == kind_before.value and alike:
        # The same studio's next invoice: the head repeats, its number and date do not.
        return bool(numbers - numbers_before) and bool(numbers_before - numbers)
    if kind.confidence < _SURE:
        return False
    if kind.value == kind_before.value:
        return not numbers & numbers_before and len(numbers) >= 2
    return kind_before.confidence >= _SURE or not alike


def _another_patient(page: Page, first: Page) -> bool:
    """Whether both pages say whose they are, and no family name is on both."""
    families, families_before = _families(page), _families(first)
    return bool(families and families_before) and not families & families_before


def _families(page: Page) -> frozenset[str]:
    """The family names beside the labels of patients, in small letters."""
    people = (
        person_at_start(found["name"])
        for line in page.lines
        if (found := _WHOSE.match(line.text)) is not None
    )
    return frozenset(each.name.split()[-1].casefold() for each in people if each is not None)


def _begins_within_a_text(page: Page) -> bool:
    """Whether the page starts without a head: its first line is a sentence, or goes on with one."""
    if not page.lines:
        return False
    top = min(page.lines, key=lambda line: (line.box[1], line.box[0]))
    small = sum(word.text[:1].islower() for word in top.words)
    return len(top.words) >= _SENTENCE and small * 3 >= len(top.words) * 2


def _head(page: Page) -> list[Line]:
    return [line for line in page.lines if line.box[3] <= _HEAD * page.height]


def _numbers(lines: Sequence[Line]) -> frozenset[str]:
    """Dates, receipt and claim numbers: words with at least three digits."""
    return frozenset(
        word.text.strip(".,:;#()")
        for line in lines
        if not _COUNTED.search(line.text)
        for word in line.words
        if sum(character.isdigit() for character in word.text) >= 3
    )
