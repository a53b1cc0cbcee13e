"""What the program reads in the samples, beside what a careful reader would read."""

from __future__ import annotations

from pathlib import Path

import pytest

from extractors.errors import Unreadable
from extractors.options import ReadOptions
from extractors.read import read
from samples import expected_of, scans
from samples.comparing import Difference, compare
from samples.story import expected


def _differences(scan: Path) -> tuple[Difference, ...]:
    readings = read(scan.read_bytes(), scan.name, ReadOptions(jobs=1))
    return compare(expected(expected_of(scan)), readings)


def _ends_in_quarantine(scan: Path) -> bool:
    return any(one.ends.state == "quarantined" for one in expected(expected_of(scan)))


def _is_duplicate(scan: Path) -> bool:
    return any(one.ends.state == "duplicate" for one in expected(expected_of(scan)))


QUARANTINED = tuple(scan for scan in scans() if _ends_in_quarantine(scan))
READABLE = tuple(scan for scan in scans() if scan not in QUARANTINED and not _is_duplicate(scan))


@pytest.mark.parametrize("scan", READABLE, ids=lambda scan: scan.name)
def test_every_sample_reads_as_a_careful_reader_would(scan: Path) -> None:
    assert [str(difference) for difference in _differences(scan)] == []


@pytest.mark.parametrize("scan", QUARANTINED, ids=lambda scan: scan.name)
def test_a_file_that_breaks_off_is_refused_by_name(scan: Path) -> None:
    with pytest.raises(Unreadable) as refusal:
        read(scan.read_bytes(), scan.name)
    assert refusal.value.code == "file.damaged"


def test_every_scan_has_expectations_and_none_is_left_over() -> None:
    kept = {path.name for path in expected_of(scans()[0]).parent.iterdir()}
    assert kept == {expected_of(scan).name for scan in scans()}
