"""Draws documents for measuring: `draw` writes files and their truth into a folder."""

from bench.drawing.draw import draw, fingerprint

__all__ = ["draw", "fingerprint"]
