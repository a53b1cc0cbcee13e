"""The assertion bench: labels lead to the right words, and figures are counted right."""

from __future__ import annotations

import csv
from collections import Counter
from itertools import pairwise
from pathlib import Path

import pytest
from pydantic import ValidationError

from bench.assertions.baseline import judge_by_defaults
from bench.assertions.judged import AXES, Judged
from bench.assertions.measure import main, misses, ours, score, table, under_heading
from bench.assertions.mentions import LABELS, Mention, mentions, sentence_around

NOTES = {
    10: 'Mother died of "old age." Father had a stroke, seen by Dr. Gray in May. No asthma.',
    11: "1. Low back pain.\n2. ? gout",
}
HEAD = "section_id start end assertion temporality experiencer basis".split()


def _labelled(folder: Path, *rows: tuple[object, ...]) -> tuple[Path, Path]:
    notes, labels = folder / "notes.csv", folder / "labels.csv"
    for path, head, lines in (
        (notes, ["id", "section", "text"], [(key, "X", text) for key, text in NOTES.items()]),
        (labels, HEAD, list(rows)),
    ):
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows([head, *lines])
    return notes, labels


def _row(section: int, words: str, *said: str) -> tuple[object, ...]:
    start = NOTES[section].index(words)
    return (section, start, start + len(words), *said, "sentence")


def _read(folder: Path, *rows: tuple[object, ...]) -> list[Mention]:
    notes, labels = _labelled(folder, *rows)
    return mentions(notes, labels=labels)


@pytest.mark.parametrize(
    ("section", "words", "sentence"),
    [
        (10, "stroke", "Father had a stroke, seen by Dr. Gray in May."),
        (10, "asthma", "No asthma."),
        (11, "back pain", "Low back pain."),
        (11, "gout", "? gout"),
    ],
)
def test_the_sentence_of_a_mention_ends_where_a_reader_ends_it(
    section: int, words: str, sentence: str
) -> None:
    start = NOTES[section].index(words)
    first, last = sentence_around(NOTES[section], start, start + len(words))
    assert NOTES[section][first:last] == sentence


def test_a_mention_names_its_words_inside_its_sentence(tmp_path: Path) -> None:
    (one,) = _read(tmp_path, _row(10, "stroke", "affirmed", "current", "family"))
    assert (one.target, one.sentence[one.start : one.end]) == ("stroke", "stroke")


def test_a_part_holds_the_sections_of_its_numbers_only(tmp_path: Path) -> None:
    notes, labels = _labelled(
        tmp_path,
        _row(10, "asthma", "negated", "current", "patient"),
        _row(11, "gout", "possible", "current", "patient"),
    )
    assert [m.target for m in mentions(notes, "even", labels)] == ["asthma"]
    assert [m.target for m in mentions(notes, "odd", labels)] == ["gout"]


def test_labels_of_other_notes_are_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="section 11"):
        _read(tmp_path, (11, 5, 900, "affirmed", "current", "patient", "sentence"))


def test_a_label_outside_the_contract_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValidationError, match="assertion"):
        _read(tmp_path, _row(11, "gout", "perhaps", "current", "patient"))


def test_scores_count_right_surplus_and_missing() -> None:
    yes, no = Judged.of("negated", "current", "patient"), Judged.of("affirmed", "current", "family")
    counted = score("negated", [yes, yes, yes, no], [yes, yes, no, yes])
    assert (counted.right, counted.surplus, counted.missing) == (2, 1, 1)
    assert counted.f1 == pytest.approx(2 / 3)


@pytest.mark.parametrize(
    ("sentence", "words", "axis"),
    [
        ("Denies chest pain.", "chest pain", "negated"),
        ("Possible gout.", "gout", "possible"),
        ("History of stroke.", "stroke", "historical"),
        ("Return if fever.", "fever", "hypothetical"),
        ("Mother had asthma.", "asthma", "family"),
    ],
)
def test_the_baseline_is_medspacys_own_and_alive(sentence: str, words: str, axis: str) -> None:
    start = sentence.index(words)
    said = judge_by_defaults(sentence, start, start + len(words))
    assert [name for name in AXES if getattr(said, name)] == [axis]


def test_the_table_shows_the_axes_that_occur_and_no_words_of_a_note(tmp_path: Path) -> None:
    shown = table("One", _read(tmp_path, _row(10, "asthma", "negated", "current", "patient")))
    assert "asthma" not in shown
    assert [axis for axis in AXES if axis in shown] == ["negated"]


def test_under_its_heading_a_mention_is_judged_by_the_heading_too(tmp_path: Path) -> None:
    notes, labels = tmp_path / "notes.csv", tmp_path / "labels.csv"
    notes.write_text("id,section,text\n10,FAM/SOCHX,Positive for gout. Smokes.\n", encoding="utf-8")
    labels.write_text(f"{','.join(HEAD)}\n10,13,17,affirmed,current,family,section\n", "utf-8")
    (mention,) = mentions(notes, labels=labels)
    assert mention.section == "Family and social history: Positive for gout. Smokes."
    assert mention.section[mention.at :].startswith("gout")
    assert (ours(mention).family, under_heading(mention).family) == (False, True)


def test_misses_are_told_by_number_and_axis(tmp_path: Path) -> None:
    row = _row(10, "asthma", "affirmed", "current", "family")
    (line,) = misses(_read(tmp_path, row))
    assert line == f"10 {row[1]}-{row[2]}: wrongly said negated, not said family"


def test_misses_of_the_odd_part_are_never_listed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    for part in (["--part", "odd"], []):
        monkeypatch.setattr("sys.argv", ["measure", str(tmp_path), "--misses", *part])
        with pytest.raises(SystemExit):
            main()
    assert "--part even" in capsys.readouterr().err


def test_the_labels_are_many_distinct_and_split_in_halves() -> None:
    with LABELS.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    assert list(rows[0]) == HEAD
    halves = Counter(int(row["section_id"]) % 2 for row in rows)
    assert min(halves.values()) >= 700
    for least, column, value in (
        (200, "assertion", "negated"),
        (25, "assertion", "possible"),
        (45, "temporality", "historical"),
        (18, "temporality", "hypothetical"),
        (130, "experiencer", "family"),
    ):
        counted = Counter(int(row["section_id"]) % 2 for row in rows if row[column] == value)
        assert min(counted[0], counted[1]) >= least, value
    spans = sorted((int(row["section_id"]), int(row["start"]), int(row["end"])) for row in rows)
    for (section, _, end), (following, start, _) in pairwise(spans):
        assert section != following or end <= start


def test_denied_and_relatives_conditions_are_never_past() -> None:
    with LABELS.open(encoding="utf-8", newline="") as file:
        for row in csv.DictReader(file):
            if row["assertion"] == "negated" or row["experiencer"] == "family":
                assert row["temporality"] == "current"
