"""What scanners, fax machines, telephones and time do to paper."""

from __future__ import annotations

from collections.abc import Callable
from io import BytesIO
from random import Random
from typing import Any

import cv2
import numpy as np
import pypdfium2
from numpy.typing import NDArray
from PIL import Image

Pixels = NDArray[Any]

CLEAN = ("vector", "scan300", "scan200")
ROUGH = (
    "fax",
    "phone",
    "photocopy",
    "faded",
    "skew",
    "jpeg",
    "turned",
    "stained",
    "stamped",
    "thermal",
)


def damaged(pdf: bytes, damage: str, random: Random) -> tuple[bytes, str]:
    """The paper after the damage, and the ending of its file name."""
    if damage == "vector":
        return pdf, "pdf"
    noise = np.random.default_rng(random.randrange(2**32))
    return _DAMAGES[damage](pdf, random, noise)


def _pixels(pdf: bytes, dpi: float) -> Pixels:
    page = pypdfium2.PdfDocument(pdf)[0]
    return np.asarray(page.render(scale=dpi / 72).to_pil().convert("L")).copy()


def _image_pdf(gray: Pixels, dpi: float, quality: int = 85) -> tuple[bytes, str]:
    out = BytesIO()
    Image.fromarray(gray).save(out, "PDF", resolution=dpi, quality=quality)
    return out.getvalue(), "pdf"


def _jpeg(picture: Pixels, quality: int) -> tuple[bytes, str]:
    out = BytesIO()
    Image.fromarray(picture).save(out, "JPEG", quality=quality)
    return out.getvalue(), "jpg"


def _grain(gray: Pixels, noise: np.random.Generator, sigma: float) -> Pixels:
    grainy: Pixels = np.clip(gray + noise.normal(0, sigma, gray.shape), 0, 255).astype(np.uint8)
    return grainy


def _turn(gray: Pixels, angle: float) -> Pixels:
    height, width = gray.shape
    matrix = cv2.getRotationMatrix2D((width / 2, height / 2), angle, 1)
    return np.asarray(
        cv2.warpAffine(gray, matrix, (width, height), borderValue=(255.0,)), dtype=np.uint8
    )


def _scan(pdf: bytes, r: Random, n: np.random.Generator, dpi: float) -> tuple[bytes, str]:
    gray = _turn(_pixels(pdf, dpi), r.uniform(-0.5, 0.5))
    return _image_pdf(_grain(gray, n, 4), dpi)


def _fax(pdf: bytes, r: Random, n: np.random.Generator) -> tuple[bytes, str]:
    """204 dots an inch across, 196 or (standard mode) 98 down, one bit, the sender's header."""
    gray = _turn(_pixels(pdf, 204), r.uniform(-0.8, 0.8))
    height, width = gray.shape
    gray = _grain(np.asarray(cv2.GaussianBlur(gray, (3, 3), 0.6), dtype=np.uint8), n, 18)
    day, minute = r.randrange(1, 29), r.randrange(60)
    header = r.choice(
        [
            f"FAX 10/{day:02}/2026 09:{minute:02}  FROM 555-0100   P.01/01",
            f"10-{day:02}-26;10:{minute:02}AM;  ;{r.randrange(100, 999)}5550142  # 1/ 1",
            f"Received: Oct {day} 2026 02:{minute:02}pm   Page 1 of 1",
        ]
    )
    cv2.putText(gray, header, (60, 30), cv2.FONT_HERSHEY_SIMPLEX, 0.7, (0,), 1)
    lines = int(height * r.choice([196, 98]) / 204)
    gray = np.asarray(cv2.resize(gray, (width, lines), interpolation=cv2.INTER_AREA), np.uint8)
    gray = np.asarray(cv2.resize(gray, (width, height), interpolation=cv2.INTER_NEAREST), np.uint8)
    bits = np.where(gray > r.randrange(130, 175), 255, 0).astype(np.uint8)
    specks = n.random(bits.shape) < 0.0006
    bits[specks] = 0
    if r.random() < 0.2:  # a line lost on the way
        bits[r.randrange(height // 2, height)] = 0
    out = BytesIO()
    Image.fromarray(bits).convert("1").save(out, "TIFF", compression="group4", dpi=(204, 204))
    return out.getvalue(), "tiff"


def _phone(pdf: bytes, r: Random, n: np.random.Generator) -> tuple[bytes, str]:
    page = _pixels(pdf, 170)
    height, width = page.shape
    pad = int(width * 0.12)
    table = n.integers(60, 120, (height // 16 + 20, width // 16 + 20, 3)).astype(np.uint8)
    scene = np.asarray(cv2.resize(table, (width + 2 * pad, height + 2 * pad)), dtype=np.uint8)

    def lean() -> float:
        return r.uniform(-0.5, 0.5) * pad

    source = np.array([[0, 0], [width, 0], [width, height], [0, height]], dtype=np.float32)
    target = np.array(
        [
            [pad + lean(), pad + lean()],
            [pad + width + lean(), pad + lean()],
            [pad + width + lean(), pad + height + lean()],
            [pad + lean(), pad + height + lean()],
        ],
        dtype=np.float32,
    )
    matrix = cv2.getPerspectiveTransform(source, target)
    size = (scene.shape[1], scene.shape[0])
    colour = cv2.cvtColor(page, cv2.COLOR_GRAY2RGB)
    warped = cv2.warpPerspective(colour, matrix, size, flags=cv2.INTER_AREA)
    mask = cv2.warpPerspective(np.full(page.shape, 255, np.uint8), matrix, size)
    scene = np.where(mask[..., None] > 127, warped, scene)
    across = np.linspace(1.0, r.uniform(0.55, 0.85), scene.shape[1])[None, :, None]
    down = np.linspace(r.uniform(0.8, 1.0), 1.0, scene.shape[0])[:, None, None]
    if r.random() < 0.5:  # the shadow of the hand that holds the telephone
        shadow = np.zeros(scene.shape[:2], np.uint8)
        at = (r.randrange(scene.shape[1]), scene.shape[0] - r.randrange(pad * 3))
        cv2.ellipse(shadow, at, (pad * 3, pad * 5), r.uniform(0, 180), 0, 360, (255,), -1)
        soft = cv2.blur(shadow, (pad // 2 * 2 + 1, pad // 2 * 2 + 1))
        scene = scene * (1 - soft[..., None] / 255 * r.uniform(0.15, 0.4))
    lit = np.clip(scene * across * down + n.normal(0, 5, scene.shape), 0, 255).astype(np.uint8)
    lit = np.asarray(cv2.GaussianBlur(lit, (3, 3), r.uniform(0.4, 0.9)), dtype=np.uint8)
    return _jpeg(lit, r.randrange(60, 88))


def _photocopy(pdf: bytes, r: Random, n: np.random.Generator) -> tuple[bytes, str]:
    gray = _turn(_pixels(pdf, 200), r.uniform(-1, 1))
    gray = _grain(np.clip(gray.astype(float) * 1.1 - 20, 0, 255).astype(np.uint8), n, 9)
    for _ in range(r.randrange(10, 40)):
        at = (r.randrange(gray.shape[1]), r.randrange(gray.shape[0]))
        cv2.circle(gray, at, r.randrange(1, 4), (r.randrange(0, 90),), -1)
    gray[:, : r.randrange(2, 18)] = 30
    return _image_pdf(gray, 200, 75)


def _faded(pdf: bytes, r: Random, n: np.random.Generator) -> tuple[bytes, str]:
    gray = _pixels(pdf, 200).astype(float)
    gray = 255 - (255 - gray) * r.uniform(0.25, 0.45)
    out = BytesIO()
    Image.fromarray(_grain(gray.astype(np.uint8), n, 4)).save(out, "PNG", dpi=(200, 200))
    return out.getvalue(), "png"


def _skew(pdf: bytes, r: Random, n: np.random.Generator) -> tuple[bytes, str]:
    gray = _turn(_pixels(pdf, 220), r.choice([-1, 1]) * r.uniform(1.5, 5))
    return _jpeg(_grain(gray, n, 5), 80)


def _low_jpeg(pdf: bytes, r: Random, n: np.random.Generator) -> tuple[bytes, str]:
    return _jpeg(_grain(_pixels(pdf, 170), n, 3), r.randrange(28, 45))


def _turned(pdf: bytes, r: Random, n: np.random.Generator) -> tuple[bytes, str]:
    gray = np.rot90(_pixels(pdf, 200), r.choice([1, 2, 3]))
    return _image_pdf(_grain(np.ascontiguousarray(gray), n, 4), 200)


def _stained(pdf: bytes, r: Random, n: np.random.Generator) -> tuple[bytes, str]:
    gray = _pixels(pdf, 200)
    ring = np.zeros(gray.shape, np.uint8)
    at = (r.randrange(gray.shape[1]), r.randrange(gray.shape[0] // 2))
    cv2.circle(ring, at, r.randrange(120, 260), (70,), r.randrange(8, 24))
    ring = np.asarray(cv2.GaussianBlur(ring, (31, 31), 9), dtype=np.uint8)
    return _image_pdf(_grain(cv2.subtract(gray, ring).astype(np.uint8), n, 4), 200, 80)


def _stamped(pdf: bytes, r: Random, n: np.random.Generator) -> tuple[bytes, str]:
    """A rubber stamp, slanted and badly inked, anywhere below the letterhead."""
    gray = _turn(_pixels(pdf, 200), r.uniform(-0.5, 0.5))
    words = r.choice(["RECEIVED", "COPY", "SCANNED", "FILED", "ENTERED", "FAXED"])
    height, width = 90, 60 + 44 * len(words)
    stamp = np.zeros((height, width), np.uint8)
    cv2.rectangle(stamp, (4, 4), (width - 5, height - 5), (255,), 5)
    cv2.putText(stamp, words, (28, 64), cv2.FONT_HERSHEY_DUPLEX, 1.8, (255,), 5)
    stamp[n.random(stamp.shape) < 0.35] = 0
    side = int(np.hypot(height, width)) + 2
    turned = np.zeros((side, side), np.uint8)
    top, left = (side - height) // 2, (side - width) // 2
    turned[top : top + height, left : left + width] = stamp
    matrix = cv2.getRotationMatrix2D((side / 2, side / 2), r.uniform(-25, 25), 1)
    turned = np.asarray(cv2.warpAffine(turned, matrix, (side, side)), dtype=np.uint8)
    turned = turned[: gray.shape[0], : gray.shape[1]]
    y = r.randrange(gray.shape[0] // 8, max(gray.shape[0] // 8 + 1, gray.shape[0] - side))
    x = r.randrange(0, max(1, gray.shape[1] - side))
    part = gray[y : y + turned.shape[0], x : x + turned.shape[1]]
    ink = (turned[: part.shape[0], : part.shape[1]] * r.uniform(0.35, 0.6)).astype(np.uint8)
    part[:] = cv2.subtract(part, ink)
    return _image_pdf(_grain(gray, n, 4), 200, 80)


def _thermal(pdf: bytes, r: Random, n: np.random.Generator) -> tuple[bytes, str]:
    """Thermal paper from a wallet: print that fades in bands, grey paper, creases, a soft photo."""
    gray = _pixels(pdf, 200).astype(float)
    down = np.arange(gray.shape[0])[:, None]
    bands = 0.55 + 0.2 * np.sin(down / r.uniform(90, 260) + r.uniform(0, 6))
    across = np.linspace(r.uniform(0.75, 1.0), r.uniform(0.75, 1.0), gray.shape[1])[None, :]
    paper = r.uniform(215, 240)
    faded = paper - (255 - gray) / 255 * paper * bands * across
    for _ in range(r.randrange(0, 3)):
        at = r.randrange(gray.shape[0])
        faded[at : at + 2] += 18
    soft = cv2.GaussianBlur(np.clip(faded, 0, 255).astype(np.uint8), (3, 3), 0.6)
    return _jpeg(_grain(np.asarray(soft, dtype=np.uint8), n, 5), r.randrange(55, 80))


Damage = Callable[[bytes, Random, np.random.Generator], tuple[bytes, str]]
_DAMAGES: dict[str, Damage] = {
    "scan300": lambda p, r, n: _scan(p, r, n, 300),
    "scan200": lambda p, r, n: _scan(p, r, n, 200),
    "fax": _fax,
    "phone": _phone,
    "photocopy": _photocopy,
    "faded": _faded,
    "skew": _skew,
    "jpeg": _low_jpeg,
    "turned": _turned,
    "stained": _stained,
    "stamped": _stamped,
    "thermal": _thermal,
}
