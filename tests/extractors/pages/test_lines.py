"""Words into lines, lines into reading order."""

from __future__ import annotations

from extractors.page import Word
from extractors.pages.lines import into_lines


def _words(x: float, y: float, text: str, size: float = 10) -> list[Word]:
    """Words set from x, y in type of this size, spaces a quarter of it wide."""
    words = []
    for part in text.split():
        width = 0.5 * size * len(part)
        words.append(Word(part, (x, y, x + width, y + size)))
        x += width + 0.25 * size
    return words


def _read(*words: list[Word]) -> list[str]:
    mixed = [word for run in words for word in run]
    return [line.text for line in into_lines(sorted(mixed, key=lambda word: word.text))]


def test_words_of_one_row_make_a_line() -> None:
    assert _read(_words(72, 100, "Patient: Dana R. Whitfield")) == ["Patient: Dana R. Whitfield"]


def test_a_wide_gap_ends_a_line() -> None:
    assert _read(_words(72, 100, "Session 60 min"), _words(400, 100, "$95.00")) == [
        "Session 60 min",
        "$95.00",
    ]


def test_justified_print_stays_one_line() -> None:
    first, second = Word("supervised", (72, 100, 122, 110)), Word("exercise", (130, 100, 170, 110))
    assert [line.text for line in into_lines([second, first])] == ["supervised exercise"]


def test_rows_may_lean_and_vary_in_size() -> None:
    assert _read(_words(72, 100, "Total"), _words(104, 97, "due", 14), _words(72, 120, "Paid")) == [
        "Total due",
        "Paid",
    ]


def test_table_is_read_row_by_row() -> None:
    rows = [("06/02/2026", "Gait training", "$95.00"), ("06/09/2026", "Balance work", "$95.00")] * 4
    runs = [
        _words(x, 100 + 15 * number, cell)
        for number, row in enumerate(rows)
        for x, cell in zip((72, 200, 450), row, strict=True)
    ]
    assert _read(*runs)[:6] == [*rows[0], *rows[1]]


def test_columns_of_prose_are_read_one_after_the_other() -> None:
    left = [f"left column sentence number {n}" for n in range(6)]
    right = [f"right column sentence number {n}" for n in range(6)]
    runs = [_words(72, 100 + 14 * n, text) for n, text in enumerate(left)]
    runs += [_words(330, 100 + 14 * n, text) for n, text in enumerate(right)]
    assert _read(_words(72, 60, "Our letter"), *runs) == ["Our letter", *left, *right]


def test_labels_beside_values_are_not_columns() -> None:
    runs = []
    for number, (label, value) in enumerate([("Name", "Dana Whitfield"), ("DOB", "3/4/1970")] * 3):
        runs += [_words(72, 100 + 15 * number, label), _words(200, 100 + 15 * number, value)]
    assert _read(*runs)[:4] == ["Name", "Dana Whitfield", "DOB", "3/4/1970"]


def test_no_words_make_no_lines() -> None:
    assert into_lines([]) == ()
