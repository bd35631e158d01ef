"""Signatures of webhooks by the Standard Webhooks scheme (standardwebhooks, 1.0.0).

Signed is `id.timestamp.body` by HMAC-SHA256; a header holds one `v1,<base64>` for each secret that is valid,
parted by a space. A secret is written `whsec_<base64>`.
"""

from __future__ import annotations

import base64
import hmac
from collections.abc import Sequence
from datetime import datetime

SECRET_PREFIX = "whsec_"  # noqa: S105 - how a secret begins, not one


def written(secret: bytes) -> str:
    """A secret as it is handed over."""
    return SECRET_PREFIX + base64.b64encode(secret).decode("ascii")


def headers(event_id: str, body: bytes, secrets: Sequence[bytes], now: datetime) -> dict[str, str]:
    """The three headers of one try at `now`."""
    timestamp = str(int(now.timestamp()))
    signed = f"{event_id}.{timestamp}.".encode() + body
    signatures = (base64.b64encode(hmac.digest(one, signed, "sha256")).decode("ascii") for one in secrets)
    return {
        "webhook-id": event_id,
        "webhook-timestamp": timestamp,
        "webhook-signature": " ".join(f"v1,{one}" for one in signatures),
    }
