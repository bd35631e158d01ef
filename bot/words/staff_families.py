"""Families of messages the staff are told, at the desk, by their bot and on papers.

What a page of the desk keeps to itself is written out here: the words are read where no channel is known. A
test holds each against the page's own (`tests/words/test_families.py`).
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from typing import get_args

from bot.intake.kinds import Reason
from bot.words.messages import LANGUAGES
from bot.words.review import STATUSES
from bot.words.rights import SIGNATURES
from cases.activities import ACTIVITIES, Counts
from cases.clock import ClockKind
from cases.clocks import CLOCKS
from cases.figures import BREAKDOWNS, FIGURES, Part
from cases.lifecycle import MOVES, Status
from cases.matters import Kind
from cases.notices import NOTICES
from cases.office_rules import CHANNELS
from cases.part_forms import Form, Means
from cases.parts import PARTS
from cases.registering import CAME_BY, TOLD_BY
from cases.reminders import Stage
from cases.roles import STAFF_ROLES
from cases.suggestions import Adopted, SuggestionKind
from storage.api_keys import SCOPES
from storage.claims import RECORDED
from storage.filters import FILTERS, Facets
from storage.notices import BY_HAND

_CHOSEN = (Form.UNIT, Form.UNITS, Form.AUTHORITY)
_RECORDED = (
    *RECORDED,
    *("keep_away", "let_back", "reported"),
    *("read", "code", "exported", "told", "remind", "national", "transcript"),
)
"""What stands in the record of a case beside the moves of the table."""
_PLACES = ("service", *CAME_BY)
_MEMBER_ACTS = ("add", "place", "reads", "password", "off", "on", "lost")
_VISIT_ACTS = ("move", "cancel", "held", "missed")


FAMILIES: Mapping[str, tuple[str, ...]] = {
    # the choices of a part (`choice_label`)
    "staff-": tuple(f"{part.name}-{choice}" for part in PARTS.values() for choice in part.choices),
    "staff-move-": (*(move.name for move in MOVES), *_RECORDED),
    # a move that leaves no status is made from no case; what the clock alone does has no form
    "staff-told-": tuple(m.name for m in MOVES if m.leaves and set(m.by) & set(STAFF_ROLES)),
    "staff-part-": (*PARTS, "seen_as", "undone"),
    "staff-status-": tuple(Status),
    "staff-kind-": tuple(Kind),
    "staff-term-": tuple(dict.fromkeys(clock.name for clock in CLOCKS)),
    "staff-clock-": tuple(ClockKind),
    "staff-stage-": tuple(Stage),
    "staff-notice-": tuple(NOTICES),
    "staff-language-": LANGUAGES,
    "staff-role-": STAFF_ROLES,
    "staff-channel-": (*_PLACES, *CHANNELS, "above", "other"),
    "staff-seen_as-": ("id_card", "residence", "known", "village"),
    "staff-attachment-": ("photo", "voice", "document"),
    "staff-file-reason-": ("unreachable", "other"),
    "staff-withheld-": ("confidential", "anonymous"),
    "staff-delivery-": ("queued", "sent", "failed", "blocked", "replaced"),
    "staff-held-": ("waiting", "made", "given_back", "as_written"),
    "staff-means-": tuple(Means),
    "staff-suggest-": tuple(SuggestionKind),
    "staff-adopted-": tuple(Adopted),
    "staff-supervision-": ("seen", "suggested", "fed", "acted", "came-of"),
    "staff-filter-": FILTERS,
    "staff-facet-": tuple(field.name for field in fields(Facets)),
    "staff-way-": BY_HAND,
    "staff-told-by-": TOLD_BY,
    "staff-owed-": ("stuck", "no-channel", "by-hand", "on-the-way"),
    "staff-owed-did-": ("call", "post", "handed"),
    "staff-away-done-": ("keep", "back", "reported"),
    "staff-member-act-": _MEMBER_ACTS,
    "staff-member-done-": _MEMBER_ACTS,
    "staff-done-": (
        *("password", "language", "unlink", "sessions", "first", "cut_off", "group_off"),
        *("national", "transcript", "note", "related", "held"),
    ),
    "staff-register-": (
        *("several", "unknown", "future", "too_old"),
        *("repeated", "told_by", "address", "representatives"),
    ),
    "staff-register-needs-": ("phone", "address"),
    "staff-replies-": ("made", "ended", "title_zh", "title_bo", "text_zh", "text_bo"),
    "staff-replies-of-": ("number", "unit", "day", "phone"),
    "staff-visits-": ("coming", "past"),
    "staff-visit-do-": _VISIT_ACTS,
    "staff-visit-done-": _VISIT_ACTS,
    "staff-visit-told-": ("move", "cancel"),
    "staff-visit-speaks-": ("bo", "zh", "interpreter"),
    "staff-visit-state-": ("booked", "cancelled", "held", "missed"),
    "staff-webhooks-done-": ("on", "off", "again"),
    "staff-webhooks-state-": ("on", "off", "gone", "failed"),
    "staff-webhooks-delivery-": ("queued", "sent", "failed", "dropped"),
    "staff-webhooks-refused-": ("unknown",),
    "staff-api-keys-": tuple(scope.replace(":", "-") for scope in SCOPES),
    "staff-activities-": ("done", "struck-done"),
    "staff-figure-": tuple(dict.fromkeys(figure.name.removeprefix("staff-figure-") for figure in FIGURES)),
    "staff-figure-by-": BREAKDOWNS,
    "staff-figure-how-": tuple(dict.fromkeys(figure.how for figure in FIGURES)),
    "staff-figure-part-": tuple(Part),
    "staff-figures-": ("name", "now", "before", "change", "how", "matters", "persons"),
    "staff-figures-report-": LANGUAGES,
    "staff-report-part-": ("1", "2", "3", "4"),
    "staff-counts-": (*Counts, "points"),
    "staff-words-": ("return", "return-from"),
    "staff-words-act-": (
        *("proposed", "approved", "refused", "withdrawn", "replaced", "returned", "retired", "kept"),
        *SIGNATURES,
    ),
    "staff-words-done-": ("propose", "approve", "end", "keep", "back", "sign"),
    "staff-words-level-": ("E", "W"),
    "staff-words-no-": ("none", "allowed", "own", "overtaken", "unchanged", "note", "reader", "rules"),
    "staff-words-only-": ("waiting", "live", "look"),
    "staff-words-rule-": (
        *("unreadable", "variables", "references", "long", "taken", "letter", "normal", "digits", "han"),
        *("latin", "mark", "tsheg", "shad", "ending", "ga", "line", "space", "last", "agrees", "value"),
        *("polite", "syllable", "label", "breath", "bubble", "term", "sentence"),
    ),
    "staff-words-sign-": SIGNATURES,
    "staff-words-state-": STATUSES,
    "staff-command-": ("queue", "case", "visits", "help", "unlink"),
    "staff-bot-list-": ("mine", "today", "overdue"),
    "staff-alert-": (
        *("filed", "added", "withdrawn", "review", "talk", "other"),
        *("forwarded", "objected", "returned", "refused", "corrected", "report_upward", "supervised"),
        *Stage,
    ),
}
"""Each family's beginning, and everything that may end it: a message stands for each."""
OWN: Mapping[str, tuple[str, ...]] = {
    # a text of a move, by the move (`part_label`)
    "staff-": tuple(
        f"{part}-{move.name}"
        for move in MOVES
        for part in (*move.needs, *move.fills, *move.one_of, *move.may)
    ),
    "staff-done-": (*(move.name for move in MOVES), *RECORDED),
    "staff-activity-": tuple(one.id for one in ACTIVITIES),
    "staff-number-": tuple(dict.fromkeys(name for one in ACTIVITIES for name, _ in one.numbers)),
    "staff-figure-": (
        *(one.id for one in ACTIVITIES),
        *(f"{one.id}_{name}" for one in ACTIVITIES for name, _ in one.numbers),
    ),
    "staff-figure-came-": _PLACES,
    "staff-voice-": get_args(Reason),
    "staff-bot-write-": tuple(move.name for move in MOVES),
    "staff-bot-choose-": tuple(p.name for p in PARTS.values() if p.choices or p.form in _CHOSEN),
}
"""The same of ids that are said where there is such a message, and otherwise a general one is."""
