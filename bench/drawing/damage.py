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
ROUGH = ("fax", "phone", "photocopy", "faded", "skew", "jpeg", "turned", "stained")


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
    gray = _turn(_pixels(pdf, 204), r.uniform(-0.8, 0.8))
    gray = _grain(np.asarray(cv2.GaussianBlur(gray, (3, 3), 0.6), dtype=np.uint8), n, 18)
    cv2.putText(
        gray,
        f"FAX 10/{r.randrange(1, 29):02}/2026 09:1{r.randrange(10)}  FROM 555-0100   P.01/01",
        (60, 30),
        cv2.FONT_HERSHEY_SIMPLEX,
        0.7,
        (0,),
        1,
    )
    gray = np.asarray(
        cv2.resize(gray, None, fx=1, fy=r.choice([1.0, 0.5]), interpolation=cv2.INTER_AREA),
        dtype=np.uint8,
    )
    gray = np.asarray(
        cv2.resize(
            gray,
            (_pixels(pdf, 204).shape[1], _pixels(pdf, 204).shape[0]),
            interpolation=cv2.INTER_NEAREST,
        ),
        dtype=np.uint8,
    )
    bits = np.where(gray > r.randrange(130, 175), 255, 0).astype(np.uint8)
    specks = n.random(bits.shape) < 0.0006
    bits[specks] = 0
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
}
