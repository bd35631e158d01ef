"""Sample values for the variables of messages: an invented case, of nobody.

A new variable takes one line in `SAMPLES`; where one name means two things, its message has its own line in
`BY_MESSAGE`. A message without its samples fails a test, by name.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import fields
from datetime import UTC, date, datetime
from itertools import product
from typing import Any, get_type_hints

from bot.words.messages import Message
from bot.words.values import OFFICE_VALUES
from dialogs.engine.view import Cites, Day, Listed, Named, Unit, Value, Yuan, say
from dialogs.outcomes import ClockShown
from dialogs.visiting import VisitShown

TODAY = date(2026, 11, 23)
NUMBER = "嘉信20261123-00482913"
STORY = "老板欠我三个月工资，一直说过几天给。"
"""What a resident wrote stays in the language it was written in."""
VISIT = VisitShown(
    "4829", date(2026, 12, 1), "9:30 - 10:00", Named("县委书记", ""), Named("信访局接访室", ""), 3
)
SAMPLES: Mapping[str, Value] = {
    "above": Unit("xian_zhengfu"),
    "act": say("mydata-act-read"),
    "actual": 8123,
    "ambulance": "120",
    "amount": 30,
    "articles": Cites((("信访工作条例", 34), ("信访工作条例", 35))),
    "authority": Unit("fayuan"),
    "before": VISIT.when,
    "branch": say("group-work"),
    "by": say("path-by-near", day=Day(date(2026, 12, 1))),
    "case": "/case",
    "cases": "cases.json",
    "change": "+3.50%",
    "clock": say("clock-answer"),
    "code": "4829 1305 7764 2018 5593",
    "command": "/start 48291305",
    "cost": say("path-cost-free"),
    "count": 3,
    "counted": say("path-from-accepted"),
    "cutoff": "/cutoff",
    "day": Day(date(2026, 12, 1)),
    "days": 3,
    "done": Day(date(2026, 11, 30)),
    "down": "j",
    "due": 2,
    "enter": "Enter",
    "example": NUMBER,
    "failed": 1,
    "field": say("staff-number-money"),
    "files": "files",
    "fire": "119",
    "following": say("path-name-litigation_civil"),
    "ground": say("ground-in_hand"),
    "group": "/group",
    "help": "/help",
    "hours": "9:30 - 18:00",
    "item": 6,
    "items": Listed((say("path-bring-identity_card"), say("path-bring-proof"))),
    "kind": say("paper-heading-receipt"),
    "label": say("complaint-facts-label"),
    "late": 1,
    "latitude": "30.64",
    "leaf": say("matter-wages"),
    "least": 1,
    "led": say("led-guided"),
    "left": say("left-days", days=3),
    "length": say("card-length-day", amount=30),
    "limit": 4000,
    "link": "https://lamton.example",
    "login": "zhuoma",
    "longitude": "93.23",
    "matter": say("matter-wages"),
    "mind": "12356",
    "minutes": 15,
    "most": 100000,
    "month": 12,
    "move": say("staff-move-forward"),
    "name": say("path-name-arbitration_labour"),
    "now": VISIT.when,
    "number": NUMBER,
    "numbers": Listed(("12333", "12345")),
    "organ": Unit("xian_zhengfu"),
    "outcome": say("outcome-supported"),
    "page": 1,
    "pages": 3,
    "part": say("staff-part-reason"),
    "path": say("procedure-litigation"),
    "people": 3,
    "phone": "13900000000",
    "place": "麦地卡乡",
    "police": "110",
    "queue": "/queue",
    "queued": 2,
    "rating": say("rating-rating-satisfied"),
    "reason": say("refused-file-empty"),
    "reference": "4f1c09aa",
    "role": say("staff-role-clerk"),
    "seconds": 42,
    "sent": 40,
    "setting": "LAMTON_API_LISTEN",
    "since": Day(date(2026, 1, 1)),
    "skipped": "〔…〕",
    "stage": say("reminded-half"),
    "status": say("case-filed"),
    "step": 3,
    "steps": 12,
    "talk": "talk.json",
    "talks": "talks",
    "text": STORY,
    "time": say("path-time-day", amount=30),
    "times": say("poster-promise", length=say("card-length-day", amount=10)),
    "told": Unit("dangwei_zhengfu"),
    "tries": 2,
    "until": Day(date(2027, 3, 1)),
    "unit": Unit("renshe"),
    "units": Listed((Unit("lincao"), Unit("jiaoyu"))),
    "unlink": "/unlink",
    "up": "k",
    "value": STORY,
    "visits": "/visits",
    "was": VISIT.when,
    "way": say("staff-told-by-phone"),
    "weekday": say("weekday-2"),
    "what": say("clock-answer"),
    "when": VISIT.when,
    "where": "嘉黎县城",
    "who": Listed((Unit("renshe"), say("path-who-township"))),
    "year": "2025",
}
"""By the variable's name, in its order."""
BY_MESSAGE: Mapping[str, Mapping[str, Value]] = {
    "card-path": {"number": 1},
    "money": {"amount": "15,000"},
    "part-photo": {"name": "photo.jpg"},
    "part-document": {"name": "contract.pdf"},
    "review-form": {"name": "扎西"},
    "rereview-form": {"name": "扎西"},
    "kept-met": {"who": say("promised-promise")},
    "kept-late": {"who": say("promised-law")},
    "kept-late-still": {"who": say("promised-law")},
    "kept-runs": {"who": say("promised-promise")},
    "staff-bulk-done": {"done": 9, "left": 1},
    "staff-queue-keys": {"pick": "x", "forward": "f", "find": "/", "register": "n"},
    "staff-register-keys": {"tab": "Tab", "save": "Enter"},
    "staff-refused-moved": {"who": "卓玛", "time": "15:30"},
    **{key: {"time": "11-23 09:00"} for key in ("staff-webhooks-failing", "staff-webhooks-old")},
    **{key: {"time": "11-23 09:00"} for key in ("staff-api-keys-used", "staff-api-keys-ended")},
    "staff-api-keys-made": {"by": "lhamo"},
    "staff-refused-held": {"who": "卓玛", "time": "11-23 15:30"},
    "staff-claim-held": {"who": "卓玛", "time": "11-23 15:30"},
    "staff-claim-mine": {"time": "11-23 15:30"},
    "staff-bot-held": {"who": "卓玛"},
    "staff-bot-cut-off-done": {"name": "卓玛"},
    "staff-phones-group-since": {"name": "卓玛"},
    "staff-bot-group-code": {"command": "/group 4829130577"},
    "staff-phones-group-send": {"command": "/group 4829130577"},
}
"""Where a name means something else."""
OFFICE: Mapping[str, Any] = {
    "phone": "0896-1234567",
    "address_zh": "嘉黎县城",
    "address_bo": "",
    "hours_zh": "9:30 - 18:00",
    "hours_bo": "9:30 - 18:00",
}
"""What an office may not have told yet."""
FIELDS: Mapping[str, Any] = {
    "amount": Yuan("15000.00"),
    "code": SAMPLES["code"],
    "clocks": (
        ClockShown("forward", "promise", date(2026, 11, 24), provisional=False),
        ClockShown("acceptance", "law", date(2027, 1, 4), provisional=True),
    ),
    "matter": "wages",
    "minutes": 15,
    "number": NUMBER,
    "name": "扎西",
    "notice": "answered",
    "organ": "xian_zhengfu",
    "outcome": "supported",
    "phone": "13900000000",
    "place": "",
    "rating": "satisfied",
    "review_by": date(2026, 12, 23),
    "status": "accepted",
    "text": STORY,
    "told": "dangwei_zhengfu",
    "unit": "renshe",
    "visit": VISIT,
    "why": "passed",
}
"""The same for the fields of outcomes; what is not here is told by its type (`BY_TYPE`)."""
BY_TYPE: Mapping[type, Any] = {
    str: STORY,
    int: 3,
    date: TODAY,
    datetime: datetime(2026, 11, 23, 1, 0, tzinfo=UTC),
    tuple: (),
}


def lacking(message: Message) -> list[str]:
    """The variables of a message that have no sample."""
    known = SAMPLES.keys() | BY_MESSAGE.get(message.id, {}).keys() | set(OFFICE_VALUES)
    return sorted(message.variables - known)


def samples(message: Message) -> Iterator[dict[str, Value]]:
    """Values for one message, once for each form it takes. A variable without a sample shows its name."""
    own = {f: f"{{ ${f} }}" for f in lacking(message)} | {**SAMPLES, **BY_MESSAGE.get(message.id, {})}
    forms: list[list[tuple[str, Value]]] = [
        [*((name, int(key) if key.isdecimal() else key) for key in keys), (name, own[name])]
        for name, keys in message.choices.items()
        if name in own  # the office's own data are given anyway
    ]
    for chosen in product(*forms):
        yield {**{name: own[name] for name in message.variables if name in own}, **dict(chosen)}


def outcomes(kind: type) -> Iterator[Any]:
    """An outcome with every field filled, and one with whatever may be left out left out."""
    hints = get_type_hints(kind)
    for full in (True, False):
        values: dict[str, Any] = {}
        for one in fields(kind):
            hint = hints[one.name]
            if hint is bool:
                values[one.name] = full
            elif not full and type(None) in getattr(hint, "__args__", ()):
                values[one.name] = None
            else:
                values[one.name] = FIELDS[one.name] if one.name in FIELDS else _of_type(hint)
        yield kind(**values)


def _of_type(hint: Any) -> Any:
    parts = (hint, getattr(hint, "__origin__", None), *getattr(hint, "__args__", ()))
    return next((BY_TYPE[part] for part in parts if isinstance(part, type) and part in BY_TYPE), None)
