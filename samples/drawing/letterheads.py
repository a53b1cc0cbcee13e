"""Letterheads: one function per practice, payer and studio, each with a look of its own.

Every function draws at the top of the current sheet and returns the y from
which the letter may go on.
"""

from __future__ import annotations

import math

from casebook.records import Provider, Studio
from samples.drawing.paper import Paper


def telephone(number: str | None) -> str:
    """An E.164 number as Americans print it: "(541) 555-0120"."""
    assert number is not None
    return f"({number[2:5]}) {number[5:8]}-{number[8:]}"


def dotted(number: str | None) -> str:
    """The same as designers like it: "541.555.0120"."""
    assert number is not None
    return f"{number[2:5]}.{number[5:8]}.{number[8:]}"


def _address(provider: Provider | Studio) -> tuple[str, ...]:
    assert provider.address is not None
    return provider.address.lines


def rivers(paper: Paper, provider: Provider, colleagues: tuple[str, ...]) -> float:
    """An orthopaedic clinic: three waves, the name in spaced capitals, a roster on the right."""
    blue = "#1f4e79"
    for number in range(3):
        y = 42 + number * 9
        wave = [(54 + step * 2.0, y + 3.2 * math.sin(step / 3.1 + number)) for step in range(25)]
        paper.line(wave, 2.2, ("#1f4e79", "#3f7cac", "#8fb8de")[number])
    name = (provider.practice or "").upper()
    paper.text(116, 54, name, 14.5, font="serif-bold", color=blue, spacing=0.8)
    paper.text(
        116,
        69,
        "Orthopaedics  ·  Sports Medicine  ·  Joint Reconstruction",
        8.5,
        font="serif-italic",
    )
    paper.rule(54, 82, 558, 1.1, blue)
    paper.lines(54, 95, [", ".join(_address(provider))], 8.2, font="sans")
    phones = f"Phone {telephone(provider.phone)}    Fax {telephone(provider.fax)}"
    paper.text(54, 106, phones, 8.2, font="sans")
    paper.lines(558, 95, colleagues, 7.4, leading=9.4, font="sans", align="right", color="#444444")
    return 140


def lakeside(paper: Paper, provider: Provider) -> float:
    """An internist's office: a plain centred block in a slab face, twin rules."""
    paper.text(306, 56, provider.practice or "", 16, font="slab-bold", align="center")
    address = _address(provider)
    paper.text(306, 72, " • ".join(address), 8.6, font="slab", align="center")
    phones = f"Tel {telephone(provider.phone)} • Fax {telephone(provider.fax)}"
    paper.text(306, 84, phones, 8.6, font="slab", align="center")
    paper.rule(54, 94, 558, 1.6)
    paper.rule(54, 97, 558, 0.5)
    return 122


def harbor(paper: Paper, provider: Provider) -> float:
    """A family practice: a round mark, a coloured band, the address at the right."""
    green = "#21614f"
    paper.canvas.setFillColor(green)
    paper.box(0, 0, paper.width, 10, weight=0, fill=green)
    paper.box(54, 30, 34, 34, weight=0, fill=green, radius=17)
    paper.line([(71, 36), (71, 58)], 1.6, "#ffffff")
    paper.line([(62, 51), (66, 57), (71, 59), (76, 57), (80, 51)], 1.6, "#ffffff")
    paper.line([(66, 42), (76, 42)], 1.6, "#ffffff")
    paper.text(98, 45, provider.practice or "", 15, font="sans-bold", color=green)
    paper.text(98, 59, "Care for every generation", 8.8, font="sans-italic", color="#555555")
    lines = [*_address(provider), f"T {dotted(provider.phone)}   F {dotted(provider.fax)}"]
    paper.lines(558, 38, lines, 8.2, leading=11, align="right", color="#333333")
    paper.rule(54, 76, 558, 0.5, green)
    return 100


def studio(paper: Paper, owner: Studio, title: str) -> float:
    """The studio's own invoices and sheets: name left, the paper's title right."""
    slate = "#2f3e46"
    paper.box(54, 36, 6, 46, weight=0, fill="#84a98c")
    paper.text(68, 52, owner.name, 15, font="wide-bold", color=slate)
    paper.text(68, 66, ", ".join(owner.address.lines), 8, font="wide", color=slate)
    contact = f"{telephone(owner.phone)}  ·  {owner.email}  ·  Tax ID {owner.tax_id}"
    paper.text(68, 78, contact, 8, font="wide", color=slate)
    paper.text(558, 52, title, 15, font="wide", color="#52796f", align="right")
    paper.rule(54, 92, 558, 0.7, slate)
    return 116


def summit(paper: Paper, payer: str, unit: str, address: tuple[str, ...]) -> float:
    """A health plan: two peaks, the name in navy, the unit and address below."""
    navy = "#13294b"
    paper.canvas.setFillColor(navy)
    for points in (((54, 70), (74, 36), (94, 70)), ((78, 70), (94, 46), (110, 70))):
        path = paper.canvas.beginPath()
        path.moveTo(points[0][0], paper.height - points[0][1])
        for x, y in points[1:]:
            path.lineTo(x, paper.height - y)
        path.close()
        paper.canvas.setFillColor(navy)
        paper.canvas.drawPath(path, stroke=0, fill=1)
    paper.text(122, 54, payer, 17, font="sans-bold", color=navy)
    paper.text(122, 68, unit, 9, color="#50607a")
    paper.lines(558, 46, address, 8, leading=10.5, align="right", color="#50607a")
    paper.rule(54, 80, 558, 2, navy)
    return 108
