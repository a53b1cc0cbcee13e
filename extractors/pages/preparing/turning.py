"""Does the print run across the page or up and down?"""

from __future__ import annotations

import numpy as np

from extractors.pages.preparing.binary import Mask, without_rules

_LEAST_INK = 200
_CLEARLY = 1.5
"""On 45 papers and 32 till receipts the ratio below was under 0.7 upright and over 5 sideways."""
_SMEAR = 7
"""Pixels at survey resolution: closes the gaps between letters, not those between lines."""


def lies_sideways(mask: Mask) -> bool:
    """Whether lines of print run up and down the page.

    Letters smeared along their line join into few pieces, smeared across the
    lines they stay many: the pieces are counted for both directions.
    """
    print_only = without_rules(mask, max(30, max(mask.shape) // 12))
    if int(print_only.sum()) < _LEAST_INK:
        return False
    return _pieces(print_only, (1, _SMEAR)) > _CLEARLY * _pieces(print_only, (_SMEAR, 1))


def _pieces(print_only: Mask, smear: tuple[int, int]) -> int:
    import cv2

    joined = cv2.morphologyEx(print_only, cv2.MORPH_CLOSE, np.ones(smear, np.uint8))
    pieces, _ = cv2.connectedComponents(joined, connectivity=8)
    return int(pieces)
