"""Promises of `backup`: what was stored comes back from the copy with the key, and nothing without it."""

from __future__ import annotations

import base64
from pathlib import Path

from bot.wiring import House
from storage.kept_files import open_now, where_kept
from storage.tables import files
from tests.bot.houses import open_house
from tests.bot.processes import command
from tests.bot.test_mydata import Resident, photo, stored

__all__ = ["photo"]  # the fixture
SECRET = base64.b64encode(bytes(range(32))).decode()
OTHER = base64.b64encode(bytes(32)).decode()


async def test_a_case_and_its_photo_come_back_from_the_copy_with_the_key_alone(
    sqlite_house: House, photo: Path, tmp_path: Path
) -> None:
    """The house is open and running while it is copied."""
    number, _ = await Resident(sqlite_house, "resident").files(photo)
    copy = tmp_path / "copy"
    done = command("backup", str(copy), LAMTON_DATA_DIR=str(sqlite_house.settings.data_dir))
    assert done.returncode == 0, done.stderr
    assert b"1 files" in done.stdout
    assert copy.stat().st_mode & 0o077 == 0
    assert (copy / "lamton.db").stat().st_mode & 0o077 == 0
    well = command("doctor", LAMTON_DATA_DIR=str(copy), LAMTON_MASTER_KEY=SECRET)
    assert (well.returncode, b"1 cases, every chain holds" in well.stdout) == (0, True), well.stdout.decode()
    for key in ({}, {"LAMTON_MASTER_KEY": OTHER}):
        assert command("doctor", LAMTON_DATA_DIR=str(copy), **key).returncode == 1
        assert command("cases", "export", LAMTON_DATA_DIR=str(copy), **key).returncode == 2
    async with open_house(copy) as again:
        assert (await stored(again, number)).case.number == number
        file = await again.store.read(lambda c: c.execute(files.select()).one().id)
        kept = await again.store.read(lambda c: where_kept(c, again.keyring, file))
        assert kept
        assert open_now(again.files, kept).startswith(b"\xff\xd8")


def test_what_cannot_be_copied_is_refused_in_a_sentence(data_dir: Path, tmp_path: Path) -> None:
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "something").touch()
    postgres = {"LAMTON_DATABASE_URL": "postgresql://u@127.0.0.1:1/x"}
    for into, settings, told in (
        (tmp_path / "full", {"LAMTON_DATA_DIR": str(data_dir)}, b"is not empty"),
        (tmp_path / "full" / "something", {"LAMTON_DATA_DIR": str(data_dir)}, b"is not empty"),
        (tmp_path / "a", {"LAMTON_DATA_DIR": str(tmp_path / "none")}, b"no database to copy"),
        (tmp_path / "b", postgres, b"pg_dump"),
    ):
        done = command("backup", str(into), **settings)
        assert (done.returncode, told in done.stderr) == (2, True), done.stderr
    assert not (tmp_path / "a").exists()


def test_a_database_that_is_damaged_is_refused_in_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data" / "lamton.db").write_bytes(b"no database, " * 1000)
    done = command("backup", str(tmp_path / "copy"), LAMTON_DATA_DIR=str(tmp_path / "data"))
    assert (done.returncode, done.stdout) == (2, b"")
    assert done.stderr.startswith(b"The database cannot be copied: "), done.stderr
    assert done.stderr.count(b"\n") == 1
