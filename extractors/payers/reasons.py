"""The sentence in which a payer says why it does not pay, verbatim."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extractors.candidate import Candidate
from extractors.page import Line, Page, Word, evidence
from extractors.payers import data
from extractors.proposing import from_words
from extractors.values.labels import Labelled, block_below

_SENTENCE_END = re.compile(
    r"(?<!\bNo)(?<!\bDr)(?<!\bMr)(?<!\bMs)(?<!\bMrs)(?<!\bInc)(?<!\b[A-Z])[.!?][\"'”’)]*\s+(?=[\"“'‘(]*[A-Z])"
)

_OF_FORM = re.compile(r"^\W*\(?in whole or in part\)?[\s:.]*", re.IGNORECASE)
"""Words of the form between the label and the reason."""
_CODED = re.compile(
    r"\s*[(\[]?\b(?:reason|denial|remark|adjustment)\s+codes?\b\s*[:#]?\s*[A-Z]{0,3}-?\d{1,3}\s*[)\]]?\.?$",
    re.IGNORECASE,
)
"""A code behind the reason, which is a field of its own."""
_ONLY_CODES = re.compile(
    r"^\W*(?:reason|denial|remark|adjustment)\s+codes?\b.{0,20}$", re.IGNORECASE
)
_LEGEND = re.compile(
    r"^\W{0,2}(?P<code>[A-Z]{0,3}-?\d{1,3}[A-Z]?)\)?\s*[-–—:=]\s*(?P<text>[A-Z][a-z]+\s.{8,}?)\.?\s*$"
)
"""A line below a table that explains one of its codes."""
_PARTED = 1.3
"""Lines further apart than so many times the page's usual step are of two paragraphs."""

_BULLETS = " \t-–—•·*▪●"


@dataclass(frozen=True)
class _Sentence:
    """One sentence with its words; `paragraph` counts paragraphs down the page."""

    text: str
    page: Page
    words: tuple[Word, ...]
    paragraph: int


def find_reason(pages: Sequence[Page], labelled: Sequence[Labelled]) -> Iterator[Candidate]:
    """Candidates for reason: beside its label, and the sentences that sound like one."""
    for found in labelled:
        if found.name == "reason" and found.place in {"same_line", "right", "below"}:
            candidate = _beside(found)
            if candidate is not None:
                yield candidate
    yield from _in_legends(pages)
    sentences = [sentence for page in pages for sentence in _sentences(page)]
    scored = [(_score(sentence.text), sentence) for sentence in sentences]
    best = max((score for score, _ in scored), default=0.0)
    if best < 1.0:
        return
    chosen = [sentence for score, sentence in scored if score >= max(1.0, best - 0.5)]
    first = chosen[0]
    run = [s for s in chosen if s.page is first.page and s.paragraph == first.paragraph][:3]
    yield from_words(
        "reason",
        " ".join(sentence.text for sentence in run),
        first.page,
        [word for sentence in run for word in sentence.words],
        way="prose",
        strength=min(0.9, 0.6 + 0.12 * best),
    )


def _in_legends(pages: Sequence[Page]) -> Iterator[Candidate]:
    """What a legend says of the one code that the table gives: "18A: Expense is for fitness."."""
    for page in pages:
        words = [word.text.strip("*()[],;:") for word in page.words]
        explained = [
            (line, match)
            for line in page.lines
            if (match := _LEGEND.match(line.text)) and words.count(match["code"]) >= 2
        ]
        if len(explained) == 1:
            line, match = explained[0]
            start, end = match.span("text")
            found = line.words_between(start, end)
            yield from_words("reason", match["text"], page, found, way="table", strength=0.86)


def _beside(found: Labelled) -> Candidate | None:
    """The labelled text with the lines that go on below it."""
    below = block_below(found.page, found.line, data.labels(), limit=6)
    lines = _one_paragraph(found.page, [found.line, *below])
    if found.text.rstrip().endswith((".", "!")) and _score(found.text) >= 1.0:
        lines = lines[:1]
    text = _OF_FORM.sub("", " ".join([found.text, *(line.text for line in lines[1:])]).strip())
    pieces = [piece.strip() for piece in _split(text) if not piece.rstrip().endswith("?")]
    kept = list(itertools.takewhile(_belongs, pieces))
    kept = [piece for piece in (_CODED.sub("", piece).strip() for piece in kept) if piece]
    if not kept or len(" ".join(kept)) < 8:
        return None
    exact = ("label.exact",) if found.exactness == 1.0 else ()
    return Candidate(
        field="reason",
        value=" ".join(kept),
        way="label",
        strength=round(0.93 * found.strength, 3),
        word_confidence=found.word_confidence,
        evidence=(
            evidence(found.page, [*found.words, *(w for line in lines[1:] for w in line.words)]),
        ),
        passed=exact,
    )


def _one_paragraph(page: Page, lines: Sequence[Line]) -> list[Line]:
    """The lines as far as they follow one another as closely as the page's other lines do."""
    pitches = sorted(
        lower.box[1] - upper.box[1]
        for upper, lower in itertools.pairwise(page.lines)
        if abs(lower.box[0] - upper.box[0]) < 3 and 0 < lower.box[1] - upper.box[1] < 30
    )
    if not pitches:
        return list(lines)
    closest = pitches[len(pitches) // 4]
    kept = list(lines[:1])
    for upper, lower in itertools.pairwise(lines):
        if lower.box[1] - upper.box[1] > _PARTED * closest:
            break
        kept.append(lower)
    return kept


def _belongs(piece: str) -> bool:
    """Whether a sentence beside the label still gives the reason."""
    return not (_only_says_what_to_do(piece) or _ONLY_CODES.match(piece))


def _score(text: str) -> float:
    """How much a sentence sounds like the reason: cues, less what only tells what to do."""
    plain = re.sub(r"\s+", " ", text.casefold().replace("’", "'"))
    if plain.endswith(":"):
        return 0.0  # it announces a list
    cues = data.reason_cues()
    strong = sum(cue in plain for cue in cues["strong"])
    announced = any(cue in plain for cue in cues["announcing"])
    score = min(strong, 3) * 1.0 + 0.4 * announced if strong else 1.0 * announced
    if any(cue in plain for cue in cues["not_a_reason"]):
        score -= 1.6
    return score


def _only_says_what_to_do(text: str) -> bool:
    return _score(text) < 0 and any(
        cue in text.casefold() for cue in data.reason_cues()["not_a_reason"]
    )


def _sentences(page: Page) -> Iterator[_Sentence]:
    for number, lines in enumerate(_paragraphs(page)):
        words = [word for line in lines for word in line.words]
        text = " ".join(word.text for word in words)
        starts, at = [], 0
        for word in words:
            starts.append(at)
            at += len(word.text) + 1
        begin = 0
        for piece in _split(text):
            begin = text.index(piece, begin)
            end = begin + len(piece)
            own = [
                w for w, s in zip(words, starts, strict=True) if s < end and s + len(w.text) > begin
            ]
            if own:
                yield _Sentence(_without_label(piece).lstrip(_BULLETS), page, tuple(own), number)
            begin = end


def _without_label(text: str) -> str:
    """The sentence without "Reason:" before it."""
    hits = data.labels().hits(text)
    led = bool(hits) and hits[0].name == "reason" and hits[0].at_start and hits[0].marked
    return text[hits[0].value_start :] if led else text


def _split(text: str) -> list[str]:
    pieces, at = [], 0
    for match in _SENTENCE_END.finditer(text):
        pieces.append(text[at : match.end()].strip())
        at = match.end()
    pieces.append(text[at:].strip())
    return [piece for piece in pieces if piece]


def _paragraphs(page: Page) -> list[list[Line]]:
    """Lines that run on: flush with each other and without a wide gap between."""
    paragraphs: list[list[Line]] = []
    for line in page.lines:
        last = paragraphs[-1][-1] if paragraphs else None
        if last is not None and _runs_on(last, line):
            paragraphs[-1].append(line)
        else:
            paragraphs.append([line])
    return paragraphs


def _runs_on(last: Line, line: Line) -> bool:
    height = max(last.box[3] - last.box[1], 1.0)
    gap = line.box[1] - last.box[3]
    if not -0.5 * height < gap < 0.9 * height or abs(line.box[0] - last.box[0]) > 2.5 * height:
        return False
    labelled = data.labels().hits(line.text)
    if labelled and labelled[0].at_start and labelled[0].marked:
        return False
    if line.text[:1] in _BULLETS[2:] or (last.text[:1] in "•·*▪●" and line.box[0] < last.box[0]):
        return False
    return not last.text.rstrip().endswith(":")
