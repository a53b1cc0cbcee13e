"""How well conditions are judged, beside medspaCy's default rules on the same sentences.

    python -m bench.assertions.measure SECTIONS.csv [--part even|odd] [--misses]

SECTIONS.csv: the notes that were labelled (columns id, section and text).
Prints precision, recall and F1 on each axis, for all mentions, for those that
can be told from their sentence alone, and for the patient's own that are not
denied: only there does it matter what is past. The judges are given the
sentence and nothing else; then all mentions once more as a document is read,
where the sentence stands under its heading. Prints numbers only, never words of a note.
"""

from __future__ import annotations

import argparse
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import get_args

from bench.assertions.baseline import judge_by_defaults
from bench.assertions.judged import AXES, Judged
from bench.assertions.mentions import Mention, Part, mentions
from extractors.diagnoses.assertions import judge, judge_at


@dataclass(frozen=True)
class Score:
    """Counts on one axis: said and so, said and not so, so and not said."""

    right: int
    surplus: int
    missing: int

    @property
    def precision(self) -> float:
        return self.right / max(self.right + self.surplus, 1)

    @property
    def recall(self) -> float:
        return self.right / max(self.right + self.missing, 1)

    @property
    def f1(self) -> float:
        return 2 * self.right / max(2 * self.right + self.surplus + self.missing, 1)


def main() -> None:
    """Prints one table for each group of mentions."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("notes", type=Path, help="CSV of the labelled notes: id, text")
    parser.add_argument("--part", choices=get_args(Part), help="only sections of these numbers")
    parser.add_argument(
        "--misses", action="store_true", help="list where ours is wrong; with --part even only"
    )
    given = parser.parse_args()
    if given.misses and given.part != "even":
        parser.error("the odd part is for measuring: --misses goes with --part even")
    found = mentions(given.notes, given.part)
    told = [mention for mention in found if mention.label.basis == "sentence"]
    own = [m for m in found if m.label.experiencer == "patient" and m.label.assertion != "negated"]
    print(table(f"All {len(found)} mentions", found))  # noqa: T201
    print(table("The same with the section's heading before them", found, under_heading))  # noqa: T201
    print(table(f"The {len(told)} that their sentence alone tells", told))  # noqa: T201
    print(table(f"The {len(own)} of the patient's own that are not denied", own))  # noqa: T201
    if given.misses:
        print("\n".join(misses(found)))  # noqa: T201


def misses(found: Sequence[Mention]) -> list[str]:
    """One line for each mention that ours gets wrong: section, characters, which axes."""
    lines = []
    for mention in found:
        truth, said = labelled(mention), ours(mention)
        wrong = [
            f"{'not said' if getattr(truth, axis) else 'wrongly said'} {axis}"
            for axis in AXES
            if getattr(truth, axis) != getattr(said, axis)
        ]
        if wrong:
            at = mention.label
            lines.append(f"{at.section_id} {at.start}-{at.end}: {', '.join(wrong)}")
    return lines


def table(
    title: str, found: Sequence[Mention], judged_by: Callable[[Mention], Judged] | None = None
) -> str:
    """Ours beside the baseline: one line an axis, then the share that is right on all five."""
    lines = [title, f"{'':14}{'':>6}  {'ours':^20}  {'medspaCy defaults':^20}"]
    lines.append(f"{'':14}{'there':>6}" + 2 * f"  {'prec.':>6}{'recall':>7}{'F1':>7}")
    truth = [Judged.of(m.label.assertion, m.label.temporality, m.label.experiencer) for m in found]
    answers = [[by(mention) for mention in found] for by in (judged_by or ours, defaults)]
    for axis in AXES:
        scores = [score(axis, truth, said) for said in answers]
        there = scores[0].right + scores[0].missing
        if not there:
            continue
        figures = "".join(f"  {s.precision:6.3f}{s.recall:7.3f}{s.f1:7.3f}" for s in scores)
        lines.append(f"{axis:14}{there:6}{figures}")
    whole = [
        sum(t == s for t, s in zip(truth, said, strict=True)) / max(len(truth), 1)
        for said in answers
    ]
    lines.append(f"{'all five right':14}{len(truth):6}" + "".join(f"  {w:20.3f}" for w in whole))
    return "\n".join(lines) + "\n"


def score(axis: str, truth: Sequence[Judged], said: Sequence[Judged]) -> Score:
    """Counts of one axis over mentions in the same order."""
    pairs = [(getattr(t, axis), getattr(s, axis)) for t, s in zip(truth, said, strict=True)]
    return Score(
        right=pairs.count((True, True)),
        surplus=pairs.count((False, True)),
        missing=pairs.count((True, False)),
    )


def labelled(mention: Mention) -> Judged:
    """What the reader who labelled it said."""
    label = mention.label
    return Judged.of(label.assertion, label.temporality, label.experiencer)


def ours(mention: Mention) -> Judged:
    """As `carepacket assert` is asked: the sentence and the words of the condition."""
    said = judge(mention.sentence, mention.target)
    return Judged.of(said.assertion, said.temporality, said.experiencer)


def under_heading(mention: Mention) -> Judged:
    """As a document is read: the whole section, its heading before it."""
    end = mention.at + len(mention.target)
    said = judge_at(mention.section, (mention.at, end))
    return Judged.of(said.assertion, said.temporality, said.experiencer)


def defaults(mention: Mention) -> Judged:
    """The baseline is told the characters, too."""
    return judge_by_defaults(mention.sentence, mention.start, mention.end)


if __name__ == "__main__":
    main()
