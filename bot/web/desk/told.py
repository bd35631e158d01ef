"""What a case page shows of a case, in words: answers, clocks, the conversation, events."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime

from bot.retaliation import LINKED
from bot.staff_cards import Left, choice_label, days_left, minute, move_label, unit_label, who
from bot.web.desk.registered import Field, registered_fields
from bot.wiring import House
from bot.words.texts import Texts
from cases.case import Case
from cases.corrections import UNDONE
from cases.lifecycle import Role
from cases.parts import PARTS, VOICE, Form
from dialogs.complaint import complaint
from dialogs.engine.view import Day
from storage.cases import Recorded, Stored
from storage.desk import NoticeSent

WITHHELD = ("name", "phone", "behalf_name")
"""Answers that say who somebody is: shown where `sight.may_see_person`."""
NOTES = {
    Role.RESIDENT: "staff-clock-window",
    Role.UNIT: "staff-clock-units",
    Role.CLOCK: "staff-clock-closing",
}
"""What is noted of a window, by whose it is."""
WRITTEN = ("reason",)
"""Parts among the details of an event that are a text of somebody's own."""
TALK_PARTS = ("outcome", "opinion", "meeting", "agreed", "means", "danger")


@dataclass(frozen=True)
class ClockLine:
    """One clock, as staff and resident both see it. `note`: whose the time is to use, or that it only closes
    the case."""

    what: str
    kind: str
    day: str
    left: Left
    article: str
    provisional: bool
    window: bool
    note: str


@dataclass(frozen=True)
class Event:
    """One thing done with the case. `quiet`: it moved nothing, such as a reading."""

    at: str
    who: str
    what: str
    details: tuple[str, ...]
    quiet: bool


@dataclass(frozen=True)
class Talk:
    """One piece of the conversation. `side` is office, resident or notice; `voice` the id of a recording."""

    at: str
    side: str
    head: str
    text: str
    state: str = ""
    state_label: str = ""
    voice: str = ""


def fields(house: House, texts: Texts, stored: Stored, person: bool) -> list[Field]:
    """Each question that was answered, in the order they are asked."""
    dialog = complaint(house.office, house.time.today)
    found = []
    for question in dialog.questions:
        answer = stored.answers.get(question.id)
        if question.quiet or answer is None:
            continue
        label = texts.text(f"{dialog.id}-{question.id}-label")
        if question.id in WITHHELD and not person:
            found.append(Field(label, texts.text(f"staff-withheld-{stored.identity}"), True))
            continue
        value = question.kind.shown(answer)
        named = f"{dialog.id}-{question.id}-{answer}"
        found.append(Field(label, texts.text(named) if value is None else texts.value(value)))
    if theirs := stored.registered.national_number:
        found.append(Field(texts.text("staff-national"), theirs))
    found += registered_fields(texts, stored, person)
    if about := stored.answers.get(LINKED):
        told = f"{about['number']} · {unit_label(texts, about['unit'])}"
        found.append(Field(texts.text("staff-case-linked"), told))
    return found


def clock_lines(texts: Texts, case: Case, today: date) -> list[ClockLine]:
    """Every clock that runs, the nearest first, the promise before the law's limit of the same day."""
    ordered = sorted(case.running, key=lambda c: (c.row.window, c.due_on, c.kind.value != "promise"))
    return [
        ClockLine(
            texts.text(f"staff-term-{one.clock}"),
            texts.text(f"staff-clock-{one.kind.value}") if one.row.shown else "",
            texts.value(Day(one.due_on)),
            days_left(texts, one.due_on, today),
            one.article.cite() if one.article else "",
            one.provisional,
            one.row.window,
            texts.text(NOTES[one.row.who]) if one.row.window else "",
        )
        for one in ordered
    ]


def units(texts: Texts, case: Case) -> str:
    """Who has the case, and who assists."""
    lead = unit_label(texts, case.unit)
    if not case.assisting:
        return lead
    others = " · ".join(unit_label(texts, unit) for unit in case.assisting)
    return f"{lead} · {texts.text('staff-case-assisting', units=others)}"


def event_lines(
    house: House, texts: Texts, history: list[Recorded], names: Mapping[str, str], reads: bool = True
) -> list[Event]:
    """Everything on record, oldest first; texts stand in the conversation. Of what somebody wrote nothing to
    one who does not read it."""
    return [
        Event(
            minute(one.at, house.office),
            who(texts, one.by_role, one.staff_id, names),
            move_label(texts, one.move),
            _details(texts, one.parts if reads else _unwritten(one.parts), names),
            one.after is None,
        )
        for one in history
    ]


def _unwritten(parts: Mapping[str, str]) -> dict[str, str]:
    return {name: value for name, value in parts.items() if name not in WRITTEN}


def _details(texts: Texts, parts: Mapping[str, str], names: Mapping[str, str]) -> tuple[str, ...]:
    told = []
    for name, value in parts.items():
        if name == "unit":
            told.append(unit_label(texts, value))
        elif name == "channel":
            known = f"staff-channel-{value}"
            told.append(texts.text(known if known in texts.ids else "staff-channel-other"))
        elif name == "item":
            told.append(texts.text("staff-item", item=value))
        elif name in ("reason", "person", "national"):
            told.append(value)
        elif name == "organ":
            told.append(unit_label(texts, value))
        elif name == UNDONE:
            told.append(f"{texts.text('staff-part-undone')} {move_label(texts, value)}")
        elif name in ("days", "hearing_days"):
            told.append(texts.text("staff-days-of", days=int(value)))
        elif name == "amount":
            told.append(texts.text("staff-yuan", amount=value))
        elif name in ("done_on", "signed_on"):
            told.append(texts.value(Day(date.fromisoformat(value))))
        elif name in ("seen_as", "notice", "way", "stage") or _is_chosen(name):
            told.append(choice_label(texts, name, value))
        elif name == "told":  # of a reminder: the ids of those it reached
            told += [names.get(one) or texts.text("staff-by-someone") for one in value.split()]
    return tuple(told)


def _is_chosen(name: str) -> bool:
    part = PARTS.get(name)
    return part is not None and bool(part.choices or part.form in (Form.UNITS, Form.AUTHORITY))


def talk(
    house: House,
    texts: Texts,
    history: list[Recorded],
    notices: list[NoticeSent],
    names: Mapping[str, str],
    reads: bool = True,
) -> list[Talk]:
    """What went between office and resident: questions, additions, answers, notices and their fate; nothing
    of it to one who does not read what residents wrote."""
    if not reads:
        return []
    told: list[tuple[datetime, int, Talk]] = []
    for one in history:
        text, voice, files = (one.parts.get(part, "") for part in ("text", VOICE, "files"))
        if not (text or voice or files):
            continue
        side = "office" if one.staff_id else "resident"
        head = f"{who(texts, one.by_role, one.staff_id, names)} · {move_label(texts, one.move)}"
        for part in TALK_PARTS:
            if value := one.parts.get(part):
                head += f" · {choice_label(texts, part, value)}"
        if files:
            head += f" · {texts.text('staff-case-files')} {len(files.split())}"
        told.append((one.at, 0, Talk(minute(one.at, house.office), side, head, text, voice=voice)))
    for notice in notices:
        label = texts.text(f"staff-delivery-{notice.state}")
        if notice.sent_at:
            label = f"{label} {minute(notice.sent_at, house.office)}"
        at = minute(notice.at, house.office)
        head = texts.text(f"staff-notice-{notice.notice}" if notice.notice else "staff-notice")
        bubble = Talk(at, "notice", head, notice.text, notice.state, label)
        told.append((notice.at, 1, bubble))
    return [one for _, _, one in sorted(told, key=lambda t: t[:2])]
