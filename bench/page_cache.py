"""Pages opened once: recognising takes minutes, what comes after it seconds.

For work on finders and on the weights. A page's picture is kept too, as a PNG
of 300 dots per inch, so that ink and second looks work from the cache.
"""

from __future__ import annotations

import pickle
from concurrent.futures import ProcessPoolExecutor
from dataclasses import dataclass, replace
from functools import partial
from io import BytesIO
from pathlib import Path

import cv2
import numpy as np
from PIL import Image

from extractors.errors import Unreadable
from extractors.options import ReadOptions
from extractors.page import Gray, Page
from extractors.pages import open_pages

DPI = 300.0


@dataclass(frozen=True)
class KeptPicture:
    """Stands in for `Page.picture`: the kept picture at another resolution."""

    png: bytes

    def __call__(self, dpi: float) -> Gray:
        picture = np.asarray(Image.open(BytesIO(self.png)))
        if dpi == DPI:
            return picture
        scale = dpi / DPI
        way = cv2.INTER_AREA if scale < 1 else cv2.INTER_LINEAR
        return np.asarray(
            cv2.resize(picture, None, fx=scale, fy=scale, interpolation=way), np.uint8
        )


def keep(paths: list[Path], cache: Path, jobs: int = 2) -> None:
    """Opens every file that is not in the cache yet."""
    cache.mkdir(parents=True, exist_ok=True)
    with ProcessPoolExecutor(jobs) as pool:
        for _ in pool.map(partial(_keep, cache=cache), paths):
            pass


def kept(path: Path, cache: Path) -> tuple[Page, ...]:
    """The pages of a file that was kept; none for a file that cannot be read."""
    pages: tuple[Page, ...] = pickle.loads(_place(path, cache).read_bytes())
    return pages


def _place(path: Path, cache: Path) -> Path:
    """Sets use the same file names: the set's own name is part of the place."""
    return cache / f"{path.parent.parent.name}.{path.name}.pickle"


def _keep(path: Path, cache: Path) -> None:
    goal = _place(path, cache)
    if goal.exists():
        return
    try:
        pages = open_pages(path.read_bytes(), ReadOptions(jobs=1))
    except Unreadable:
        pages = ()
    part = goal.with_suffix(".part")
    part.write_bytes(pickle.dumps(tuple(_with_kept_picture(page) for page in pages)))
    part.replace(goal)


def _with_kept_picture(page: Page) -> Page:
    if page.picture is None:
        return page
    out = BytesIO()
    Image.fromarray(page.picture(DPI)).save(out, "PNG")
    return replace(page, picture=KeptPicture(out.getvalue()))
