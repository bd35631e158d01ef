"""Promises of corrected words: said without a restart, undone by no release, given back as a patch.

What of it rests on the database is promised over both in tests/web/desk/test_translations.py.
"""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Mapping
from pathlib import Path

import pytest
from typer.testing import CliRunner

from bot.__main__ import app
from bot.clips import load_clips
from bot.translating import Translating
from bot.wiring import ROOT, House, office_folder
from bot.wordbook import Wordbook
from bot.words import ledger
from bot.words.current import CurrentTexts
from bot.words.lint import lint
from bot.words.messages import LANGUAGES, read_folder
from bot.words.pattern import pattern_text
from bot.words.review import LEDGER, read_ledger
from bot.words.texts import load_texts
from cases.lifecycle import Role
from storage import corrections, staff
from storage.staff import Member
from tests.bot.recorded import office_with_voice

ZH, BO = "真的不填了吗？", "འབྲི་མཚམས་འཇོག་པ་ཡིན་ནམ།"
LONG_ZH, LONG_BO = "不填了吗？\n\n可以先留着。", "འབྲི་མཚམས་འཇོག་གམ།\nརྗེས་སུ་འབྲི་ཆོག"


@pytest.fixture
def locales(tmp_path: Path) -> Path:
    """A repository of its own: the words, and the code that says them."""
    root = tmp_path / "repository"
    shutil.copytree(ROOT / "locales", root / "locales")
    for name in ("bot", "dialogs", "cases"):
        (root / name).symlink_to(ROOT / name)
    return root / "locales"


def git(root: Path, *order: str) -> str:
    """Run git as somebody."""
    who = ("-c", "user.name=a", "-c", "user.email=a@example.org", "-c", "core.hooksPath=")
    done = subprocess.run(["git", *who, *order], cwd=root, check=True, capture_output=True, text=True)
    return done.stdout


async def joins(house: House, login: str, role: Role) -> Member:
    """A member of staff."""
    return await house.store.write(
        lambda c: staff.add(
            c,
            login=login,
            name=login,
            role=role,
            unit="xinfang",
            language="zh",
            password_hash="none",
            now=house.time.now(),
        )
    )


class Desk:
    """Two who correct messages of a release: one writes, the other decides."""

    def __init__(self, house: House, one: Member, other: Member, locales: Path) -> None:
        self._house, self._one, self._other = house, one, other
        self.released(locales)

    def released(self, locales: Path) -> None:
        """Begin anew with the words of this folder, as after a release."""
        house = self._house
        self.texts = CurrentTexts(load_texts(locales, house.office))
        clips = load_clips(office_folder(house.settings) / "voice", self.texts)
        self.book = Wordbook(house.store, self.texts, clips, house.time, locales.parent)
        self.acts = Translating(house.store, self.book, house.time)

    async def last(self, message: str) -> int:
        """The last act with a message."""
        return await self._house.store.read(lambda c: corrections.newest(c, message))

    async def corrects(self, texts: Mapping[str, tuple[str, str]]) -> None:
        """Write messages anew, and put them in force."""
        for message, (zh, bo) in texts.items():
            await self.acts.propose(self._one, message, await self.last(message), zh, bo)
            await self.acts.approve(self._other, message, await self.last(message))

    async def signs(self, message: str, status: str = "native_ok", note: str = "") -> None:
        """The other signs."""
        member = self._one if status == "native_ok" else self._other
        await self.acts.sign(member, message, await self.last(message), status, note)

    async def keeps(self, message: str) -> None:
        """Somebody looked, and the correction stands."""
        await self.acts.keep(self._other, message, await self.last(message))


@pytest.fixture
async def desk(sqlite_house: House, locales: Path) -> Desk:
    """A translator and a head over a release."""
    house = sqlite_house
    one, other = await joins(house, "tsering", Role.TRANSLATOR), await joins(house, "head", Role.HEAD)
    return Desk(house, one, other, locales)


def edit(locales: Path, message: str, texts: tuple[str, str]) -> None:
    """A release says a message of one line otherwise."""
    for language, text in zip(LANGUAGES, texts, strict=True):
        found = read_folder(locales / language)[0][message]
        path = locales / found.file
        before = path.read_text(encoding="utf-8")
        path.write_text(before.replace(f"{message} = {pattern_text(found)}", f"{message} = {text}"), "utf-8")


async def test_a_patch_applies_passes_the_build_and_then_nothing_differs(
    desk: Desk, sqlite_house: House, locales: Path
) -> None:
    for order in (("init", "-q"), ("add", "locales"), ("commit", "-qm", "a")):
        git(locales.parent, *order)
    assert desk.book.patch() == ""
    await desk.corrects(
        {"cancel-sure": (ZH, BO), "welcome": (LONG_ZH, LONG_BO), "menu-help": ("求助", "རོགས་རམ།")}
    )
    await desk.signs("menu", "native_ok")
    await desk.signs("draft-deleted", "needs_change", "敬语")
    file = locales.parent / "words.patch"
    file.write_text(desk.book.patch(), encoding="utf-8")
    git(locales.parent, "apply", "--check", str(file))
    git(locales.parent, "apply", "--whitespace=error-all", str(file))
    changed = git(locales.parent, "diff", "--stat").splitlines()
    assert len(changed) == 4, "two files of words, the ledger, and the sum"
    zh = read_folder(locales / "zh")[0]
    assert pattern_text(zh["welcome"]) == LONG_ZH
    assert zh["welcome-back"].source == desk.texts["zh"].messages["welcome-back"].source
    rows = read_ledger(locales)
    assert (rows["menu"].status, rows["menu"].reviewer, rows["menu"].date) == (
        "native_ok",
        "tsering",
        "2026-11-23",
    )
    assert "敬语" in rows["draft-deleted"].note
    assert ledger.written(ledger.renewed(locales)) == (locales / LEDGER).read_text(encoding="utf-8")
    assert [why for level, why in lint(locales.parent, sqlite_house.office) if level == "E"] == []

    desk.released(locales)  # the patch is released
    await desk.book.look()
    assert await desk.book.retire_released() == 3
    assert await desk.book.retire_released() == 0
    await desk.book.look()
    assert desk.book.patch() == ""
    assert desk.texts["zh"].text("cancel-sure") == ZH
    assert "menu" not in desk.texts["bo"].drafts
    assert desk.book.standing("cancel-sure").live is None


async def test_a_patch_has_the_lines_of_git_whatever_else_a_file_calls_a_line(
    desk: Desk, locales: Path
) -> None:
    path = locales / "zh" / "common.ftl"
    text = path.read_text(encoding="utf-8")
    path.write_text(text.replace("\ncancel-sure =", "\n# a\u2028b\x0cc\u0085d\ncancel-sure ="), "utf-8")
    desk.released(locales)
    for order in (("init", "-q"), ("add", "locales"), ("commit", "-qm", "a")):
        git(locales.parent, *order)
    await desk.corrects({"cancel-sure": (ZH, BO)})
    file = locales.parent / "words.patch"
    file.write_text(desk.book.patch(), encoding="utf-8")
    git(locales.parent, "apply", str(file))
    assert pattern_text(read_folder(locales / "zh")[0]["cancel-sure"]) == ZH


async def test_a_release_that_changes_the_text_leaves_the_correction_and_says_so(
    desk: Desk, locales: Path
) -> None:
    await desk.corrects({"cancel-sure": (ZH, BO)})
    assert not desk.book.standing("cancel-sure").look
    edit(locales, "cancel-sure", ("新版本的话。", "པར་གཞི་གསར་པ།"))
    desk.released(locales)
    await desk.book.look()
    here = desk.book.standing("cancel-sure")
    assert here.look
    assert desk.texts["bo"].text("cancel-sure") == BO
    assert await desk.book.retire_released() == 0
    await desk.keeps("cancel-sure")
    assert not desk.book.standing("cancel-sure").look
    assert desk.texts["zh"].text("cancel-sure") == ZH


async def test_a_correction_that_no_longer_fits_breaks_no_process(desk: Desk, locales: Path) -> None:
    await desk.corrects({"cancel-sure": (ZH, BO)})
    edit(locales, "cancel-sure", ("新版本 { $number }", "པར་གཞི་ { $number }"))
    desk.released(locales)
    await desk.book.look()
    assert desk.book.standing("cancel-sure").unfit
    assert desk.texts["zh"].text("cancel-sure", number="8") == "新版本 8"
    assert desk.book.patch() == ""


async def test_a_message_the_release_drops_takes_its_correction_along(desk: Desk, locales: Path) -> None:
    await desk.corrects({"cancel-sure": (ZH, BO)})
    for language in LANGUAGES:
        path = locales / language / "common.ftl"
        lines = path.read_text(encoding="utf-8").splitlines(keepends=True)
        path.write_text("".join(x for x in lines if not x.startswith("cancel-sure")), encoding="utf-8")
    desk.released(locales)
    await desk.book.look()
    assert await desk.book.retire_released() == 1
    assert "cancel-sure" not in desk.texts["zh"].ids


async def test_neither_language_is_ever_without_a_message(desk: Desk) -> None:
    await desk.corrects({"cancel-sure": (ZH, BO), "menu-help": ("求助", "རོགས་རམ།")})
    zh, bo = (desk.texts[one] for one in LANGUAGES)
    assert zh.ids == bo.ids == desk.texts.released["zh"].ids
    for message in zh.ids:
        assert zh.variables(message) == bo.variables(message)


async def test_a_clip_older_than_the_text_is_not_heard(
    sqlite_house: House, tmp_path: Path, locales: Path
) -> None:
    office = office_with_voice(tmp_path, "cancel-sure", "menu")
    texts = CurrentTexts(load_texts(locales, sqlite_house.office))
    clips = load_clips(office / "voice", texts)
    assert set(clips.current["bo"]) == {"cancel-sure", "menu"}
    book = Wordbook(sqlite_house.store, texts, clips, sqlite_house.time, locales.parent)
    acts = Translating(sqlite_house.store, book, sqlite_house.time)
    one = await joins(sqlite_house, "a", Role.TRANSLATOR)
    other = await joins(sqlite_house, "b", Role.HEAD)
    await acts.propose(one, "cancel-sure", 0, ZH, BO)
    seen = await sqlite_house.store.read(lambda c: corrections.newest(c, "cancel-sure"))
    await acts.approve(other, "cancel-sure", seen)
    assert set(clips.current["bo"]) == {"menu"}
    await acts.go_back(other, "cancel-sure", seen + 1, "released")
    assert set(clips.current["bo"]) == {"cancel-sure", "menu"}


async def test_who_asks_in_between_gets_the_old_words_or_the_new(desk: Desk) -> None:
    held = desk.texts["zh"]
    before = held.text("cancel-sure")
    told: list[str] = []

    async def tell() -> None:
        told.append(desk.texts["zh"].text("cancel-sure"))

    desk.book.changed.append(tell)
    await desk.book.one_round()
    assert told == []
    await desk.corrects({"cancel-sure": (ZH, BO)})
    await desk.book.one_round()
    await desk.book.one_round()
    assert told == [ZH], "such as the bot's commands, registered anew"
    assert held.text("cancel-sure") == before
    assert desk.texts["zh"].text("cancel-sure") == ZH


def test_the_command_writes_the_patch_or_says_that_nothing_differs(
    data_dir: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("LAMTON_DATA_DIR", str(data_dir))
    done = CliRunner().invoke(app, ["words", "patch", str(tmp_path / "words.patch")])
    assert done.exit_code == 0, done.output
    assert "Nothing differs" in done.output
    assert not (tmp_path / "words.patch").exists()
