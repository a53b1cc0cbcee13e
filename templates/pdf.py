"""Word files to PDF: one call of LibreOffice for a batch, or a few at once for a large one.

Starting LibreOffice costs seconds, a further file a fraction of one. Each call
has a profile folder of its own, so that two calls at once, or an office that
a person has open, never wait for each other.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import signal
import subprocess
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from tempfile import TemporaryDirectory

from templates.paper import Paper

START_SECONDS = 90.0
PAPER_SECONDS = 15.0
SHARE = 10
"""Papers that are worth a call of their own beside another."""
_PLAIN_NAME = re.compile(r"[a-z0-9][a-z0-9._-]{0,80}")

# Tagged for screen readers, headings as bookmarks, pictures as they are.
_FILTER = {
    "UseTaggedPDF": {"type": "boolean", "value": "true"},
    "ExportBookmarks": {"type": "boolean", "value": "true"},
    "ExportFormFields": {"type": "boolean", "value": "false"},
    "DisplayPDFDocumentTitle": {"type": "boolean", "value": "true"},
    "UseLosslessCompression": {"type": "boolean", "value": "true"},
    "ReduceImageResolution": {"type": "boolean", "value": "false"},
}


class CannotConvert(Exception):
    """LibreOffice did not deliver; the message says what to do. It may pass: retry later."""

    exit_status = 1


def convert(
    papers: Sequence[Paper], timeout: float | None = None, processes: int = 1
) -> dict[str, bytes]:
    """PDF bytes by paper name, all from one LibreOffice call, tried twice.

    timeout: seconds for the whole batch; by default grows with its length.
    processes: a batch of at least twice SHARE papers is shared among that many
    calls at once, since LibreOffice itself uses one core.
    Raises CannotConvert; ValueError for a name that is no plain file name or stands twice.
    """
    names = [paper.name for paper in papers]
    if len(set(names)) != len(names) or not all(_PLAIN_NAME.fullmatch(name) for name in names):
        raise ValueError("paper names must be plain file names, each once")
    if not papers:
        return {}
    office = shutil.which("soffice") or shutil.which("libreoffice")
    if office is None:
        raise CannotConvert(
            "LibreOffice was not found; install it with: apt-get install libreoffice-writer-nogui"
        )
    seconds = timeout if timeout is not None else START_SECONDS + PAPER_SECONDS * len(papers)
    made = _convert_shared(office, papers, seconds, processes)
    left = [paper for paper in papers if paper.name not in made]
    if left:
        made |= _convert_once(office, left, seconds)
    lost = [paper.name for paper in papers if paper.name not in made]
    if lost:
        raise CannotConvert(
            f"LibreOffice made no PDF of {', '.join(lost)} in {seconds:.0f} s, twice; "
            "try again, and run “soffice --version” if it stays so"
        )
    return {name: made[name] for name in names}


def _convert_shared(
    office: str, papers: Sequence[Paper], seconds: float, processes: int
) -> dict[str, bytes]:
    """One call each for equal parts of the batch, no part so small that its start costs more."""
    calls = max(1, min(processes, len(papers) // SHARE))
    parts = [papers[number::calls] for number in range(calls)]
    with ThreadPoolExecutor(calls) as pool:
        done = pool.map(lambda part: _convert_once(office, part, seconds), parts)
        return {name: pdf for made in done for name, pdf in made.items()}


def _convert_once(office: str, papers: Sequence[Paper], seconds: float) -> dict[str, bytes]:
    with TemporaryDirectory(prefix="carepacket-office-") as folder:
        room = Path(folder)
        sources, made = room / "docx", room / "pdf"
        sources.mkdir()
        for paper in papers:
            (sources / f"{paper.name}.docx").write_bytes(paper.docx)
        command = [
            office,
            f"-env:UserInstallation={(room / 'profile').as_uri()}",
            "--headless",
            "--norestore",
            "--nolockcheck",
            "--convert-to",
            f"pdf:writer_pdf_Export:{json.dumps(_FILTER)}",
            "--outdir",
            str(made),
            *(str(sources / f"{paper.name}.docx") for paper in papers),
        ]
        _run(command, seconds)
        found = {paper.name: made / f"{paper.name}.pdf" for paper in papers}
        return {name: path.read_bytes() for name, path in found.items() if _is_whole(path)}


def _run(command: list[str], seconds: float) -> None:
    """Runs the office in a group of its own: its launcher leaves children behind when killed."""
    process = subprocess.Popen(
        command,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    )
    try:
        process.wait(seconds)
    except subprocess.TimeoutExpired:
        os.killpg(process.pid, signal.SIGKILL)
        process.wait()


def _is_whole(path: Path) -> bool:
    return path.is_file() and path.read_bytes().rstrip().endswith(b"%%EOF")
