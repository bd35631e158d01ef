"""The preview sheet: one HTML file, with everything inside it, that asks for nothing from anywhere.

What residents see is drawn by the web chat's own template and style, at the width of a small phone.
"""

from __future__ import annotations

import base64
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from bot.preview.graph import conditions, drawing
from bot.preview.probing import refusals
from bot.preview.samples import OFFICE, TODAY, samples
from bot.preview.scenes import Scene, cards, front_scenes, outcome_scenes, question_view, summary_view
from bot.web.residents.talk import Bubble, Rows, label_rows_of, paragraphs
from bot.words.bubbles import messages_of
from bot.words.errors import WordsError
from bot.words.messages import LANGUAGES, Message, read_folder
from bot.words.review import Row, read_ledger
from bot.words.texts import Texts, load_texts
from bot.words.values import OFFICE_VALUES
from cases.matters import GROUPS, MATTERS, matters_in
from cases.office import Office
from cases.paths import PATHS
from dialogs.engine.session import Dialog
from dialogs.engine.view import View
from dialogs.rooms import every_dialog

BOT = Path(__file__).parents[1]
RESIDENTS = BOT / "web" / "residents"
FONT = BOT / "web" / "shared" / "static" / "fonts" / "noto-serif-tibetan.woff2"
LAST = ("staff.ftl", "web.ftl", "words.ftl")
"""Files of messages that stand at the end of the sheet: not said in the conversation."""


@dataclass(frozen=True)
class Pair:
    """One bubble in both languages, the buttons beneath it, and the messages it is made of."""

    name: str
    bubbles: Mapping[str, Bubble]
    rows: Mapping[str, Rows]
    ids: tuple[str, ...]
    notes: tuple[str, ...] = ()
    anchor: str = ""
    refused: tuple[str, ...] = ()


@dataclass(frozen=True)
class Part:
    """A part of the sheet: its drawing where it has one, and its bubbles. `closed`: opened on a press."""

    title: str
    anchor: str
    pairs: tuple[Pair, ...]
    graph: str = ""
    about: str = ""
    closed: bool = False
    lines: tuple[str, ...] = ()


@dataclass
class Sheet:
    """Draws the sheet of one office. Raises WordsInvalid."""

    root: Path
    office: Office
    texts: Mapping[str, Texts] = field(init=False)
    known: Mapping[str, Texts] = field(init=False)  # the same, of an office that has told all about itself
    messages: Mapping[str, Message] = field(init=False)
    ledger: Mapping[str, Row] = field(init=False)
    dialogs: Mapping[str, Dialog] = field(init=False)

    def __post_init__(self) -> None:
        locales = self.root / "locales"
        self.texts = load_texts(locales, self.office)
        self.known = load_texts(locales, replace(self.office, **OFFICE))
        self.messages = read_folder(locales / "zh")[0]
        self.ledger = read_ledger(locales)
        self.dialogs = every_dialog(self.office, lambda: TODAY)

    def html(self) -> str:
        """The whole file."""
        pages = Environment(
            loader=FileSystemLoader([Path(__file__).parent / "templates", RESIDENTS / "templates"]),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        style = _style((RESIDENTS / "static" / "chat.css").read_text(encoding="utf-8"))
        own = (Path(__file__).parent / "templates" / "sheet.css").read_text(encoding="utf-8")
        states = {row.status for row in self.ledger.values()}
        counts = {s: sum(r.status == s for r in self.ledger.values()) for s in sorted(states)}
        return pages.get_template("sheet.html").render(
            office=self.office.name("zh"),
            style=Markup(style + own),  # noqa: S704 - the house's own files
            parts=tuple(self.parts()),
            ledger=self.ledger,
            counts=counts,
            say=self.texts["zh"].text,
        )

    def parts(self) -> Iterator[Part]:
        """The front, each dialog, each matter's paths, and every message by its file."""
        scenes = (*front_scenes(self.dialogs), *outcome_scenes())
        yield Part("menu, greetings, receipts, outcomes", "front", tuple(self._scene(s) for s in scenes))
        for dialog in self.dialogs.values():
            yield self._dialog(dialog)
        for group in GROUPS:
            for matter in matters_in(group):
                yield self._matter(matter.id)
        files: dict[str, list[Message]] = {}
        for message in self.messages.values():
            files.setdefault(Path(message.file).name, []).append(message)
        for file in sorted(files, key=lambda name: (name.endswith(LAST), name)):
            yield Part(file, f"file-{file}", tuple(p for m in files[file] for p in self.message(m)))

    def message(self, message: Message) -> Iterator[Pair]:
        """One message with its sample values, once for each form it takes."""
        offices = (self.texts, self.known) if message.choices.keys() & set(OFFICE_VALUES) else (self.texts,)
        forms = [(texts, values) for texts in offices for values in samples(message)]
        for place, (texts, values) in enumerate(forms):
            said = {c: texts[c].text(message.id, **values) for c in LANGUAGES}
            bubbles = {c: _bubble(f"{message.id}-{place}-{c}", said[c], c) for c in LANGUAGES}
            anchor = "" if place else f"m-{message.id}"
            yield Pair(message.id, bubbles, dict.fromkeys(LANGUAGES, ()), (message.id,), anchor=anchor)

    def _scene(self, scene: Scene) -> Pair:
        try:
            return self._pair(scene.name, scene.view)
        except WordsError as unsaid:
            return self._pair(scene.name, View(()), (f"no sample in bot/preview/samples.py: {unsaid}",))

    def _dialog(self, dialog: Dialog) -> Part:
        pairs = []
        for q in dialog.questions:
            notes = [f"takes: {', '.join(q.kind.accepts)}"]
            notes += [f"only if: {told}" for told in conditions(dialog, q, self.texts["zh"])]
            notes += [word for word, so in (("optional", q.optional), ("ends here", q.stops)) if so]
            refused = tuple(said.id for said in refusals(q))
            anchor = f"{dialog.id}-{q.id}"
            pairs.append(self._pair(q.id, question_view(dialog, q), tuple(notes), anchor, refused))
        if dialog.summary:
            pairs.append(self._pair("summary", summary_view(dialog), anchor=f"{dialog.id}-summary"))
        graph = Markup(drawing(dialog, self.texts))  # noqa: S704 - escaped as it is drawn
        return Part(f"dialog: {dialog.id}", f"dialog-{dialog.id}", tuple(pairs), graph)

    def _matter(self, matter: str) -> Part:
        way, zh = PATHS[matter], self.texts["zh"]
        lines = []
        for q in way.questions:
            options = " / ".join(zh.text(f"path-option-{q.option_word(o)}") for o in q.options)
            hangs_on = "".join(
                f"（{zh.text(f'path-ask-{w.question}')} "
                f"{' / '.join(zh.text(f'path-option-{_word(matter, w.question, o)}') for o in w.one_of)}）"
                for w in q.asked
            )
            lines.append(f"{zh.text(f'path-ask-{q.id}')}{hangs_on} {options}")
        pairs = []
        for path, (first, more) in zip(way.paths, cards(self.dialogs["guidance"], way), strict=True):
            fits = [
                f"only if: {zh.text(f'path-ask-{w.question}')} "
                + " / ".join(zh.text(f"path-option-{_word(matter, w.question, o)}") for o in w.one_of)
                for w in path.fits
            ]
            pairs += [self._pair(path.id, first, tuple(fits)), self._pair(f"{path.id}, more", more)]
        title = f"{zh.text(f'matter-{matter}')} / {self.texts['bo'].text(f'matter-{matter}')}"
        kind = MATTERS[matter].kind
        return Part(
            f"matter: {matter} ({kind})",
            f"matter-{matter}",
            tuple(pairs),
            about=title,
            closed=True,
            lines=tuple(lines),
        )

    def _pair(
        self,
        name: str,
        view: View,
        notes: tuple[str, ...] = (),
        anchor: str = "",
        refused: tuple[str, ...] = (),
    ) -> Pair:
        drawn = {c: self.texts[c].view(view) for c in LANGUAGES}
        bubbles = {c: _bubble(f"{anchor or name}-{c}", drawn[c].text, c) for c in LANGUAGES}
        rows = {c: label_rows_of(drawn[c].rows) for c in LANGUAGES}
        return Pair(name, bubbles, rows, tuple(dict.fromkeys(messages_of(view))), notes, anchor, refused)


def _word(matter: str, question: str, option: str) -> str:
    return next(q for q in PATHS[matter].questions if q.id == question).option_word(option)


def _bubble(name: str, text: str, language: str) -> Bubble:
    return Bubble(name, False, False, paragraphs(text, language))


def _style(chat: str) -> str:
    """The chat's style with its font inside."""
    font = base64.b64encode(FONT.read_bytes()).decode()
    return re.sub(r"url\(\"fonts/[^\"]+\"\)", f'url("data:font/woff2;base64,{font}")', chat)
