"""The office's signature under a paper (Ed25519, RFC 8032): over every byte of the file, in the file itself.

The signature stands in a PDF comment before `startxref`, where readers see nothing and no offset moves:

    %lamton-ed25519 <128 hex digits>

It covers the file without that line, so that a file altered by a byte, the line's own included, is told.
"""

from __future__ import annotations

import re
from typing import Final, Protocol

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat, load_pem_public_key

_END: Final = re.compile(rb"startxref\n\d{1,12}\n%%EOF\n?\Z")
_SIGNED: Final = re.compile(rb"%lamton-ed25519 ([0-9a-f]{128})\n(?=startxref\n\d{1,12}\n%%EOF\n?\Z)")
_CONTEXT: Final = b"lamton/paper/1\n"
"""Before what is signed, so that a signature under a file is none under a code, nor the other way round."""


class KeyUnreadable(ValueError):
    """What was given is no Ed25519 public key in PEM."""


class Signs(Protocol):
    """Whoever holds the office's key (`storage.sealing.Keyring`)."""

    def sign(self, message: bytes) -> bytes:
        """64 bytes of signature."""


def signed(pdf: bytes, key: Signs) -> bytes:
    """The file with the office's signature in it. Raises ValueError for what is no PDF."""
    end = _END.search(pdf)
    if end is None:
        raise ValueError("not a PDF that ends as one does")
    line = b"%lamton-ed25519 " + key.sign(_CONTEXT + pdf).hex().encode("ascii") + b"\n"
    return pdf[: end.start()] + line + pdf[end.start() :]


def is_true(file: bytes, public: Ed25519PublicKey) -> bool:
    """Whether the file is one of this office's papers, unaltered. Needs nothing but the public key."""
    found = _SIGNED.search(file)
    if found is None:
        return False
    return fits(
        public, _CONTEXT + file[: found.start()] + file[found.end() :], bytes.fromhex(found[1].decode())
    )


def fits(public: Ed25519PublicKey, message: bytes, signature: bytes) -> bool:
    """Whether the signature is the key's, under this message."""
    try:
        public.verify(signature, message)
    except InvalidSignature:
        return False
    return True


def as_pem(public: Ed25519PublicKey) -> str:
    """The key as it is published."""
    return public.public_bytes(Encoding.PEM, PublicFormat.SubjectPublicKeyInfo).decode("ascii")


def read_pem(text: bytes) -> Ed25519PublicKey:
    """The inverse of `as_pem`. Raises KeyUnreadable."""
    try:
        key = load_pem_public_key(text)
    except ValueError as error:
        raise KeyUnreadable("not a public key in PEM") from error
    if not isinstance(key, Ed25519PublicKey):
        raise KeyUnreadable("not an Ed25519 key")
    return key
