"""Readers in processes of their own: what one file does to its reader stays with that file."""

from __future__ import annotations

import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from extractors.options import ReadOptions
from flows.originals import PathOriginal
from flows.reader_process import Outcome, Refusal
from flows.reading import Readers, ReadingStopped
from tests.flows.faulty import Crashing, Failing, Hanging
from tests.flows.papers import referral

OPTIONS = ReadOptions(jobs=1)


@pytest.fixture(scope="module")
def readers() -> Iterator[Readers]:
    with Readers(count=1, file_seconds=20, most_megabytes=1) as opened:
        yield opened


@pytest.fixture
def sound(tmp_path: Path) -> PathOriginal:
    path = tmp_path / "scan.pdf"
    path.write_bytes(referral("Dana Whitfield"))
    return PathOriginal(path, path.name)


def read(readers: Readers, original: Any) -> Outcome:
    return readers.read(original, OPTIONS)


def test_a_sound_file_is_read(readers: Readers, sound: PathOriginal) -> None:
    outcome = read(readers, sound)
    assert not isinstance(outcome, Refusal)
    assert [reading.kind.value for reading in outcome] == ["referral"]


def test_a_crash_is_tried_once_more(readers: Readers, tmp_path: Path) -> None:
    outcome = read(readers, Crashing(tmp_path / "count", times=1))
    assert not isinstance(outcome, Refusal)


def test_a_file_that_crashes_twice_is_refused_and_the_next_is_read(
    readers: Readers, tmp_path: Path, sound: PathOriginal
) -> None:
    outcome = read(readers, Crashing(tmp_path / "count", times=9))
    assert isinstance(outcome, Refusal)
    assert outcome.code == "reader.crashed"
    assert (tmp_path / "count").read_text() == "xx"
    assert not isinstance(read(readers, sound), Refusal)


def test_a_fault_of_ours_is_told_without_the_documents_words(readers: Readers) -> None:
    outcome = read(readers, Failing())
    assert isinstance(outcome, Refusal)
    assert outcome.code == "reader.failed"
    assert "ValueError in faulty.py" in outcome.message
    assert "Whitfield" not in outcome.message


def test_a_file_that_is_too_large_is_refused(readers: Readers, tmp_path: Path) -> None:
    path = tmp_path / "large.pdf"
    path.write_bytes(b"0" * 2_000_000)
    outcome = read(readers, PathOriginal(path, path.name))
    assert isinstance(outcome, Refusal)
    assert outcome.code == "file.too_large"


def test_a_file_that_is_not_there_is_refused(readers: Readers, tmp_path: Path) -> None:
    outcome = read(readers, PathOriginal(tmp_path / "gone.pdf", "gone.pdf"))
    assert isinstance(outcome, Refusal)
    assert outcome.code == "file.not_opened"


def test_a_file_that_never_ends_is_refused_in_time_and_closing_leaves_the_rest_unread(
    sound: PathOriginal,
) -> None:
    with Readers(count=1, file_seconds=1, most_megabytes=1) as readers:
        started = time.monotonic()
        outcome = read(readers, Hanging())
        assert isinstance(outcome, Refusal)
        assert outcome.code == "reader.timeout"
        assert time.monotonic() - started < 10
    with pytest.raises(ReadingStopped):
        read(readers, sound)
