"""Mentions of conditions in real notes: the held-back half, beside medspaCy's default rules."""

from __future__ import annotations

from pathlib import Path

from bench.assertions.judged import AXES, Judged
from bench.assertions.measure import defaults, labelled, ours, score, under_heading
from bench.assertions.mentions import Mention, mentions
from bench.report.section import Section, table
from bench.workers import run


def mentions_section(notes: Path) -> Section:
    """F1 on the five axes, ours and medspaCy's, on the half that is never tuned on. Numbers
    only, never words of a note."""
    every, held = mentions(notes), mentions(notes, "odd")
    ends = run(_both, held, "mentions in notes", jobs=1)
    answered = [(m, end.result) for m, end in zip(held, ends, strict=True) if end.result]
    truth = [labelled(mention) for mention, _ in answered]
    figures = {"mentions: labelled": float(len(every)), "mentions: held back": float(len(held))}
    rows = []
    for axis in AXES:
        mine, base, read = (
            score(axis, truth, [said[n] for _, said in answered]) for n in (0, 1, 2)
        )
        if not mine.right + mine.missing:
            continue
        figures |= {f"mentions: {axis}": mine.f1, f"mentions: {axis}, medspaCy": base.f1}
        figures[f"mentions: {axis}, under its heading"] = read.f1
        cells = [f"{x:.3f}" for s in (mine, base, read) for x in (s.precision, s.recall, s.f1)]
        rows.append([axis, str(mine.right + mine.missing), *cells])
    whole = [
        sum(t == said[n] for t, (_, said) in zip(truth, answered, strict=True)) for n in (0, 1)
    ]
    heads = ["axis", "there", "precision", "recall", "F1", "medspaCy precision", "recall", "F1"]
    heads += ["under its heading: precision", "recall", "F1"]
    lines = [f"## Mentions in notes: {len(held)} held back of {len(every)} labelled"]
    lines += [
        "Both judges are given the sentence and the mention, nothing else; the last three columns "
        "are ours as a document is read, the section's heading before the text: what is under "
        '"Family history" is often said by the heading alone.'
    ]
    lines += [table(heads, rows)]
    lines += [
        f"Right on all five: {whole[0]} of {len(held)}; medspaCy {whole[1]}. "
        f"Without an answer: {len(held) - len(answered)}."
    ]
    return Section("\n\n".join(lines), figures)


def _both(mention: Mention) -> tuple[Judged, Judged, Judged]:
    return ours(mention), defaults(mention), under_heading(mention)
