"""Papers with their whole truth: drawn ones and sets of somebody else, beside a naive reader."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from pathlib import Path

from bench.naive import naive_file
from bench.reading_set import Document, Read, read_all, shared
from bench.report.section import Section, table
from bench.tally import AXES, Tally
from bench.workers import Ended, run

CLEAN = frozenset({"vector", "clean300", "scan300", "scan200"})
"""Damages that count as clean or as a good scan, in our sets and in others'."""
FAX_AND_PHONE = frozenset({"fax", "phone"})


def papers(title: str, key: str, documents: list[Document], out: Path) -> Section:
    """Reads them, draws the plots into `out` and tells everything by damage, kind and field.

    key: the figures' names begin with it. Mistakes are quoted: sets that are
    measured on hold invented people only.
    """
    from bench.plots import reliability, risk_coverage  # slow; workers need none of it

    read = read_all(documents, title)
    naive = _naive(title, documents)
    whole, plain = tally(read), tally(naive)
    reliability(whole.values, out / f"reliability-{key}.png")
    risk_coverage(whole.values, whole.values_there, out / f"risk-coverage-{key}.png")
    damage = _by(read, lambda d: str(d.truth["degradation"]))
    kinds = _by(read, lambda d: str(d.truth["kind"]))
    clean = tally([r for r in read if r.document.truth["degradation"] in CLEAN])
    rough = tally([r for r in read if r.document.truth["degradation"] in FAX_AND_PHONE])
    lines = [f"## {title}"]
    lines += [_lines({"all": whole, "clean and scanned": clean, "fax and phone": rough})]
    lines += [_lines({"naive reader, same papers": plain})]
    lines += [f"![reliability](reliability-{key}.png) ![risk](risk-coverage-{key}.png)"]
    lines += ["### By damage", _lines(damage), "### By kind", _lines(kinds)]
    lines += ["### Labels of other mentions", _axes(whole)]
    lines += ["### Fields: precision / recall / F1, by kind", _matrix(whole, kinds)]
    lines += ["### Fields: precision / recall / F1, by damage", _matrix(whole, damage)]
    lines += ["### Kinds taken for others", str(dict(whole.confusions)) or "none"]
    lines += ["### Accepted though wrong", "\n".join(f"- {m}" for m in whole.mistakes) or "none"]
    return Section("\n\n".join(lines), _figures(key, read, whole, clean, rough, plain))


def tally(read: list[Read]) -> Tally:
    """All of them counted."""
    whole = Tally()
    for each in read:
        whole.add(each)
    return whole


def _figures(
    key: str, read: list[Read], whole: Tally, clean: Tally, rough: Tally, plain: Tally
) -> dict[str, float]:
    photos = [r.seconds for r in read if r.document.truth["degradation"] == "phone"]
    figures = {
        "documents": whole.documents,
        "micro": whole.all_fields.f1,
        "micro clean": clean.all_fields.f1,
        "micro fax and phone": rough.all_fields.f1,
        "diagnoses": whole.diagnoses.f1,
        "kind": whole.kinds,
        "accepted": whole.accepted,
        "accepted error": whole.accepted_error,
        "coverage": whole.coverage,
        "coverage clean": clean.coverage,
        "must not": whole.must_not,
        "must not accepted": whole.must_not_accepted,
        "lost": whole.lost,
        "naive micro": plain.all_fields.f1,
        "naive diagnoses": plain.diagnoses.f1,
        "naive kind": plain.kinds,
        "naive accepted error": plain.accepted_error,
        "naive coverage": plain.coverage,
    }
    if photos:
        figures["seconds of a photo"] = sum(photos) / len(photos)
    return {f"{key}: {name}": float(value) for name, value in figures.items()}


def _naive(title: str, documents: list[Document]) -> list[Read]:
    paths = {d.path: d for d in documents}
    files = [(path, d.date_order) for path, d in paths.items()]
    ends = run(naive_file, files, f"{title}, naive reader")
    found: list[Read] = []
    for path, end in zip(paths, ends, strict=True):
        lines = end.result[0] if end.result else []
        its = [d for d in documents if d.path == path]
        found += shared(its, Ended(end.ending, end.seconds, lines))
    return found


def _by(read: list[Read], key: Callable[[Document], str]) -> dict[str, Tally]:
    groups: dict[str, Tally] = defaultdict(Tally)
    for each in read:
        groups[key(each.document)].add(each)
    return dict(sorted(groups.items()))


def _lines(rows: dict[str, Tally]) -> str:
    heads = list(next(iter(rows.values())).line)
    return table(["", *heads], [[name, *t.line.values()] for name, t in rows.items()])


def _axes(whole: Tally) -> str:
    rows = [
        [axis, f"{c.precision:.3f}", f"{c.recall:.3f}", f"{c.f1:.3f}", f"{c.there:.0f}"]
        for axis, c in ((axis, whole.axes[axis]) for axis in AXES)
    ]
    return table(["axis, where it is not the usual", "precision", "recall", "F1", "there"], rows)


def _matrix(whole: Tally, groups: dict[str, Tally]) -> str:
    """A row a field, a column a group; n: how many values stand on the papers."""
    rows = [
        [name, f"{c.there:.0f}", c.cell]
        + [g.fields[name].cell if name in g.fields else "" for g in groups.values()]
        for name, c in sorted(whole.fields.items())
    ]
    diagnoses = [t.diagnoses.cell for t in (whole, *groups.values())]
    rows.append(["diagnoses", f"{whole.diagnoses.there:.0f}", *diagnoses])
    everything = [t.all_fields.cell for t in (whole, *groups.values())]
    rows.append(["all fields", f"{whole.all_fields.there:.0f}", *everything])
    return table(["field", "n", "all", *groups], rows)
