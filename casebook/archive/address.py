"""Content addresses, and copying bytes while their address is worked out."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import BinaryIO, Protocol

_ADDRESS = re.compile(r"[0-9a-f]{64}")
_CHUNK = 1 << 20


class Writable(Protocol):
    """Anything bytes can be written to."""

    def write(self, data: bytes, /) -> object: ...


def place(sha256: str) -> str:
    """The path below the archive's root. Raises ValueError for what is no address."""
    if _ADDRESS.fullmatch(sha256) is None:
        raise ValueError("a content address is 64 hexadecimal digits")
    return f"{sha256[:2]}/{sha256[2:4]}/{sha256}"


def is_address(text: str) -> bool:
    """Whether a file's name in the archive is a content address."""
    return _ADDRESS.fullmatch(text) is not None


def source(original: Path | bytes) -> BinaryIO:
    """The original's bytes, to be read from their start."""
    return BytesIO(original) if isinstance(original, bytes) else original.open("rb")


def copy(stream: BinaryIO, to: Writable) -> str:
    """Copies all of the stream; returns the SHA-256 of what was copied."""
    digest = hashlib.sha256()
    for chunk in _chunks(stream):
        digest.update(chunk)
        to.write(chunk)
    return digest.hexdigest()


def address_of(stream: BinaryIO) -> str:
    """The SHA-256 of all of the stream."""
    digest = hashlib.sha256()
    for chunk in _chunks(stream):
        digest.update(chunk)
    return digest.hexdigest()


def _chunks(stream: BinaryIO) -> Iterator[bytes]:
    return iter(lambda: stream.read(_CHUNK), b"")
