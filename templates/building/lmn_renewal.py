"""The request to renew a letter of medical necessity: letter and form of a first request."""

from __future__ import annotations

from typing import Any

from templates.building.lmn_request import letter_and_form


def build() -> Any:
    """The template lmn_renewal.docx."""
    return letter_and_form("Renewal of a letter of medical necessity")
