"""Promises of the guidance: every answer leads to a lawful path; what was said goes on to the complaint."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest

from bot.words.texts import Texts, load_texts
from cases.matters import GROUPS, MATTERS
from cases.office import Office
from cases.paths import PATHS
from dialogs.complaint import SEALED
from dialogs.engine.view import Cites, Day, Listed, Say, Unit, Value
from dialogs.guidance import ASK, WHEN, answers_of
from dialogs.reception import Reception
from tests.dialogs.play import TODAY, photo
from tests.dialogs.resident import Resident

LEFT = (
    "menu:guidance", "matter:wages", "ask_wages_from:company", "ask_still_working:no", "ask_debt_proof:no",
)  # fmt: skip
MOST_LINES = 12
ROOT = Path(__file__).parents[2]


@pytest.fixture
def resident(reception: Reception) -> Resident:
    """One who reads Chinese."""
    return Resident(reception)


@pytest.fixture(scope="module")
def words(office: Office) -> dict[str, Texts]:
    """Every language's words."""
    return dict(load_texts(ROOT / "locales", office))


def said(resident: Resident, message: str) -> Say:
    """The message of this id, as it is shown."""
    return next(s for s in resident.view.says if s.id == message)


def parts(value: Value) -> Iterator[Value]:
    """A value and all inside it."""
    yield value
    match value:
        case Say(args=args):
            for _, one in args:
                yield from parts(one)
        case Listed(values=values):
            for one in values:
                yield from parts(one)


def to_the_card(resident: Resident, answers: dict[str, str]) -> None:
    """Answer as asked, until the card is there; days are skipped."""
    for _ in range(6):
        question = str(resident.asked).partition(".")[2]
        if question == "card":
            return
        option = "skip" if question.startswith(WHEN) else answers[question.removeprefix(ASK)]
        resident.does(f"{question}:{option}")
    raise AssertionError(f"no card after six answers: {resident.asked}")


@pytest.mark.parametrize("matter", MATTERS)
def test_every_way_of_answering_ends_in_a_card(
    reception: Reception, words: dict[str, Texts], matter: str
) -> None:
    for answers in PATHS[matter].all_answers():
        one = Resident(reception).does("menu:guidance", f"matter:{matter}")
        to_the_card(one, answers)
        assert answers_of(PATHS[matter], one.state.drafts["guidance"].answers) == answers
        for place, path in enumerate(PATHS[matter].open_paths(answers)):
            if place:
                one.does(f"card:path-{place}")
            shown = [v for s in one.view.says for v in parts(s)]
            assert Say(f"path-name-{path.name}") in shown
            who = path.who[0]
            assert Unit(who) in shown or Say(f"path-who-{who}") in shown
            assert [v for v in shown if isinstance(v, Cites) and v.articles]
            for texts in words.values():
                text = texts.view(one.view).text
                assert "》第" in text
                assert len(text.splitlines()) <= MOST_LINES + 3, text
            one.does(f"card:more-{place}")
            assert {"card-then", "card-law"} <= set(one.sees)
            for texts in words.values():
                assert texts.view(one.view).text


def test_no_matter_asks_for_more_than_one_day(reception: Reception) -> None:
    days = [q for q in reception.dialogs["guidance"].questions if q.id.startswith(WHEN)]
    assert days
    for way in PATHS.values():
        for answers in way.all_answers():
            known = {"matter": way.matter, **{ASK + q: o for q, o in answers.items()}}
            assert sum(q.asked is not None and q.asked.holds(known) for q in days) <= 1


def test_wages_are_asked_about_in_few_answers(resident: Resident) -> None:
    resident.does(*LEFT)
    assert resident.asked == "guidance.when_job_ended"
    assert resident.sees == ["guidance-when", "path-when-job_ended"]
    resident.does("when_job_ended:skip")
    assert resident.asked == "guidance.card"
    resident.does("card:path-1")
    assert "card-by" in resident.sees


@pytest.mark.parametrize(
    ("ago", "stands"),
    [(366, "past"), (365, "near"), (343, "near"), (100, "open")],
)
def test_a_limit_near_or_past_is_said_with_its_day(resident: Resident, ago: int, stands: str) -> None:
    ended = TODAY - timedelta(days=ago)
    resident.does(*LEFT, ended.isoformat())
    foremost = resident.sees.count("card-by-other")  # on the path that is shown first, of a later one
    assert foremost == (stands != "open")
    resident.does("card:path-1")
    by = said(resident, f"path-by-{stands}")
    (last,) = (v for v in parts(by) if isinstance(v, Day))
    assert last.on == date(ended.year + 1, ended.month, ended.day)


def test_a_year_and_a_day_after_the_job_ended_arbitration_is_past(
    resident: Resident, words: dict[str, Texts]
) -> None:
    resident.does(*LEFT, "2025年11月23日")
    assert "最后一天是 2026年11月23日" in words["zh"].view(resident.view).text
    assert "path-by-past" in resident.does("card:path-1").sees


def test_a_day_told_by_its_month_is_counted_from_its_first_and_said_so(resident: Resident) -> None:
    resident.does(*LEFT, "2026年5月", "card:path-1")
    assert "card-rough" in resident.sees
    (last,) = (v for v in parts(said(resident, "path-by-open")) if isinstance(v, Day))
    assert last.on == date(2027, 5, 3)  # the first and the second of May are days off


def test_a_day_told_in_words_shows_the_limit_alone(resident: Resident) -> None:
    resident.does(*LEFT, "挖虫草的时候", "card:path-1")
    assert "card-by" in resident.sees
    assert not [s for s in resident.sees if s.startswith("path-by-")]


def test_a_deep_link_leads_into_the_matter(reception: Reception) -> None:
    new = Resident(reception, language=None).does("/start m-wages", "language:bo")
    assert new.asked == "guidance.ask_wages_from"
    assert new.does("/start m-suggestion").asked == "guidance.card"
    assert new.does("/start m-nothing").asked is None
    assert new.does("/start wages").asked is None


def test_what_was_said_is_not_asked_again_in_the_complaint(resident: Resident) -> None:
    resident.does(*LEFT, "when_job_ended:skip", "card:file")
    assert resident.asked == "complaint.consent"
    assert resident.does("consent:agree").asked == "complaint.place"
    assert resident.state.drafts["complaint"].answers["matter"] == "wages"
    assert "guidance" not in resident.state.drafts


def test_a_photo_kept_before_goes_with_the_guided_complaint(resident: Resident) -> None:
    resident.does(photo("p1"), "/menu", *LEFT, "when_job_ended:skip", "card:file")
    assert resident.asked == "complaint.consent"
    assert "p1" in str(resident.state.drafts["complaint"].answers["evidence"])


def test_a_draft_on_something_else_is_offered_and_not_overwritten(resident: Resident) -> None:
    resident.does("menu:complaint", "consent:agree", "matter:debt", "/menu")
    resident.does(*LEFT, "when_job_ended:skip", "card:file")
    assert resident.sees == ["welcome-back-draft"]
    assert resident.does("draft:keep").asked == "complaint.place"
    assert resident.state.drafts["complaint"].answers["matter"] == "debt"


def test_where_only_guidance_is_given_it_works_whole_and_filing_names_the_web_chat(
    reception: Reception,
) -> None:
    there = Resident(Reception(reception.dialogs, full=False, link="https://example.org"))
    there.does(*LEFT, "when_job_ended:skip", "card:path-1")
    assert "card-who" in there.sees
    there.does("card:file")
    assert there.sees == ["guidance-only"]
    assert there.asked == "guidance.card"
    assert "complaint" not in there.state.drafts
    assert "card-who" in there.does("card:path-0").sees


def test_back_leads_through_the_paths_to_the_questions(resident: Resident) -> None:
    resident.does(*LEFT, "when_job_ended:skip", "card:path-1", "card:path-2", "card:more-2")
    assert "card-then" in resident.sees
    for number in (3, 2, 1):
        resident.does("card:back")
        assert dict(said(resident, "card-path").args)["number"] == number
    assert resident.does("card:back").asked == "guidance.when_job_ended"
    assert resident.does("when_job_ended:back").asked == "guidance.ask_debt_proof"
    assert resident.sees == ["answer-here", "path-ask-debt_proof"]
    assert resident.does("ask_debt_proof:yes").asked == "guidance.card"


def test_a_matter_exchanged_for_another_is_guided_anew(resident: Resident) -> None:
    resident.does(*LEFT, "/back", "/back", "/back", "/back")
    assert resident.asked == "guidance.matter"
    resident.does("matter:debt")  # whether there is proof was said already
    assert resident.asked == "guidance.when_debt_due"
    resident.does("when_debt_due:skip")
    assert dict(said(resident, "card-path").args)["count"] == 2


def test_the_language_is_switched_at_the_card_and_the_path_is_kept(resident: Resident) -> None:
    resident.does(*LEFT, "when_job_ended:skip", "card:path-1", "/language", "language:bo")
    assert resident.state.language == "bo"
    assert resident.asked == "guidance.card"
    assert dict(said(resident, "card-path").args)["number"] == 2


@pytest.mark.parametrize("matter", sorted(SEALED))
def test_a_sealed_matter_says_where_to_go_and_takes_nothing(resident: Resident, matter: str) -> None:
    for answers in PATHS[matter].all_answers():
        resident.does("/menu", "menu:guidance", f"matter:{matter}")
        to_the_card(resident, answers)
        assert "card-sealed" in resident.sees
        assert "card:file" not in resident.buttons
        assert resident.does("card:file").sees[0] == "refused-not-an-option"
        resident.does("某某收了钱")
        assert resident.secret
        assert resident.sees[0] == "refused-press-please"
        assert "某某" not in str(resident.state.to_json())
    assert resident.does("/menu").state.drafts == {}


def test_a_day_in_words_that_are_no_date_is_said_not_to_be_counted(resident: Resident) -> None:
    assert "card-unread" in resident.does(*LEFT, "挖虫草的时候").sees
    assert "card-unread" not in resident.does("card:back", "昨天").sees


def test_the_card_offers_a_person_and_the_menu(resident: Resident) -> None:
    resident.does(*LEFT, "when_job_ended:skip")
    assert resident.buttons == [
        "card:file", "card:more-0", "card:path-1", "nearby:open.0", "paper:card.0",
        "menu:person", "card:back", "menu:menu",
    ]  # fmt: skip
    assert resident.does("menu:person").asked == "person.person"
    assert resident.does("person:end").asked == "guidance.card"
    assert resident.does("menu:menu").asked is None
    assert resident.state.drafts == {}


def test_a_button_of_a_path_there_is_not_changes_nothing(resident: Resident) -> None:
    resident.does(*LEFT, "when_job_ended:skip", "card:path-1")
    before = resident.state.drafts["guidance"]
    for option in ("path-9", "more-9", "path-", "path-x", "elsewhere"):
        resident.does(f"card:{option}")
        assert resident.sees[0] == "refused-not-an-option"
        assert resident.state.drafts["guidance"] == before


def test_after_a_pause_the_guidance_is_not_taken_for_a_draft(resident: Resident) -> None:
    resident.does(*LEFT).waits(hours=13).does("你好")
    assert resident.sees == ["welcome-back", "menu"]


def test_the_guidance_stands_above_a_complaint_and_gives_it_back(resident: Resident) -> None:
    resident.does("menu:complaint", "consent:agree", "menu:guidance", "matter:suggestion")
    assert resident.asked == "guidance.card"
    assert resident.does("/cancel").asked == "complaint.matter"


def test_every_group_and_matter_is_offered(resident: Resident) -> None:
    resident.does("menu:guidance")
    assert resident.buttons == [*(f"matter:{group}" for group in GROUPS), "menu:menu"]
