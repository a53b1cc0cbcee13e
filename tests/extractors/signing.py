"""A signed PDF for the tests: a self-made certificate, a field on the page."""

from __future__ import annotations

import io
from datetime import UTC, datetime, timedelta

from asn1crypto import keys  # type: ignore[import-untyped]  # it publishes none
from asn1crypto import x509 as asn1_x509
from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.x509.oid import NameOID
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.sign.fields import SigFieldSpec
from pyhanko.sign.signers import PdfSignatureMetadata, PdfSigner, SimpleSigner
from pyhanko_certvalidator.registry import SimpleCertificateStore

SIGNER = "Leilani B. Quesada, MD"


def signed(pdf: bytes, field: str = "ProviderSignature", on_page: int = 0) -> bytes:
    """The PDF with a signature in a field at (200, 472)–(340, 512) from the top left."""
    writer = IncrementalPdfFileWriter(io.BytesIO(pdf))
    place = SigFieldSpec(field, on_page=on_page, box=(200, 280, 340, 320))
    signer = PdfSigner(PdfSignatureMetadata(field_name=field), _signer(), new_field_spec=place)
    out = io.BytesIO()
    signer.sign_pdf(writer, output=out)
    return out.getvalue()


def _signer() -> SimpleSigner:
    key = ec.generate_private_key(ec.SECP256R1())
    name = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, SIGNER)])
    start = datetime(2026, 1, 1, tzinfo=UTC)
    certificate = (
        x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(key.public_key())
        .serial_number(1)
        .not_valid_before(start)
        .not_valid_after(start + timedelta(days=3650))
        .sign(key, hashes.SHA256())
    )
    private = key.private_bytes(
        serialization.Encoding.DER,
        serialization.PrivateFormat.PKCS8,
        serialization.NoEncryption(),
    )
    return SimpleSigner(
        signing_cert=asn1_x509.Certificate.load(
            certificate.public_bytes(serialization.Encoding.DER)
        ),
        signing_key=keys.PrivateKeyInfo.load(private),
        cert_registry=SimpleCertificateStore(),  # type: ignore[no-untyped-call]
    )
