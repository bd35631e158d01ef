"""Promises about families: a message that nothing says is named, whoever it is for, and no page has ends that
the words do not know."""

from __future__ import annotations

import shutil
from collections.abc import Iterable
from pathlib import Path

import pytest

from bot import canned, casework, members
from bot.papers import posters
from bot.staff_telegram import queue, staff
from bot.web.desk import (
    account,
    activities,
    appointments,
    away,
    case_page,
    file_lines,
    kept_replies,
    phones,
    supervision,
    translating,
    translation,
    translation_shown,
    translations,
    webhooks,
)
from bot.words.lint import lint
from bot.words.uses import FAMILIES
from cases.office import Office
from tests.words.conftest import ROOT


def _with(tmp_path: Path, *dead: str) -> Path:
    """The house, with these messages more in both languages."""
    shutil.copytree(ROOT / "locales", tmp_path / "locales")
    for package in ("bot", "dialogs", "cases"):
        (tmp_path / package).symlink_to(ROOT / package)
    for language, text in (("zh", "没有人说"), ("bo", "སུས་ཀྱང་མི་བཤད།")):
        with (tmp_path / "locales" / language / "staff.ftl").open("a", encoding="utf-8") as file:
            file.writelines(f"{one} = {text}\n" for one in dead)
    return tmp_path


def test_a_message_nothing_says_is_named_though_it_begins_as_a_family_does(
    tmp_path: Path, office: Office
) -> None:
    dead = (
        *(
            "staff-nobody",
            "staff-move-nobody",
            "staff-done-nobody",
            "staff-alert-nobody",
            "staff-text-nobody",
        ),
        *(
            "staff-figure-nobody",
            "staff-bot-write-nobody",
            "staff-words-nobody",
            "staff-away-no-somebody",
            "staff-refused-nobody",
        ),
        *("poster-role-nobody", "reminded-nobody", "complaint-nobody", "mydata-readme-nobody"),
    )
    errors = {text for level, text in lint(_with(tmp_path, *dead), office) if level == "E"}
    assert errors == {f"zh/staff.ftl: nothing says {one!r}" for one in dead}


def test_a_preview_of_a_message_is_not_a_saying(tmp_path: Path, office: Office) -> None:
    shutil.copytree(ROOT / "locales", tmp_path / "locales")
    (tmp_path / "bot" / "preview").mkdir(parents=True)
    (tmp_path / "bot" / "preview" / "x.py").write_text('say("staff-sign-in")\n', encoding="utf-8")
    assert any("nothing says 'staff-sign-in'" in text for _, text in lint(tmp_path, office))


def test_a_family_declared_nowhere_is_an_error(tmp_path: Path, office: Office) -> None:
    shutil.copytree(ROOT / "locales", tmp_path / "locales")
    (tmp_path / "bot").mkdir()
    (tmp_path / "bot" / "x.py").write_text('texts.text(f"staff-new-{x}")\n', encoding="utf-8")
    told = "the family 'staff-new-' of bot/x.py:1 is declared nowhere (bot/words/families.py)"
    assert ("E", told) in lint(tmp_path, office)


@pytest.mark.parametrize(
    ("raised", "said"),
    [('KeepRefused("moon")', "staff-away-no-moon"), ('PartInvalid(name, "moon")', "staff-refused-moon")],
)
def test_a_new_reason_of_a_refusal_needs_its_message(
    tmp_path: Path, office: Office, raised: str, said: str
) -> None:
    shutil.copytree(ROOT / "locales", tmp_path / "locales")
    (tmp_path / "bot").mkdir()
    (tmp_path / "bot" / "x.py").write_text(f"raise {raised}\n", encoding="utf-8")
    assert ("E", f"no message {said!r}, said by bot/x.py:1") in lint(tmp_path, office)


@pytest.mark.parametrize(
    ("family", "ends"),
    [
        ("staff-activities-", activities.DONE),
        ("staff-away-done-", away.ACTIONS),
        ("staff-bot-list-", queue.LISTS),
        ("staff-command-", staff.COMMANDS),
        ("staff-file-reason-", (*file_lines.KNOWN_FILE_REASONS, "other")),
        ("staff-member-act-", members.ACTS),
        ("staff-member-done-", members.ACTS),
        ("staff-replies-", ("made", "ended", *kept_replies.FIELDS)),
        ("staff-replies-of-", canned.VARIABLES),
        ("staff-seen_as-", case_page.SEEN_AS),
        ("staff-supervision-", supervision.DONE),
        ("staff-visit-do-", appointments.ACTIONS),
        ("staff-visit-done-", appointments.ACTIONS),
        ("staff-visits-", (appointments.COMING, appointments.PAST)),
        ("staff-webhooks-done-", webhooks.DONE),
        ("staff-words-done-", translation.DONE),
        ("staff-words-no-", (why for why, _ in translation.REFUSALS.values())),
        ("staff-words-only-", translations.ONLY),
        ("staff-words-rule-", translation_shown.RULES.values()),
    ],
)
def test_what_is_written_out_for_the_words_is_what_the_page_has(family: str, ends: Iterable[str]) -> None:
    assert set(FAMILIES[family]) == set(ends)


@pytest.mark.parametrize(
    ("family", "ends"),
    [
        ("poster-", (f"{one}-title" for one in posters.POSTERS)),
        ("staff-alert-", casework.ALERTS.values()),
        ("staff-done-", (*account._DONE, *phones._DONE)),
        ("staff-held-", translating.DONE),
    ],
)
def test_what_is_written_out_for_the_words_has_all_that_the_page_has(
    family: str, ends: Iterable[str]
) -> None:
    assert set(ends) <= set(FAMILIES[family])
