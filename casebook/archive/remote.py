"""Originals on any file system that fsspec knows: S3, SFTP, a share of the network."""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from typing import Any, BinaryIO

from casebook.archive.address import address_of, copy, is_address, place


class Remote:
    """An archive below `root` of an fsspec file system, which sees to durability itself."""

    def __init__(self, files: Any, root: str) -> None:
        self._files = files  # fsspec publishes no types
        self._root = root.rstrip("/")

    def put(self, stream: BinaryIO) -> str:
        """Stores the bytes under their SHA-256, which is returned, after reading them back."""
        unfinished = f"{self._root}/unfinished/{uuid.uuid4().hex}"
        self._files.makedirs(f"{self._root}/unfinished", exist_ok=True)
        try:
            with self._files.open(unfinished, "wb") as copied:
                sha256 = copy(stream, copied)
            final = self._path(sha256)
            if not self._is_whole(final, sha256):
                if not self._is_whole(unfinished, sha256):
                    raise OSError("the copy does not equal its original")
                self._files.makedirs(final.rpartition("/")[0], exist_ok=True)
                self._files.mv(unfinished, final)
        finally:
            if self._files.exists(unfinished):
                self._files.rm(unfinished)
        return sha256

    def get(self, sha256: str) -> bytes:
        """The bytes as they lie there; raises FileNotFoundError."""
        return bytes(self._files.cat_file(self._path(sha256)))

    def has(self, sha256: str) -> bool:
        """Whether something lies under the address."""
        return bool(self._files.isfile(self._path(sha256)))

    def addresses(self) -> Iterator[str]:
        """The addresses of all originals, in order."""
        for path in sorted(self._files.find(self._root)):
            name = str(path).rpartition("/")[2]
            if is_address(name):
                yield name

    def _path(self, sha256: str) -> str:
        return f"{self._root}/{place(sha256)}"

    def _is_whole(self, path: str, sha256: str) -> bool:
        if not self._files.isfile(path):
            return False
        with self._files.open(path, "rb") as stream:
            return address_of(stream) == sha256
