"""Sets a scanned or photographed page upright and clean before an engine reads it.

Each step is a small function of pixels: find the sheet of paper in a photo,
turn it, straighten it, even out the light. The steps are gathered in a `View`,
so that the upright page can be rendered again at any resolution.
"""

from extractors.pages.preparing.view import View, upright_view

__all__ = ["View", "upright_view"]
