"""Builds every object once, from the settings; nothing else makes these."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from bot.booking import Booking
from bot.carrying import Carrying
from bot.casework import Casework
from bot.conversation import Conversations
from bot.filing import Filing
from bot.settings import Settings
from bot.today import OfficeTime
from bot.uploads import Uploads
from bot.visits import Visits
from bot.words.texts import Texts, load_texts
from cases.office import Office, load_office
from cases.paths import check_units
from dialogs.reception import Reception
from dialogs.rooms import every_dialog
from storage.files import FileStore
from storage.sealing import Keyring, MasterKey
from storage.store import Bell, Store, open_store

ROOT = Path(__file__).parent.parent
CHANNELS = ("telegram", "web", "terminal")


@dataclass(frozen=True)
class House:
    """Everything a process of Lamton needs, made once."""

    settings: Settings
    office: Office
    texts: Mapping[str, Texts]
    time: OfficeTime
    keyring: Keyring
    store: Store
    files: FileStore
    casework: Casework
    conversations: Conversations
    uploads: Uploads
    bell: Bell
    visits: Visits

    async def close(self) -> None:
        """Let the database go."""
        await self.store.close()


async def build(
    settings: Settings, key: MasterKey, time: OfficeTime | None = None, office: Office | None = None
) -> House:
    """The house by its settings. Raises the typed errors of its parts: an invalid table refuses to start.

    `office` is that of a demonstration; else it is read from its folder.
    """
    office = office or load_office(
        settings.office if settings.office.is_absolute() else ROOT / settings.office
    )
    check_units(office)
    texts = load_texts(ROOT / "locales", office)
    time = time or OfficeTime(office.time_zone)
    keyring = Keyring(key)
    store = await open_store(settings.database)
    files = await asyncio.to_thread(FileStore, settings.data_dir / "files")
    bell = Bell()
    casework = Casework(keyring, texts, office, time)
    visits = Visits(keyring, texts, office, time)
    carrying = Carrying(Filing(keyring, casework, time).carries, Booking(keyring, visits).carries)
    conversations = Conversations(
        store, keyring, texts, receptions(office, time, settings.public_url), carrying, time, bell
    )
    uploads = Uploads(conversations, files)
    return House(
        settings, office, texts, time, keyring, store, files, casework, conversations, uploads, bell, visits
    )


def receptions(office: Office, time: OfficeTime, link: str = "") -> Mapping[str, Reception]:
    """What each channel's residents are asked; guidance alone where the office says so."""
    dialogs = every_dialog(office, time.today)
    return {c: Reception(dialogs, full=office.may_file(c), link=link) for c in CHANNELS}
