"""``extract`` and ``assert`` keep the outside contract."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from tests.desk.conftest import COMMAND, Run
from tests.flows.papers import referral


def test_extract_prints_one_json_object_per_document_and_nothing_else(
    carepacket: Run, home: Path, tmp_path: Path
) -> None:
    scans = tmp_path / "scans"
    scans.mkdir()
    (scans / "a.pdf").write_bytes(referral("Dana R. Whitfield"))
    (scans / "b.pdf").write_bytes(b"%PDF-1.7 and nothing")
    (scans / "c.pdf").write_bytes(referral("Marcus Oyelaran-Smith"))
    (scans / ".hidden.pdf").write_bytes(b"")
    done = carepacket("extract", scans, "--json", "--jobs", "2")
    assert done.returncode == 3
    lines = [json.loads(line) for line in done.stdout.splitlines()]
    assert [line["file"] for line in lines] == ["a.pdf", "b.pdf", "c.pdf"]
    assert [line["kind"]["value"] for line in lines] == ["referral", "other", "referral"]
    assert lines[1]["status"] == "quarantined"
    assert lines[1]["problems"][0]["code"] == "file.damaged"
    assert len(lines[1]["sha256"]) == 64
    assert lines[0]["fields"]["patient_name"]["value"] == "Dana R. Whitfield"
    assert "null" not in done.stdout, "what was not found is absent"
    assert "3 of 3" in done.stderr
    assert not home.exists(), "extract stores nothing"


def test_extract_tells_people_what_stands_in_a_document(carepacket: Run, tmp_path: Path) -> None:
    path = tmp_path / "a.pdf"
    path.write_bytes(referral("Dana R. Whitfield"))
    done = carepacket("extract", path)
    assert done.returncode == 0
    assert "patient_name" in done.stdout
    assert "Dana R. Whitfield" in done.stdout


def test_a_path_that_is_not_there_is_wrong_usage(carepacket: Run, tmp_path: Path) -> None:
    done = carepacket("extract", tmp_path / "nowhere", "--json")
    assert done.returncode == 2
    assert done.stdout == ""
    assert "nowhere" in done.stderr


def test_assert_answers_every_line_with_the_same_object_and_three_more(carepacket: Run) -> None:
    asked: list[dict[str, object]] = [
        {"text": "Denies chest pain.", "target": "chest pain", "id": 7},
        {"text": "Mother had a stroke.", "target": "stroke"},
        {"text": "Low back pain since June.", "target": "low back pain"},
    ]
    done = carepacket("assert", "--json", given="\n".join(map(json.dumps, asked)) + "\n")
    assert done.returncode == 0
    told = [json.loads(line) for line in done.stdout.splitlines()]
    assert [each["text"] for each in told] == [each["text"] for each in asked]
    assert told[0]["id"] == 7
    assert told[0]["assertion"] == "negated"
    assert told[1]["experiencer"] == "family"
    assert [told[2][axis] for axis in ("assertion", "temporality", "experiencer")] == [
        "affirmed",
        "current",
        "patient",
    ]


def test_assert_names_the_line_that_is_no_json(carepacket: Run) -> None:
    done = carepacket("assert", "--json", given="not json\n")
    assert done.returncode == 2
    assert "line 1" in done.stderr


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ('{"text": "No fever."}', "line 2 has no text and target"),
        ('["No fever.", "fever"]', "line 2 has no text and target"),
        ('{"text": null, "target": "fever"}', "line 2: text and target have to be strings"),
        ('{"text": "secret words", "target": "fever"', "line 2 is not JSON"),
        ("[" * 100_000, "line 2 is not JSON"),
    ],
)
def test_assert_answers_up_to_the_line_that_is_wrong_and_does_not_quote_it(
    carepacket: Run, line: str, said: str
) -> None:
    good = json.dumps({"text": "No fever.", "target": "fever"})
    done = carepacket("assert", "--json", given=f"{good}\n{line}\n{good}\n")
    assert done.returncode == 2
    assert said in " ".join(done.stderr.split())
    assert "secret" not in done.stderr
    assert "Traceback" not in done.stderr
    assert len(done.stdout.splitlines()) == 1


def test_assert_takes_what_unicode_holds_and_lines_without_words(carepacket: Run) -> None:
    asked = [
        {"text": "Dénies Ménière’s disease 😀", "target": "Meniere's disease"},
        {"text": "No fever \ud83d", "target": "fever"},
        {"text": "", "target": ""},
        {"text": "No fever", "target": ""},
    ]
    lines = "\ufeff" + "\n\n".join(map(json.dumps, asked)) + "\r\n"
    done = carepacket("assert", "--json", given=lines)
    assert done.returncode == 0, done.stderr
    told = [json.loads(line) for line in done.stdout.splitlines()]
    assert [one["text"] for one in told] == [one["text"] for one in asked]
    assert told[1]["assertion"] == told[3]["assertion"] == "negated"


def test_assert_names_the_line_that_is_no_utf_8(home: Path) -> None:
    given = b'{"text": "No fever.", "target": "fever"}\n{"text": "caf\xe9", "target": "x"}\n'
    done = subprocess.run([*COMMAND, "assert", "--json"], input=given, capture_output=True)
    assert done.returncode == 2
    assert b"line 2 is not UTF-8" in done.stderr
