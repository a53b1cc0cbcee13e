"""Why a file cannot be read: each error names the remedy, and none stops other files."""

from __future__ import annotations


class Unreadable(Exception):
    """This file cannot be read. It goes to quarantine with `code` and `message`.

    code: stable, such as "file.empty", "file.encrypted", "file.damaged",
    "file.unknown_format", "file.too_large", "file.too_many_pages", "file.xfa".
    message: a plain sentence that says what is wrong and what to do; it never
    quotes the file's text.
    """

    def __init__(self, code: str, message: str) -> None:
        super().__init__(message)
        self.code = code
        self.message = message
