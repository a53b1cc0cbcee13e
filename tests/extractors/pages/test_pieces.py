"""Pieces of ink are the same whether their labels fit into 16 bits or not."""

from __future__ import annotations

import cv2
import numpy as np
import pytest

from extractors.pages.preparing.binary import Mask, pieces_of


def _specks(rows: int, columns: int) -> Mask:
    """As many lone pixels as there is room for: more pieces than 16 bits can count."""
    mask = np.zeros((rows, columns), np.uint8)
    mask[::2, ::2] = 1
    return mask


def _print(rows: int, columns: int) -> Mask:
    noise = np.random.default_rng(3).random((rows // 10, columns // 10))
    blocks = (noise > 0.7).repeat(10, axis=0).repeat(10, axis=1)
    return np.asarray(blocks, dtype=np.uint8)


@pytest.mark.parametrize("mask", [_specks(600, 600), _specks(60, 60), _print(900, 700)])
def test_pieces_are_those_of_32_bits(mask: Mask) -> None:
    _, labels, stats, _ = cv2.connectedComponentsWithStats(mask, connectivity=8)
    found = pieces_of(mask)
    assert (found[0] == labels).all()
    assert (found[1] == stats).all()


def test_paper_alone_is_one_piece() -> None:
    assert len(pieces_of(np.zeros((20, 30), np.uint8))[1]) == 1
