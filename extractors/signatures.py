"""Digital signatures of a PDF: is what was signed unchanged, and whose certificate is it?

Only the mathematics is judged: whether the certificate's issuer deserves trust
is the studio's question, not the reader's. Nothing is fetched, and the signed
bytes are only read.
"""

from __future__ import annotations

import io
import logging
from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from casebook.records import Box, Problem
from extractors.errors import Unreadable
from extractors.page import Page, PdfSignature
from extractors.pages.pdf_forms import fields_of
from extractors.pages.pdfium import opened, page_of

if TYPE_CHECKING:
    from pyhanko.sign.validation.pdf_embedded import EmbeddedPdfSignature

__all__ = ["PdfSignature", "problems", "verify", "with_signatures"]

_MARK = b"/ByteRange"
"""Stands in plain bytes in every signed PDF: a signature cannot lie in a compressed object."""
_MISREAD = (
    ValueError,
    KeyError,
    TypeError,
    AttributeError,
    IndexError,
    AssertionError,
    NotImplementedError,
    OSError,
    RecursionError,
)
"""What pyHanko and its ASN.1 parser raise besides their own errors when bytes make no sense."""


def verify(data: bytes) -> tuple[PdfSignature, ...]:
    """The file's digital signatures in the order of their fields; empty for any other file.

    A signature that cannot be read at all counts as not intact. Document
    time stamps are no signatures of a person and are left out.
    """
    if _MARK not in data:
        return ()
    # Imported here: it costs half a second, and hardly any scan is signed.
    from pyhanko.pdf_utils.misc import PdfError
    from pyhanko.pdf_utils.reader import PdfFileReader

    logging.getLogger("pyhanko").setLevel(logging.CRITICAL)  # it would name people
    try:
        reader = PdfFileReader(io.BytesIO(data), strict=False)
        if reader.encrypted:
            reader.decrypt("")
        places = _places(data)
        return tuple(_verified(found, places) for found in reader.embedded_regular_signatures)
    except (PdfError, *_MISREAD):
        return (PdfSignature("", 1, None, intact=False, covers_all=False, signer=None),)


def with_signatures(pages: Sequence[Page], signatures: Sequence[PdfSignature]) -> tuple[Page, ...]:
    """The pages, each with the digital signatures that stand on it."""
    if not signatures:
        return tuple(pages)
    return tuple(
        replace(page, digital_signatures=tuple(s for s in signatures if s.page == page.number))
        for page in pages
    )


def problems(pages: Sequence[Page]) -> tuple[Problem, ...]:
    """What a person must know about the digital signatures on a document's pages."""
    signatures = [signature for page in pages for signature in page.digital_signatures]
    if any(not signature.intact for signature in signatures):
        return (
            Problem(
                code="signature.broken",
                message="A digital signature in this file does not fit its contents: the file "
                "was changed after it was signed, or is damaged. Ask the signer for the original.",
                field="signed",
            ),
        )
    if signatures and not any(signature.covers_all for signature in signatures):
        return (
            Problem(
                code="signature.changed_since",
                message="Form fields or notes were added to this file after it was digitally "
                "signed. Compare it with what the signer signed.",
                field="signed",
            ),
        )
    return ()


def _verified(
    found: EmbeddedPdfSignature, places: dict[str, tuple[int, Box | None]]
) -> PdfSignature:
    page, box = places.get(found.field_name, (1, None))
    intact, covers_all = _integrity(found)
    return PdfSignature(
        field=found.field_name,
        page=page,
        box=box,
        intact=intact,
        covers_all=covers_all,
        signer=_name_of(found),
    )


def _integrity(found: EmbeddedPdfSignature) -> tuple[bool, bool]:
    """(intact, covers_all). Later additions that a signer's reader allows (a second signature,
    filled fields) leave it intact; any other change does not."""
    from pyhanko.pdf_utils.misc import PdfError
    from pyhanko.sign.validation.generic_cms import validate_sig_integrity
    from pyhanko.sign.validation.status import SignatureCoverageLevel

    try:
        found.compute_integrity_info()  # type: ignore[no-untyped-call]  # pyHanko's own
        digest_fits, key_fits = validate_sig_integrity(
            found.signer_info,
            found.signer_cert,
            expected_content_type="data",
            actual_digest=found.compute_digest(),
        )
        said = found.summarise_integrity_info()
    except (PdfError, *_MISREAD):
        return False, False
    covers_all = said["coverage"] == SignatureCoverageLevel.ENTIRE_FILE
    whole = covers_all or said["coverage"] == SignatureCoverageLevel.ENTIRE_REVISION
    return digest_fits and key_fits and whole and said["docmdp_ok"] is not False, covers_all


def _name_of(found: EmbeddedPdfSignature) -> str | None:
    try:
        name = found.signer_cert.subject.native.get("common_name")
    except _MISREAD:
        return None
    return str(name) if name else None


def _places(data: bytes) -> dict[str, tuple[int, Box | None]]:
    """(page, box) of the signature fields by their names; a hidden one has no box."""
    import pypdfium2.raw as pdfium

    places: dict[str, tuple[int, Box | None]] = {}
    try:
        with opened(data) as document:
            document.init_forms()
            for index in range(len(document)):
                with page_of(document, index) as page:
                    for field in fields_of(document, page, pdfium.FPDF_FORMFIELD_SIGNATURE):
                        left, top, right, bottom = field.box
                        seen = right - left > 1 and bottom - top > 1
                        places[field.name] = (index + 1, field.box if seen else None)
    except Unreadable:
        return {}
    return places
