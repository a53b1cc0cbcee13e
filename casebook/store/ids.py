"""Opaque ids: they may stand in logs, file names and QR codes, for they say nothing."""

from __future__ import annotations

import base64
import hashlib
import re
import secrets

_SHAPE = re.compile(r"[a-z]+_[a-z2-7]{16}")


def new(prefix: str) -> str:
    """A random id such as ``scan_k5d2m7qhx4ztwn3a``: 80 bits, lower case, safe in a file name."""
    return f"{prefix}_{_letters(secrets.token_bytes(10))}"


def stable(prefix: str, key: str) -> str:
    """The id that stands for somebody else's key, the same on every call.

    Lists that people keep call a client "whitfield" or "17"; importing such a
    list twice must find the same client again, yet the key itself may be a
    name and must not become an id.
    """
    digest = hashlib.sha256(f"{prefix}\n{key}".encode()).digest()
    return f"{prefix}_{_letters(digest[:10])}"


def is_id(text: str, prefix: str) -> bool:
    """Whether `text` has the shape of an id of this kind."""
    return text.startswith(f"{prefix}_") and _SHAPE.fullmatch(text) is not None


def _letters(data: bytes) -> str:
    return base64.b32encode(data).decode("ascii").lower()
