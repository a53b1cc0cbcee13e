"""Several documents in one file: where each starts.

Conservative: pages stay together unless something on them says otherwise. A
blank page between two others separates; so does a page that counts itself as
the first ("Page 1 of 2") after another document's pages.
"""

from __future__ import annotations

import re

from extractors.page import Page

_COUNTED = re.compile(r"\b(?:page|pg\.?|p\.)\s*(\d{1,3})\s*(?:of|/)\s*(\d{1,3})\b", re.IGNORECASE)


def split(pages: tuple[Page, ...]) -> tuple[tuple[Page, ...], ...]:
    """The documents of a file, each with its pages in order; blank separator pages are dropped.

    A file without any words stays one document.
    """
    documents: list[list[Page]] = []
    after_blank = True
    for page in pages:
        if is_blank(page):
            after_blank = True
            continue
        if after_blank or not documents or _starts(page, documents[-1]):
            documents.append([])
        documents[-1].append(page)
        after_blank = False
    return tuple(tuple(document) for document in documents) or (pages,)


def is_blank(page: Page) -> bool:
    """Whether nothing is written on the page."""
    return not page.words


def count(page: Page) -> tuple[int, int] | None:
    """(number, of how many), as the page's own foot or head says it."""
    found = _COUNTED.search(page.text)
    if found is None:
        return None
    number, of = int(found[1]), int(found[2])
    return (number, of) if 1 <= number <= of else None


def _starts(page: Page, document: list[Page]) -> bool:
    counted = count(page)
    return counted is not None and counted[0] == 1
