"""A dialog as a drawing: its questions in order down the page, and beside them what each hangs on.

A line to the right of the boxes begins at a question and has an arrow into every question that is asked only
by its answer. Of several conditions the last before the question is drawn; all are told in words beneath.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import escape

from bot.words.texts import Texts
from dialogs.engine.questions import Either, If, Question
from dialogs.engine.session import Dialog
from dialogs.engine.turn import told
from dialogs.engine.view import Say

WIDTH, LEFT, TOP = 252, 8, 8
HEIGHT, STEP, LANE = 74, 96, 14
"""Of a box, from one box to the next, and from one line at the side to the next; in pixels."""
MOST_CHARS = {"zh": 16, "bo": 30}
MOST_NAMED = 6


@dataclass(frozen=True)
class Lane:
    """A line at the side: from the question at `start` to the ones at `ends`, in the column `column`."""

    start: int
    ends: tuple[int, ...]
    column: int


def lanes(dialog: Dialog) -> tuple[Lane, ...]:
    """The lines of a dialog; no two that would touch share a column."""
    order = {q.id: place for place, q in enumerate(dialog.questions)}
    ends: dict[int, list[int]] = {}
    for place, q in enumerate(dialog.questions):
        if q.asked is not None and (hangs_on := [order[one] for one in q.asked.questions]):
            ends.setdefault(max(hangs_on), []).append(place)
    drawn: list[Lane] = []
    for start in sorted(ends):
        taken = {one.column for one in drawn if one.ends[-1] >= start}
        column = next(c for c in range(len(drawn) + 1) if c not in taken)
        drawn.append(Lane(start, tuple(ends[start]), column))
    return tuple(drawn)


def conditions(dialog: Dialog, question: Question, texts: Texts) -> tuple[str, ...]:
    """When a question is asked, in words: one line a question it hangs on, with the answers that lead to it.

    Of an `Either` each line gathers the answers of all its rows.
    """
    rows: tuple[tuple[If, ...], ...] = ()
    match question.asked:
        case If():
            rows = ((question.asked,),)
        case Either():
            rows = question.asked.rows
    leading: dict[str, dict[str, None]] = {}
    for one in (one for row in rows for one in row):
        leading.setdefault(one.question, {}).update(dict.fromkeys(sorted(one.one_of)))
    return tuple(_condition(dialog, q, tuple(options), texts) for q, options in leading.items())


def _condition(dialog: Dialog, question: str, options: tuple[str, ...], texts: Texts) -> str:
    hangs_on = dialog.question(question)
    assert hangs_on is not None
    named = [texts.value(told(dialog, hangs_on, option)).rstrip("། ") for option in options[:MOST_NAMED]]
    more = f" … ({len(options)})" if len(options) > MOST_NAMED else ""
    return f"{question} = {' / '.join(named)}{more}"


def drawing(dialog: Dialog, texts: Mapping[str, Texts]) -> str:
    """The drawing as SVG."""
    sides = lanes(dialog)
    boxes = [*dialog.questions]
    end = len(boxes)
    width = LEFT + WIDTH + LANE * (2 + max((one.column for one in sides), default=-1)) + 8
    height = TOP + STEP * end + 44
    parts = [
        f'<svg class="graph" viewBox="0 0 {width} {height}" width="{width}" height="{height}" role="img"'
        f' aria-label="{escape(dialog.id)}">',
        *(_line(place, q) for place, q in enumerate(boxes)),
        *(_side(one) for one in sides),
        *(_box(place, dialog, q, texts) for place, q in enumerate(boxes)),
        _end(end, "summary → submit" if dialog.summary else "→ submit"),
        "</svg>",
    ]
    return "\n".join(parts)


def _line(place: int, question: Question) -> str:
    x, y = LEFT + 24, TOP + STEP * place + HEIGHT
    past = " past" if question.stops else ""  # nobody comes from here, only past it
    return f'<path class="line{past}" d="M{x} {y}v{STEP - HEIGHT}"/>'


def _side(lane: Lane) -> str:
    edge, column = LEFT + WIDTH, LEFT + WIDTH + LANE * (lane.column + 1)
    start, last = (TOP + STEP * place + HEIGHT / 2 for place in (lane.start, lane.ends[-1]))
    ends = [TOP + STEP * place + HEIGHT / 2 - 12 for place in lane.ends]
    arrows = "".join(f"M{column} {y}H{edge + 2}m5 -4l-5 4l5 4" for y in ends)
    return f'<path class="side" d="M{edge} {start}H{column}V{last - 12}{arrows}"/>'


def _box(place: int, dialog: Dialog, question: Question, texts: Mapping[str, Texts]) -> str:
    y = TOP + STEP * place
    sort = "stops" if question.stops else "sometimes" if question.asked else "always"
    dash = " optional" if question.optional else ""
    said = Say(question.text or f"{dialog.id}-{question.id}")
    lines = "".join(
        f'<text class="{language}" lang="{language}" x="{LEFT + 10}" y="{y + down}">{escape(line)}</text>'
        for language, down, line in _words(said, texts)
    )
    return (
        f'<a href="#{dialog.id}-{question.id}"><rect class="{sort}{dash}" x="{LEFT}" y="{y}" width="{WIDTH}"'
        f' height="{HEIGHT}" rx="10"/>{lines}'
        f'<text class="id" x="{LEFT + 10}" y="{y + 68}">{escape(question.id)}</text></a>'
    )


def _words(said: Say, texts: Mapping[str, Texts]) -> Iterator[tuple[str, int, str]]:
    for language, down in (("zh", 20), ("bo", 46)):
        yield language, down, short(texts[language].say(said), MOST_CHARS[language], language)


def short(text: str, most: int, language: str) -> str:
    """The beginning of a text; Tibetan is cut after a whole syllable."""
    line = text.splitlines()[0]
    if len(line) <= most:
        return line
    cut = line[:most]
    return (cut[: cut.rfind("་") + 1] if language == "bo" and "་" in cut else cut) + "…"


def _end(place: int, words: str) -> str:
    y = TOP + STEP * place
    return (
        f'<rect class="end" x="{LEFT}" y="{y}" width="{WIDTH}" height="32" rx="16"/>'
        f'<text class="id" x="{LEFT + 14}" y="{y + 21}">{escape(words)}</text>'
    )
