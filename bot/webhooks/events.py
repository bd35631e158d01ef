"""A move as a CloudEvent 1.0 in structured JSON mode: number, move, status and day, nothing a person wrote.

It is written from what was stored with the move, so that every try sends the same bytes. Its shape is in
`docs/webhook-event.schema.json`.
"""

from __future__ import annotations

import json
from typing import Any, Final
from urllib.parse import quote

from cases.office import Office
from storage.webhooks import Told

CONTENT_TYPE: Final = "application/cloudevents+json"
MOVED: Final = "lamton.case.moved.v1"
"""The type of the event; a change that breaks a reader is a new one."""


def event_of(told: Told, office: Office) -> dict[str, Any]:
    """The event. `source` names the office and its station, the same at every try."""
    return {
        "specversion": "1.0",
        "id": told.event_id,
        "source": f"urn:lamton:{quote(office.case_prefix)}:{office.station}",
        "type": MOVED,
        "subject": told.number,
        "time": told.at.isoformat(timespec="milliseconds").replace("+00:00", "Z"),
        "datacontenttype": "application/json",
        "data": {
            "number": told.number,
            "move": told.move,
            "before": told.before,
            "status": told.after,
            "on": told.on.isoformat(),
        },
    }


def body_of(told: Told, office: Office) -> bytes:
    """The event as it is sent and signed."""
    return json.dumps(event_of(told, office), ensure_ascii=False, separators=(",", ":")).encode()
