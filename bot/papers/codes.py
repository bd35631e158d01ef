"""The code in a paper's QR: kind, number and day, and the office's signature under them.

    <kind>.<YYYYMMDD>.<about>.<86 letters of signature>

`about` is the number of a case without the office's letters, or the matter of a card. The code says what
stands on the paper and no more; to verify it needs no look-up, so asking tells nobody whether a case exists.
"""

from __future__ import annotations

import base64
import re
from dataclasses import dataclass
from datetime import date
from typing import Final

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PublicKey

from bot.papers.signing import Signs, fits
from dialogs.papers import KINDS

MOST_CHARS: Final = 200
_CODE: Final = re.compile(r"([a-z_]{1,30})\.(\d{8})\.([0-9a-z_-]{1,40})\.([A-Za-z0-9_-]{86})")
_CONTEXT: Final = "lamton/code/1\n"


@dataclass(frozen=True)
class Claim:
    """What a code says, as signed."""

    kind: str
    about: str
    on: date


def code_of(claim: Claim, prefix: str, key: Signs) -> str:
    """The code of a paper. `prefix` are the letters the office's numbers begin with."""
    plain = f"{claim.kind}.{claim.on:%Y%m%d}.{claim.about.removeprefix(prefix)}"
    return f"{plain}.{_text(key.sign(_bytes(plain, prefix)))}"


def read_code(code: str, prefix: str, public: Ed25519PublicKey) -> Claim | None:
    """What the code says, where the office signed it; None for anything else."""
    found = _CODE.fullmatch(code.strip()) if len(code) <= MOST_CHARS else None
    if found is None or found[1] not in KINDS:
        return None
    signature = base64.urlsafe_b64decode(found[4] + "==")
    plain = code.strip().rpartition(".")[0]
    if _text(signature) != found[4] or not fits(public, _bytes(plain, prefix), signature):
        return None
    try:
        on = date(int(found[2][:4]), int(found[2][4:6]), int(found[2][6:]))
    except ValueError:
        return None
    about = f"{prefix}{found[3]}" if found[3][0].isdigit() else found[3]
    return Claim(found[1], about, on)


def _bytes(plain: str, prefix: str) -> bytes:
    return f"{_CONTEXT}{prefix}\n{plain}".encode()


def _text(signature: bytes) -> str:
    return base64.urlsafe_b64encode(signature).decode("ascii").rstrip("=")
