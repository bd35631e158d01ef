"""The one entrance for all a resident sends, whatever the channel: it owns the transaction around a turn.

    event → lock the conversation → the dialogs' pure turn → in the same transaction: the update's id,
    the answers, the case if one is filed, its event and clocks, the replies in the outbox → commit

A channel acknowledges after `hear` returns. An update seen before changes nothing.
"""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import timedelta

from sqlalchemy import Connection

from bot.carrying import Asking, Carrying
from bot.letters import apart, letter_bodies
from bot.meaning import cleaned, told, understood
from bot.papers.drawing import Papers
from bot.papers.wording import Sheet
from bot.telling import Telling
from bot.today import OfficeTime
from bot.words.texts import Bubble
from dialogs.danger import alarmed, is_alarmed
from dialogs.engine.collecting import files_of
from dialogs.engine.events import Attachment, Event
from dialogs.engine.view import Asks, View
from dialogs.held import Erased
from dialogs.moment import Moment
from dialogs.outcomes import Filed, Forget, Unsay
from dialogs.reception import Reception
from dialogs.state import State
from storage import conversations as rows
from storage import file_rows, outbox
from storage.conversations import Kept
from storage.sealing import DataKey, Keyring
from storage.store import Bell, Store

ALBUM_WAIT = timedelta(milliseconds=900)
"""A reply to one photo of an album waits this long for the next, which then replaces it."""


@dataclass(frozen=True)
class Incoming:
    """A file that came with an event: made safe and kept at `address`, or to be fetched from `remote`."""

    attachment: Attachment
    key_id: str
    media_type: str | None = None
    address: str | None = None
    remote: str | None = None


@dataclass(frozen=True)
class Reply:
    """What the resident is to see.

    `receipt` is number and code on the turn that filed; `again`: the update was seen before.
    """

    bubble: Bubble
    asks: Asks | None
    draft: str
    language: str | None
    step: tuple[int, int] | None = None
    receipt: tuple[str, str] | None = None
    again: bool = False
    refused: bool = False


@dataclass(frozen=True)
class _Turn:
    channel: str
    address: str
    update_key: str
    event: Event
    files: tuple[Incoming, ...]
    album: str | None


class Conversations:
    """Every resident's conversation. Raises StorageError where a turn could not be stored, none of it."""

    def __init__(
        self,
        store: Store,
        keyring: Keyring,
        telling: Telling,
        receptions: Mapping[str, Reception],
        carrying: Carrying,
        time: OfficeTime,
        bell: Bell,
        papers: Papers,
    ) -> None:
        self._store, self._keyring, self._telling, self._papers = store, keyring, telling, papers
        self._receptions, self._carrying, self._time, self._bell = receptions, carrying, time, bell

    async def hear(
        self,
        channel: str,
        address: str,
        update_key: str,
        event: Event,
        *,
        files: tuple[Incoming, ...] = (),
        album: str | None = None,
    ) -> Reply:
        """Play one event durably. `update_key` names it for ever on its channel."""
        turn = _Turn(channel, address, update_key, cleaned(event), files, album)
        reply = await self._store.write(lambda connection: self._play(connection, turn))
        self._bell.ring()
        return reply

    def carries(self, effect: type) -> bool:
        """Whether effects of this type are carried out."""
        return effect is not Forget and self._carrying.carries(effect)

    async def place(self, channel: str, address: str) -> Reply | None:
        """Where a resident stands, without an event; None for one who never wrote."""

        def look(connection: Connection) -> Reply | None:
            kept = rows.find(connection, self._keyring, channel, address)
            if kept is None:
                return None
            reception = self._receptions[channel]
            state = State.from_json(kept.state, reception.dialogs)
            return self._reply(reception.place(state), state)

        return await self._store.read(look)

    async def file_key(self, channel: str, address: str) -> tuple[str, DataKey]:
        """The key files of this conversation are sealed under, and its id; made when it is new."""
        now = self._time.now()

        def take(connection: Connection) -> tuple[str, DataKey]:
            kept = rows.lock(connection, self._keyring, channel, address, now)
            return kept.key_id, kept.key

        return await self._store.write(take)

    def _play(self, connection: Connection, turn: _Turn) -> Reply:
        moment = Moment(self._time.now(), secrets.token_hex(5))
        kept = rows.lock(connection, self._keyring, turn.channel, turn.address, moment.now)
        if kept.blocked:
            outbox.unblock(connection, kept.id, moment.now)
        reception = self._receptions[turn.channel]
        state = State.from_json(kept.state, reception.dialogs)
        event = understood(turn.event, lambda: reception.place(state), self._telling.texts, state.language)
        heard = reception.hear(state, event, moment)
        body = {} if heard.secret else told(event)
        if not rows.hear(connection, kept, turn.update_key, body, moment.now):
            return replace(self._reply(reception.place(state), state), again=True)
        receipt = None
        for effect in heard.effects:
            if isinstance(effect, Forget):
                kept = self._forget(connection, kept, heard.state)
                continue
            if isinstance(effect, Unsay):
                rows.blank_inbox(connection, kept)
                continue
            asking = Asking(connection, kept, heard.state.language or "zh", moment.now)
            outcome = self._carrying.carry_out(asking, effect)
            if isinstance(outcome, Filed) and not outcome.again and outcome.code:
                kept = self._fresh_key(connection, kept)
                receipt = (outcome.number, outcome.code)
            if isinstance(outcome, Erased):
                kept = rows.lock_by_id(connection, self._keyring, kept.id) or kept
            after = reception.told(heard.state, outcome, moment)
            view, first = alarmed(heard.view, after.view), after.first or heard.first
            heard = replace(after, view=view, first=first, effects=heard.effects)
        brought = {f: under for effect in heard.effects for f, under in effect.brings.items()}
        self._keep_files(connection, kept, turn, heard.state, brought, moment)
        rows.save(connection, kept, heard.state.to_json(), moment.now)
        reply = replace(self._reply(heard.view, heard.state), receipt=receipt)
        if heard.in_chinese is not None:
            told_so = self._telling.in_chinese(connection, kept, heard.in_chinese, heard.view)
            reply = replace(reply, bubble=told_so)
        letters = self._letters(kept, turn, reply, heard.view)
        if first := heard.first:
            language = heard.state.language or "zh"
            before = self._telling.tell(first, language, listening=heard.state.listening)
            bodies = apart(kept.channel, before, self._sheet(first, language), first.recording)
            letters = [*(outbox.Letter(kept.channel, kept.id, body) for body in bodies), *letters]
        outbox.put(connection, letters, kept.key_id, kept.key, moment.now)
        return reply

    def _sheet(self, view: View, language: str) -> Sheet | None:
        return self._papers.sheet(view.paper, language) if view.paper else None

    def _letters(self, kept: Kept, turn: _Turn, reply: Reply, view: View) -> list[outbox.Letter]:
        if not reply.bubble.text:
            return []  # a person is being talked to: the house has nothing to say
        album = hashlib.sha256(turn.album.encode()).hexdigest()[:32] if turn.album else None
        delay = ALBUM_WAIT if album else timedelta()
        # The reply to an album is replaced by the next picture's: it is one message, without clips.
        bubble = replace(reply.bubble, voice=()) if album else reply.bubble
        paper, recording = self._sheet(view, reply.language or "zh"), view.recording
        bodies = letter_bodies(kept.channel, bubble, reply.draft, paper=paper, recording=recording)
        return [outbox.Letter(kept.channel, kept.id, body, album=album, delay=delay) for body in bodies]

    def _reply(self, view: View, state: State) -> Reply:
        bubble = self._telling.tell(view, state.language or "zh", listening=state.listening)
        refused = any(said.id.startswith("refused-") for said in view.says[: 1 + is_alarmed(view)])
        return Reply(bubble, view.asks, view.draft, state.language, view.step, refused=refused)

    def _keep_files(
        self,
        connection: Connection,
        kept: Kept,
        turn: _Turn,
        state: State,
        brought: dict[str, str],
        moment: Moment,
    ) -> None:
        """Name in the database the files some draft holds, or an effect brought; the rest is swept away."""
        held = {f: s.draft for s in state.drafts.values() for f in files_of(s.answers)} | brought
        for file in turn.files:
            if file.attachment.id in held:
                draft = held[file.attachment.id]
                file_rows.add(
                    connection,
                    self._keyring,
                    kept.id,
                    draft,
                    file.attachment,
                    moment.now,
                    key_id=file.key_id,
                    media_type=file.media_type,
                    address=file.address,
                    remote=file.remote,
                )
        for under in set(brought.values()):
            file_rows.take_over(connection, under, under)

    def _forget(self, connection: Connection, kept: Kept, state: State) -> Kept:
        if "complaint" in state.drafts:
            return kept
        fresh = self._fresh_key(connection, kept)
        rows.save(connection, fresh, state.to_json(), self._time.now())
        file_rows.erase(connection, kept.key_id)
        return fresh

    def _fresh_key(self, connection: Connection, kept: Kept) -> Kept:
        """A new key for what comes: the old one went with the case, or is forgotten with the draft."""
        key_id, key = rows.new_key(connection, self._keyring)
        return replace(kept, key_id=key_id, key=key)
