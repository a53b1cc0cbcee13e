"""A file's bytes in, upright readable pages out.

Text layers and form values where they are, recognition only for a page that
has none. Nothing here knows what a document means.
"""

from extractors.pages.attachments import embedded_files
from extractors.pages.notices import notices
from extractors.pages.opening import open_pages

__all__ = ["embedded_files", "notices", "open_pages"]
