"""The drawing script gives the same files every time, and only a person regenerates them."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from samples import FOLDER, draw
from samples.drawing.damage import rendered
from samples.stories import SAMPLES
from samples.story import Sample, written

BY_NAME = {sample.name: sample for sample in SAMPLES}
CHEAP = (
    "whitfield-package-receipt.pdf",
    "oyelaran-smith-denial.pdf",
    "caballero-referral-form.pdf",
    "oyelaran-smith-card-slip.jpg",
)


@pytest.mark.parametrize("name", CHEAP)
def test_drawing_twice_gives_the_same_bytes(name: str) -> None:
    assert BY_NAME[name].draw() == BY_NAME[name].draw()


@pytest.mark.parametrize("name", [name for name in CHEAP if name.endswith(".pdf")])
def test_the_scan_in_the_folder_shows_what_the_script_draws(name: str) -> None:
    kept = rendered((FOLDER / "scans" / name).read_bytes(), 60)
    assert np.array_equal(kept, rendered(BY_NAME[name].draw(), 60))


@pytest.mark.parametrize("sample", SAMPLES, ids=lambda sample: sample.name)
def test_the_expectations_are_the_storys(sample: Sample) -> None:
    kept = (FOLDER / "expected" / f"{sample.name}.json").read_text(encoding="utf-8")
    assert kept == written(sample.documents)


def test_the_lists_are_the_storys() -> None:
    assert draw.differing(draw.list_files()) == ()


def test_a_changed_list_is_noticed(tmp_path: Path) -> None:
    draw.write(draw.list_files(), tmp_path)
    (tmp_path / "goals.csv").write_text("id\n", encoding="utf-8")
    assert draw.differing(draw.list_files(), tmp_path) == (Path("goals.csv"),)


def test_continuous_integration_may_not_regenerate(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("CI", "true")
    before = (FOLDER / "scans" / CHEAP[0]).stat().st_mtime_ns
    assert draw.main(["--regenerate", CHEAP[0]]) == 2
    assert "by a person" in capsys.readouterr().err
    assert (FOLDER / "scans" / CHEAP[0]).stat().st_mtime_ns == before


def test_an_unknown_name_is_wrong_usage() -> None:
    assert draw.main(["no-such-sample.pdf"]) == 2


def test_the_duplicate_is_a_duplicate_to_the_byte() -> None:
    folder = FOLDER / "scans"
    original = (folder / "whitfield-letter-of-medical-necessity.pdf").read_bytes()
    assert (folder / "xerox-scan-20261105.pdf").read_bytes() == original
