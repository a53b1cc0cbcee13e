"""What scanners, fax machines, telephones and thermal heads do to a page.

Every function takes and returns pixels (rows × columns × 3, uint8, RGB; gray
where it says so), and every chance is seeded.
"""

from __future__ import annotations

import cv2
import numpy as np
import pypdfium2
from numpy.typing import NDArray
from PIL import Image, ImageDraw, ImageFont

from samples.drawing import fonts

Pixels = NDArray[np.uint8]


def rendered(pdf: bytes, dpi: float, page: int = 0) -> Pixels:
    """One page of a PDF as RGB pixels."""
    document = pypdfium2.PdfDocument(pdf)
    try:
        picture = document[page].render(scale=dpi / 72, may_draw_forms=True)
        return np.ascontiguousarray(np.asarray(picture.to_pil().convert("RGB"), dtype=np.uint8))
    finally:
        document.close()


def _clipped(values: NDArray[np.float32]) -> Pixels:
    return np.clip(values, 0, 255).astype(np.uint8)


def scanned(
    page: Pixels,
    seed: int,
    *,
    angle: float = 0.4,
    noise: float = 4.0,
    blur: float = 0.6,
    paper: float = 248.0,
    ink: float = 22.0,
    edge: bool = True,
) -> Pixels:
    """A flat-bed scan: slight turn (degrees), soft edges, grey paper, specks, a dark edge."""
    chance = np.random.default_rng(seed)
    height, width = page.shape[:2]
    turn = cv2.getRotationMatrix2D((width / 2, height / 2), angle, 1)
    turned = cv2.warpAffine(page, turn, (width, height), borderValue=(255, 255, 255))
    soft = cv2.GaussianBlur(turned, (0, 0), blur).astype(np.float32)
    soft = ink + soft * (paper - ink) / 255
    soft += chance.normal(0, noise, (height, width, 1)).astype(np.float32)
    for _ in range(14):
        x, y = int(chance.integers(0, width)), int(chance.integers(0, height))
        cv2.circle(soft, (x, y), int(chance.integers(1, 3)), (110.0, 110.0, 110.0), -1)
    if edge:
        depth = max(3, width // 220)
        soft[:, :depth] *= np.linspace(0.55, 1.0, depth, dtype=np.float32)[None, :, None]
    return _clipped(soft)


def photocopied(page: Pixels, seed: int, *, angle: float = -0.6) -> Pixels:
    """A copy of a copy: hard contrast, thickened strokes, streaks of toner."""
    chance = np.random.default_rng(seed)
    gray = cv2.cvtColor(page, cv2.COLOR_RGB2GRAY)
    gray = cv2.erode(gray, np.ones((2, 2), np.uint8))
    hard = 255 / (1 + np.exp(-(gray.astype(np.float32) - 140) / 22))
    for _ in range(3):
        x = int(chance.integers(0, gray.shape[1]))
        hard[:, x : x + 2] *= 0.82
    copied = np.repeat(_clipped(hard)[:, :, None], 3, axis=2)
    return scanned(copied, seed + 1, angle=angle, noise=6, blur=0.7, paper=243, ink=30)


def faxed(page: Pixels, seed: int, header: str) -> Pixels:
    """A fine-mode fax: 1-bit gray (0 or 255) with the sender's line on top and a little noise.

    page: rendered at about 200 dots per inch.
    """
    chance = np.random.default_rng(seed)
    height, width = page.shape[:2]
    picture = Image.fromarray(cv2.cvtColor(page, cv2.COLOR_RGB2GRAY))
    shifted = Image.new("L", (width, height), 255)
    shifted.paste(picture, (int(chance.integers(-6, 7)), 14))
    face = ImageFont.truetype(str(fonts.path("DejaVuSansMono-Bold")), 19)
    band = ImageDraw.Draw(shifted)
    band.rectangle((0, 0, width, 40), fill=255)
    band.text((70, 12), header, fill=0, font=face)
    gray = cv2.GaussianBlur(np.asarray(shifted, dtype=np.uint8), (0, 0), 0.7).astype(np.float32)
    gray += chance.normal(0, 13, gray.shape).astype(np.float32)
    bits = np.where(gray < 150, 0, 255).astype(np.uint8)
    for _ in range(5):
        row = int(chance.integers(60, height - 4))
        start = int(chance.integers(0, width - 300))
        bits[row, start : start + int(chance.integers(60, 260))] = 0
    specks = chance.random(bits.shape) < 0.0004
    bits[specks] = 0
    return bits


def photographed(
    page: Pixels,
    seed: int,
    *,
    size: tuple[int, int] = (1500, 2000),
    tilt: float = 0.05,
    desk: tuple[int, int, int] = (112, 82, 58),
) -> Pixels:
    """A telephone's picture: a sheet on a wooden desk, seen askew, half in the hand's shadow."""
    chance = np.random.default_rng(seed)
    width, height = size
    grain = cv2.GaussianBlur(chance.normal(0, 40, (height, width)).astype(np.float32), (0, 0), 2)
    grain = cv2.blur(grain, (181, 3))
    scene = np.asarray(desk, np.float32)[None, None, :] + grain[:, :, None] * 4.5
    rows, columns = page.shape[:2]
    reach = min(width * 0.88 / columns, height * 0.9 / rows)
    left, top = (width - columns * reach) / 2, (height - rows * reach) / 2
    corners = np.array(
        [
            [left, top],
            [width - left, top],
            [width - left, height - top],
            [left, height - top],
        ],
        np.float32,
    )
    corners += chance.uniform(-tilt, tilt, (4, 2)).astype(np.float32) * min(width, height) * 0.5
    source = np.array([[0, 0], [columns, 0], [columns, rows], [0, rows]], np.float32)
    shape = cv2.getPerspectiveTransform(source, corners)
    sheet = cv2.warpPerspective(page, shape, size, flags=cv2.INTER_AREA).astype(np.float32)
    mask = cv2.warpPerspective(np.full((rows, columns), 255, np.uint8), shape, size)
    dark = cv2.GaussianBlur(np.roll(mask, (14, 10), (0, 1)).astype(np.float32), (0, 0), 18) / 255
    share = cv2.GaussianBlur(mask, (0, 0), 1).astype(np.float32)[:, :, None] / 255
    scene *= 1 - 0.45 * dark[:, :, None]
    scene = scene * (1 - share) + (sheet * 0.93 + 6) * share
    across, down = np.meshgrid(np.linspace(0, 1, width), np.linspace(0, 1, height))
    slope = across * 0.7 + down * 0.6
    shade = 1 - 0.33 / (1 + np.exp(-(slope - 0.86) * 14))
    light = (1.03 - 0.16 * across) * shade
    scene = scene * light[:, :, None].astype(np.float32) * np.array([1.0, 0.975, 0.92], np.float32)
    scene = cv2.GaussianBlur(scene, (0, 0), 0.7)
    scene += chance.normal(0, 3.5, scene.shape).astype(np.float32)
    return _clipped(scene)


def thermal(page: Pixels, seed: int, *, fade: float = 0.35) -> Pixels:
    """Thermal print as it lies in a drawer: pale, unevenly heated, the paper a little yellow."""
    chance = np.random.default_rng(seed)
    height, width = page.shape[:2]
    darkness = 1 - page.astype(np.float32) / 255
    rows = cv2.GaussianBlur(chance.normal(0, 1, (height, 1)).astype(np.float32), (1, 91), 0)
    rows = rows / (np.abs(rows).max() + 1e-6)
    columns = chance.uniform(0.88, 1.0, (1, width)).astype(np.float32)
    heat = (1 - fade) * (1 + 0.16 * rows) * columns
    paper = np.array([250, 248, 238], np.float32)
    printed = paper - darkness * heat[:, :, None] * np.array([222, 216, 196], np.float32)
    printed = cv2.GaussianBlur(printed, (0, 0), 0.8)
    printed += chance.normal(0, 3, (height, width, 1)).astype(np.float32)
    return _clipped(printed)
