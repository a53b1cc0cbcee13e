"""Tags for a PDF that is drawn, not converted: what stands in it, in reading order, by name.

A screen reader then tells the boxes of a form one by one. ISO 32000-1, 14.7 (logical structure)
and 14.8 (tagged PDF).
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Name, String
from reportlab.pdfgen.canvas import Canvas


@dataclass
class Tags:
    """The tagged pieces of one drawing. titles: by page, each piece's name in printed order."""

    canvas: Canvas
    titles: list[list[str]] = field(default_factory=list)

    @contextmanager
    def piece(self, title: str) -> Iterator[None]:
        """What is drawn meanwhile is one paragraph; `title` says what it is ("Box 21A")."""
        page = self.canvas.getPageNumber() - 1
        while len(self.titles) <= page:
            self.titles.append([])
        self._write(f"/P <</MCID {len(self.titles[page])}>> BDC")
        self.titles[page].append(title)
        yield
        self._write("EMC")

    @contextmanager
    def aside(self) -> Iterator[None]:
        """What is drawn meanwhile is no content: a page's foot."""
        self._write("/Artifact BMC")
        yield
        self._write("EMC")

    def _write(self, operators: str) -> None:
        # reportlab has no public way to mark content.
        self.canvas._code.append(operators)  # type: ignore[attr-defined]

    def entered(self, pdf: bytes) -> bytes:
        """The drawn PDF with its structure: a paragraph for each piece, page after page."""
        made = BytesIO()
        with pikepdf.open(BytesIO(pdf)) as opened:
            root = opened.make_indirect(Dictionary(Type=Name.StructTreeRoot))
            whole = opened.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Document, P=root))
            every, numbers = [], []
            for number, (page, titles) in enumerate(zip(opened.pages, self.titles, strict=False)):
                pieces = [
                    opened.make_indirect(
                        Dictionary(
                            Type=Name.StructElem,
                            S=Name.P,
                            P=whole,
                            Pg=page.obj,
                            K=mark,
                            T=String(title),
                        )
                    )
                    for mark, title in enumerate(titles)
                ]
                page.obj.StructParents = number
                every += pieces
                numbers += [number, opened.make_indirect(Array(pieces))]
            whole.K = Array(every)
            root.K = Array([whole])
            root.ParentTree = opened.make_indirect(Dictionary(Nums=Array(numbers)))
            root.ParentTreeNextKey = len(self.titles)
            opened.Root.StructTreeRoot = root
            opened.Root.MarkInfo = Dictionary(Marked=True)
            opened.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
            opened.save(made, deterministic_id=True)
        return made.getvalue()
