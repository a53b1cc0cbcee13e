"""Real receipts: what was read of them, and how many of their words each engine finds."""

from __future__ import annotations

from pathlib import Path
from statistics import fmean, median
from time import perf_counter
from typing import Any

from bench.counting import Counts, interval
from bench.engine_paths import PATHS, found
from bench.naive import naive
from bench.reading_set import read_file
from bench.real_receipts import ALIKE, FIELDS, RealReceipt, count, judged
from bench.report.section import Section, table
from bench.workers import run

NOTHING: dict[str, Any] = {"fields": {}}


def receipts(title: str, all_of_them: list[RealReceipt], out: Path) -> Section:
    """Values by field beside a naive reader's, accepted errors, coverage; words and seconds by
    engine, every engine on the same picture one after the other."""
    from bench.plots import reliability, risk_coverage  # slow; workers need none of it

    ends = run(read_file, [(r.path, "DMY") for r in all_of_them], title)
    # A receipt that was split, or that nobody answered for, is scored by its fullest line.
    readings = [_fullest(end.result) for end in ends]
    seconds = [end.seconds for end in ends]
    looked = run(_every_way, [r.path for r in all_of_them], f"{title}, engines")
    texts = [end.result or {} for end in looked]
    naively = [naive(t["plain Tesseract"][0], "DMY") if t else NOTHING for t in texts]
    ours, plain = count(all_of_them, readings), count(all_of_them, naively)
    values = [
        j for r, reading in zip(all_of_them, readings, strict=True) for j in judged(r, reading)
    ]
    accepted = [good for _, _, sure, good in values if sure]
    wrong = accepted.count(False)
    covered = _covered(all_of_them, readings)
    low, high = interval(wrong, len(accepted))
    reliability([(p, good) for _, p, _, good in values], out / "reliability-receipts.png")
    risk_coverage(
        [(p, good) for _, p, _, good in values],
        len(FIELDS) * len(all_of_them),
        out / "risk-coverage-receipts.png",
    )
    engines = _engines(all_of_them, texts)
    lines = [f"## {title} ({len(all_of_them)})", _rules()]
    lines += [_fields(ours, plain), f"Micro-F1 {_all(ours).f1:.3f}, naive {_all(plain).f1:.3f}."]
    lines += [
        f"Accepted though wrong: {wrong} of {len(accepted)}, 95 % interval {low:.2%} to "
        f"{high:.2%}. Coverage of the four fields: {covered:.3f}. Seconds a receipt, two at a "
        f"time: mean {fmean(seconds):.2f}, usual {median(seconds):.2f}, longest "
        f"{max(seconds):.2f}. Without an answer: {sum(e.ending != 'done' for e in ends)}."
    ]
    lines += ["![reliability](reliability-receipts.png) ![risk](risk-coverage-receipts.png)"]
    lines += ["### Words found and seconds a page, by engine", _engine_table(engines)]
    lines += ["### Accepted though wrong", _mistakes(all_of_them, readings)]
    figures = {f"receipts: {name}": counts.f1 for name, counts in ours.items()}
    figures |= {
        "receipts: micro": _all(ours).f1,
        "receipts: naive micro": _all(plain).f1,
        "receipts: accepted": len(accepted),
        "receipts: accepted error": wrong / max(len(accepted), 1),
        "receipts: coverage": covered,
        "receipts: seconds": fmean(seconds),
        "receipts: words": engines["chosen per page"][0],
        "receipts: words, plain Tesseract": engines["plain Tesseract"][0],
        "receipts: documents": len(all_of_them),
    }
    return Section("\n\n".join(lines), figures)


def _fullest(lines: list[dict[str, Any]] | None) -> dict[str, Any]:
    return max(lines or [NOTHING], key=lambda line: len(line.get("fields", {})))


def _every_way(path: Path) -> dict[str, tuple[str, float]]:
    """Text and seconds by engine. The first picture of a process loads the models unmeasured."""
    if not _warm:
        for recognise in PATHS.values():
            recognise(path)
        _warm.append(True)
    said = {}
    for name, recognise in PATHS.items():
        start = perf_counter()
        text = recognise(path)
        said[name] = text, perf_counter() - start
    return said


_warm: list[bool] = []


def _engines(
    receipts: list[RealReceipt], texts: list[dict[str, tuple[str, float]]]
) -> dict[str, tuple[float, list[float]]]:
    """Share of the truth's words found, and seconds of every page, by engine."""
    figures = {}
    for name in PATHS:
        pairs = [
            found(r.words, said[name][0] if said else "")
            for r, said in zip(receipts, texts, strict=True)
        ]
        there = sum(all_of_them for _, all_of_them in pairs)
        seconds = [said[name][1] for said in texts if said]
        figures[name] = sum(hit for hit, _ in pairs) / max(there, 1), seconds or [0.0]
    return figures


def _engine_table(engines: dict[str, tuple[float, list[float]]]) -> str:
    rows = [
        [name, f"{recall:.3f}", f"{fmean(s):.2f}", f"{median(s):.2f}", f"{max(s):.2f}"]
        for name, (recall, s) in engines.items()
    ]
    return table(["way", "word recall", "s/page, mean", "usual", "longest"], rows)


def _covered(receipts: list[RealReceipt], readings: list[dict[str, Any]]) -> float:
    """Share of the four values a receipt that are accepted and right."""
    of_field = {"payment_date": "date", "document_date": "date"}
    sure = {
        (number, of_field.get(field, field))
        for number, (receipt, reading) in enumerate(zip(receipts, readings, strict=True))
        for field, _, accepted, good in judged(receipt, reading)
        if accepted and good
    }
    return len(sure) / max(len(FIELDS) * len(receipts), 1)


def _all(counts: dict[str, Counts]) -> Counts:
    whole = Counts()
    for each in counts.values():
        whole.right += each.right
        whole.surplus += each.surplus
        whole.missing += each.missing
    return whole


def _fields(ours: dict[str, Counts], plain: dict[str, Counts]) -> str:
    rows = [
        [name, *(f"{x:.3f}" for x in (c.precision, c.recall, c.f1)), f"{plain[name].f1:.3f}"]
        for name, c in ours.items()
    ]
    return table(["field", "precision", "recall", "F1", "naive F1"], rows)


def _mistakes(receipts: list[RealReceipt], readings: list[dict[str, Any]]) -> str:
    """Which fields of which picture, never the words of a real paper."""
    wrong = [
        f"- {receipt.path.name} {field}"
        for receipt, reading in zip(receipts, readings, strict=True)
        for field, _, accepted, good in judged(receipt, reading)
        if accepted and not good
    ]
    return "\n".join(wrong) or "none"


def _rules() -> str:
    return (
        "Read day first. Right is: a total equal as a decimal; the same day; a vendor or an "
        f"address of which at least {ALIKE} % of the letters and digits stand in the same order, "
        "or of the words in any order. The receipt's date is the day of payment, else the "
        "document's, else the only day of service; every accepted one is held to it."
    )
