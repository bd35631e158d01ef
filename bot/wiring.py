"""Builds every object once, from the settings; nothing else makes these."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from bot.booking import Booking
from bot.carrying import Carrying
from bot.case_papers import CasePapers
from bot.casework import Casework
from bot.clips import Clips, load_clips
from bot.conversation import Conversations
from bot.filing import Filing
from bot.looking_back import LookingBack
from bot.mydata import MyData
from bot.papers.drawing import Papers
from bot.rating import Rating
from bot.retaliation import Retaliation
from bot.reviewing import Reviewing
from bot.settings import Settings
from bot.talking import Talking
from bot.telling import Telling
from bot.today import OfficeTime
from bot.translating import Translating
from bot.uploads import Uploads
from bot.visits import Visits
from bot.wordbook import Wordbook
from bot.words.current import CurrentTexts
from bot.words.texts import Texts, load_texts
from cases.office import Office, load_office
from cases.office_rules import CHANNELS
from cases.paths import check_units
from dialogs.danger import danger_in
from dialogs.reception import Reception
from dialogs.rooms import every_dialog
from storage.files import FileStore
from storage.sealing import Keyring, MasterKey
from storage.store import Bell, Store, open_store

ROOT = Path(__file__).parent.parent


@dataclass(frozen=True)
class House:
    """Everything a process of Lamton needs, made once."""

    settings: Settings
    office: Office
    texts: Mapping[str, Texts]
    clips: Clips
    time: OfficeTime
    keyring: Keyring
    store: Store
    files: FileStore
    casework: Casework
    conversations: Conversations
    uploads: Uploads
    bell: Bell
    papers: Papers
    visits: Visits
    talking: Talking
    translating: Translating

    async def close(self) -> None:
        """Let the database go."""
        await self.store.close()


async def build(
    settings: Settings, key: MasterKey, time: OfficeTime | None = None, office: Office | None = None
) -> House:
    """The house by its settings. Raises the typed errors of its parts: an invalid table refuses to start.

    `office` is that of a demonstration; else it is read from its folder.
    """
    office = office or load_office(office_folder(settings))
    check_units(office)
    texts = CurrentTexts(load_texts(ROOT / "locales", office))
    clips = load_clips(office_folder(settings) / "voice", texts)
    time = time or OfficeTime(office.time_zone)
    keyring = Keyring(key)
    store = await open_store(settings.database)
    book = Wordbook(store, texts, clips, time, ROOT)
    await book.look()
    files = await asyncio.to_thread(FileStore, settings.data_dir / "files")
    bell = Bell()
    visits = Visits(keyring, texts, office, time)
    papers = Papers(texts, keyring, office.case_prefix, settings.public_url)
    telling = Telling(texts, clips, keyring)
    casework = Casework(keyring, telling, office, time)
    filing = Filing(keyring, casework, time)
    asked = receptions(office, time, settings.public_url, clips.languages)
    talking = Talking(keyring, telling, asked, office, time)
    carrying = Carrying(
        filing.carries,
        LookingBack(casework, time, filing).carries,
        Reviewing(keyring, casework, time, filing).carries,
        Rating(keyring, casework, time).carries,
        CasePapers(keyring, office).carries,
        Booking(keyring, visits).carries,
        MyData(keyring, texts, filing, office, time).carries,
        Retaliation(keyring, casework, time, filing).carries,
        talking.carries,
    )
    conversations = Conversations(store, keyring, telling, asked, carrying, time, bell, papers)
    uploads = Uploads(conversations, files)
    return House(
        settings,
        office,
        texts,
        clips,
        time,
        keyring,
        store,
        files,
        casework,
        conversations,
        uploads,
        bell,
        papers,
        visits,
        talking,
        Translating(store, book, time),
    )


def office_folder(settings: Settings) -> Path:
    """The folder of the office's data."""
    return settings.office if settings.office.is_absolute() else ROOT / settings.office


def receptions(
    office: Office, time: OfficeTime, link: str = "", voices: frozenset[str] = frozenset()
) -> Mapping[str, Reception]:
    """What each channel's residents are asked; guidance alone where the office says so.

    `voices`: the languages in which clips are recorded.
    """
    danger_in("")  # its tables are read now: a wrong one refuses to start
    dialogs = every_dialog(office, time.today)
    return {c: Reception(dialogs, full=office.may_file(c), link=link, voices=voices) for c in CHANNELS}
