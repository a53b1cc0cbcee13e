"""A drawn set: so many papers, each with its kind, look and damage from one seed."""

from __future__ import annotations

import json
import zlib
from concurrent.futures import ProcessPoolExecutor
from functools import partial
from pathlib import Path
from random import Random

from bench.drawing import letter_looks, other_papers, payers, receipt_looks
from bench.drawing.damage import CLEAN, ROUGH, damaged
from bench.drawing.paper import Paper


def draw(folder: Path, count: int, seed: int, jobs: int = 2) -> Path:
    """Draws `count` papers into folder/docs; returns the truth file (one JSON object a line).

    Half of the papers are clean (digital or scanned), half are damaged. The
    same seed gives the same papers, whatever the number of processes; another
    seed gives others.
    """
    documents = folder / "docs"
    documents.mkdir(parents=True, exist_ok=True)
    with ProcessPoolExecutor(jobs) as pool:
        one = partial(_draw_one, documents=documents, seed=seed)
        lines = list(pool.map(one, range(count), chunksize=8))
    truth = folder / "truth.jsonl"
    truth.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return truth


def fingerprint() -> str:
    """Changes with every change of what draws, so that a kept set is never taken for a new one."""
    sources = sorted(Path(__file__).parent.glob("*.py"))
    return f"{zlib.crc32(b''.join(path.read_bytes() for path in sources)):08x}"


def _draw_one(number: int, documents: Path, seed: int) -> str:
    """The paper of one number; its line of the truth."""
    random = Random(f"{seed}:{number}")
    paper = _paper(random)
    damage = random.choice(CLEAN if random.random() < 0.5 else ROUGH)
    data, ending = damaged(paper.pdf, damage, random)
    file = f"drawn-{number:04}.{ending}"
    (documents / file).write_bytes(data)
    return json.dumps(paper.truth(file, damage), ensure_ascii=False)


def _paper(random: Random) -> Paper:
    draw_of = random.choices(["referral", "lmn", "receipt", "else"], [3, 3, 4, 3])[0]
    if draw_of in ("referral", "lmn"):
        look = random.choice(letter_looks.LOOKS)
        return look(random, draw_of)
    if draw_of == "receipt":
        return random.choice(receipt_looks.LOOKS)(random)
    return random.choice((*payers.LOOKS, *other_papers.LOOKS))(random)
