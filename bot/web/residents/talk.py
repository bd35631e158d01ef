"""A conversation as the page draws it: bubbles by language, live buttons, what may be sent now."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from sqlalchemy import Connection

from bot.clips import Clips
from bot.mydata.copying import LIFE
from bot.wiring import House
from bot.words import texts as words
from bot.words.texts import Texts
from dialogs.engine.view import Asks
from storage import conversations, history
from storage.history import History, Shown

CHANNEL = "web"
HTML_LANGUAGES = {"zh": "zh-CN", "bo": "bo"}
TYPED = frozenset({"text", "number", "money", "date", "phone", "place"})
SHOWN_AGAIN = timedelta(seconds=30)
"""A row may commit after a later one: rows so young are sent again, and the page leaves out those it has."""
_TIBETAN = re.compile("[\u0f00-\u0fff]")
_WHOLE = re.compile(
    "([\u3400-\u9fff]{1,4}[0-9]{8}-[0-9]{8}|[0-9]{4}年[0-9]{1,2}月[0-9]{1,2}日|[0-9]{4}ལོའི་ཟླ་[0-9]{1,2}ཚེས་[0-9]{1,2}ཉིན)"
)
_HAN = re.compile("[\u3400-\u9fff]")


@dataclass(frozen=True)
class Line:
    """A line of text and the language it is set in."""

    text: str
    lang: str

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """The line cut so that neither a case's number nor a day is broken in two."""
        cut = (Piece(t, bool(_WHOLE.fullmatch(t))) for t in _WHOLE.split(self.text))
        return tuple(p for p in cut if p.text)


@dataclass(frozen=True)
class Piece:
    """A piece of a line; `whole` ones are kept on one line where they can be."""

    text: str
    whole: bool


@dataclass(frozen=True)
class Label:
    """A button: what it sends, what stands on it."""

    id: str
    line: Line


Rows = tuple[tuple[Label, ...], ...]


@dataclass(frozen=True)
class Bubble:
    """One message on the page. `rows` are the live buttons of one that keeps its own, as a notice does.

    `paper`: a document goes with it; `recording`: it is heard too; `copy` the number of a copy to fetch.

    `mark` is the quiet line of a Tibetan draft; `chinese` the same in Chinese, `pairs` its buttons in both.
    `voice` are the names of the clips that may still be heard.
    """

    id: str
    own: bool
    notice: bool
    paragraphs: tuple[tuple[Line, ...], ...]
    files: tuple[dict[str, str], ...] = ()
    rows: Rows = ()
    paper: bool = False
    recording: bool = False
    copy: int = 0
    apart: bool = False
    mark: str = ""
    chinese: tuple[tuple[Line, ...], ...] = ()
    pairs: tuple[tuple[Line, Line], ...] = ()
    voice: tuple[str, ...] = ()


@dataclass(frozen=True)
class Talk:
    """All the page shows. `cursor` is where it stands: inbox row, outbox row, and the key both are under."""

    language: str | None
    bubbles: tuple[Bubble, ...] = ()
    rows: Rows = ()
    draft: str = ""
    asks: Asks | None = None
    step: tuple[int, int] | None = None
    cursor: str = ""
    conversation: str = ""
    hidden: bool = False
    unsent: tuple[int, ...] = ()
    young: frozenset[str] = frozenset()
    heard: Mapping[str, str | None] | None = None

    @property
    def accepts(self) -> frozenset[str]:
        """What may be sent now, in the words of `questions.ACCEPTS`."""
        return frozenset(self.asks.accepts) if self.asks else frozenset()

    @property
    def typed(self) -> bool:
        """The open question is answered in words."""
        return bool(self.accepts & TYPED)

    @property
    def takes_files(self) -> bool:
        """The open question takes pictures, papers or a voice."""
        return bool(self.accepts & {"photos", "voice"})

    @property
    def keyboard(self) -> str:
        """Which keys a phone offers for the answer."""
        return "tel" if self.accepts & TYPED == {"phone"} else "text"

    def after(self, cursor: str, young: bool = False) -> Talk | None:
        """What a page standing at `cursor` lacks, on wish all that is `young`; None: draw it anew."""
        came, went, page = read_cursor(cursor)
        if page != self.cursor.rpartition(".")[2]:
            return None
        places = {"i": came, "o": went}
        again = self.young if young else frozenset()
        return self.only(b for b in self.bubbles if int(b.id[1:]) > places[b.id[0]] or b.id in again)

    def only(self, bubbles: Iterable[Bubble]) -> Talk:
        """The same with these bubbles alone."""
        return replace(self, bubbles=tuple(bubbles))


def read_cursor(cursor: str) -> tuple[int, int, str]:
    """A cursor apart; of one that is none, the beginning."""
    found = re.fullmatch(r"(\d{1,18})\.(\d{1,18})\.([0-9a-f]{8})", cursor)
    return (int(found[1]), int(found[2]), found[3]) if found else (0, 0, "")


async def read_talk(house: House, token: str | None) -> Talk | None:
    """The conversation of a token; None where there is none. Raises StorageError."""
    if token is None:
        return None

    def look(connection: Connection) -> tuple[str, History] | None:
        kept = conversations.find(connection, house.keyring, CHANNEL, token)
        return (kept.id, history.page(connection, house.keyring, kept)) if kept else None

    here = await house.conversations.place(CHANNEL, token)
    found = await house.store.read(look)
    if here is None or found is None:
        return None
    conversation, past = found
    texts = house.texts[here.language or "zh"]
    latest = past.latest
    page = hashlib.sha256(past.key_id.encode()).hexdigest()[:8]
    newest_at = past.shown[-1].at if past.shown else None
    return Talk(
        here.language,
        tuple(bubbles_of(past.shown, texts, house.clips, house.time.now())),
        label_rows(latest.rows) if latest else label_rows_of(here.bubble.rows),
        latest.draft if latest else here.draft,
        here.asks,
        here.step,
        f"{past.marker[0]}.{past.marker[1]}.{page}",
        conversation,
        past.hidden,
        past.unsent,
        frozenset(s.id for s in past.shown if newest_at and s.at > newest_at - SHOWN_AGAIN),
        {s.update_key: s.text if s.told else None for s in past.shown if s.own},
    )


def bubbles_of(shown: tuple[Shown, ...], texts: Texts, clips: Clips, now: datetime) -> list[Bubble]:
    """The bubbles; a press shows the label that was pressed, and a press nobody can name shows nothing."""
    labels: dict[str, str] = {}
    bubbles = []
    for one in shown:
        text = one.text
        if one.own:
            text = text or labels.get(one.pressed, "") or _named(one.pressed, texts)
            if not text and not one.files:
                continue
        else:
            labels |= {id_: label for row in one.rows for id_, label in row}
        rows = label_rows(one.rows) if one.notice or one.apart else ()
        copy = int(one.id[1:]) if one.export and now - one.at <= LIFE else 0
        said = paragraphs(text, texts.language)
        files, paper = one.files, one.paper
        bubble = Bubble(one.id, one.own, one.notice, said, files, rows, paper, one.recording, copy, one.apart)
        bubbles.append(_with_draft(bubble, one, clips) if one.mark or one.voice else bubble)
    return bubbles


def _with_draft(bubble: Bubble, one: Shown, clips: Clips) -> Bubble:
    """With what goes beside a draft: its mark, its Chinese, its buttons in both languages; and its clips."""
    both = zip(
        (label for row in one.rows for _, label in row),
        (label for row in one.chinese_rows for _, label in row),
        strict=False,
    )
    return replace(
        bubble,
        mark=one.mark,
        chinese=paragraphs(one.chinese, "zh"),
        pairs=tuple((line_of(bo, "bo"), line_of(zh, "zh")) for bo, zh in both if bo != zh),
        voice=tuple(name for name in one.voice if clips.path(name)),
    )


def _named(pressed: str, texts: Texts) -> str:
    """The label of a button that stands in the page's head and in no message."""
    message = pressed.replace(":", "-")
    return texts.plain.get(message, "") if pressed.startswith(("language:", "menu:")) else ""


def paragraphs(text: str, language: str) -> tuple[tuple[Line, ...], ...]:
    """Text by paragraphs and lines, each line with the language it is set in."""
    parts = re.split(r"\n\s*\n", text.strip("\n"))
    return tuple(tuple(line_of(t, language) for t in part.split("\n")) for part in parts if part.strip())


def line_of(text: str, language: str) -> Line:
    """A line and its language, by its letters; digits and Latin follow the page's."""
    if _TIBETAN.search(text):
        return Line(text, "bo")
    return Line(text, "zh-CN" if _HAN.search(text) else HTML_LANGUAGES[language])


def label_rows(rows: history.Rows) -> Rows:
    """Stored buttons as they are drawn."""
    return tuple(tuple(Label(id_, line_of(label, "zh")) for id_, label in row) for row in rows)


def label_rows_of(rows: tuple[tuple[words.Label, ...], ...]) -> Rows:
    """The buttons of a view in words as they are drawn."""
    return tuple(tuple(Label(b.id, line_of(b.label, "zh")) for b in row) for row in rows)
