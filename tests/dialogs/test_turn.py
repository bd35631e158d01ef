"""Each test is one promise the engine makes to a resident in the middle of a dialog."""

from __future__ import annotations

from dataclasses import replace

import pytest

from dialogs.engine.events import Asked, Lost, Pinned, Said, Sent, Shared, Unusable
from dialogs.engine.questions import Question
from dialogs.engine.session import Dialog, Session
from dialogs.engine.turn import Submitted
from dialogs.engine.view import Say, View
from tests.dialogs.play import SAMPLE, at, buttons, finished, photo, play, press, said, voice


def test_answers_lead_to_the_summary() -> None:
    assert at(finished()) == "summary"


def test_each_answer_leads_to_the_next_question() -> None:
    session, _ = play(Session("d1"), press("kind:other"), press("where:away"))
    assert at(session) == "story"


def test_a_question_with_a_condition_is_asked_only_where_it_holds() -> None:
    told = (press("where:n1"), Said("x"), press("story:done"), Said("y"), press("since:skip"))
    assert at(play(Session("d1"), press("kind:money"), *told)[0]) == "sum"
    assert at(play(Session("d1"), press("kind:other"), *told)[0]) == "people"


def test_submit_gives_the_answers_on_the_route_under_the_drafts_id() -> None:
    _, shown = play(finished(), press("summary:submit"))
    assert isinstance(shown, Submitted)
    assert shown.draft == "d1"
    assert shown.answers["sum"] == "15000.00"
    assert shown.answers["people"] == 12
    assert shown.answers["since"] == {"on": "2026-05-01", "precision": "month"}


def test_answers_off_the_route_are_kept_but_not_submitted() -> None:
    session, shown = play(
        finished(), press("summary:change-kind"), press("kind:other"), press("summary:submit")
    )
    assert isinstance(shown, Submitted)
    assert "sum" not in shown.answers
    assert session.answers["sum"] == "15000.00"


def test_submit_before_the_end_does_not_submit() -> None:
    session, shown = play(Session("d1"), press("kind:other"), press("summary:submit"))
    assert said(shown)[0] == "refused-stale-button"
    assert at(session) == "where"


def test_change_asks_one_question_and_returns_to_the_summary() -> None:
    session, shown = play(finished(), press("summary:change"), press("summary:change-wish"))
    assert at(session) == "wish"
    assert said(shown)[0] == "answer-now"
    session, _ = play(session, Said("Pay for it"))
    assert at(session) == "summary"
    assert session.answers["wish"] == "Pay for it"


def test_a_change_that_opens_a_question_asks_it() -> None:
    session, _ = play(finished(), press("summary:change-kind"), press("kind:other"))
    session = replace(session, answers={k: v for k, v in session.answers.items() if k != "sum"})
    session, _ = play(session, press("summary:change-kind"), press("kind:money"))
    assert at(session) == "sum"
    assert at(play(session, Said("300"))[0]) == "summary"


def test_a_change_can_be_left_as_it_was() -> None:
    session, shown = play(finished(), press("summary:change-sum"))
    assert "sum:keep" in buttons(shown)
    after, _ = play(session, press("sum:keep"))
    assert at(after) == "summary"
    assert after.answers == finished().answers


def test_back_walks_the_route_taken() -> None:
    session, _ = play(Session("d1"), press("kind:other"), press("where:n1"))
    session, _ = play(session, Asked("back"))
    assert at(session) == "where"
    session, _ = play(session, press("where:back"))
    assert at(session) == "kind"
    session, _ = play(session, press("kind:money"))
    assert at(session) == "story"


def test_back_at_the_first_question_stays_there() -> None:
    session, _ = play(Session("d1"), Asked("back"))
    assert at(session) == "kind"


def test_back_passes_over_a_quiet_question() -> None:
    quiet = Dialog("sample", (replace(SAMPLE.questions[0], quiet=True), *SAMPLE.questions[1:]))
    session, shown = play(Session("d1"), press("kind:other"), Asked("back"), dialog=quiet)
    assert at(session, quiet) == "where"
    assert "where:back" not in buttons(shown)


def test_back_from_the_summary_opens_the_last_question() -> None:
    assert at(play(finished(), press("summary:back"))[0]) == "phone"


def test_back_from_the_list_of_changes_shows_the_summary() -> None:
    session, shown = play(finished(), press("summary:change"))
    assert "summary:change-where" in buttons(shown)
    _, shown = play(session, press("summary:back"))
    assert "summary:submit" in buttons(shown)


def test_a_stale_button_changes_nothing() -> None:
    session, _ = play(Session("d1"), press("kind:other"), press("where:n1"))
    after, shown = play(session, press("kind:money"))
    assert after == session
    assert said(shown)[:1] == ["refused-stale-button"]
    assert at(after) == "story"


@pytest.mark.parametrize("button", ["kind:money", "kind:back", "kind:skip", "kind:keep", "summary:submit"])
def test_a_button_of_another_draft_changes_nothing(button: str) -> None:
    session = Session("d2")
    after, shown = play(session, press(button, draft="d1"))
    assert after == session
    assert said(shown)[0] == "refused-stale-button"


def test_a_button_that_is_none_of_ours_changes_nothing() -> None:
    session, _ = play(Session("d1"), press("kind:other"))
    for button in ("nothing:at-all", "where:nowhere", "where:", ":", "summary:change-nothing"):
        after, shown = play(session, press(button))
        assert after == session
        assert said(shown)[0].startswith("refused-")


def test_a_button_pressed_twice_answers_once() -> None:
    once, _ = play(Session("d1"), press("kind:other"))
    twice, _ = play(once, press("kind:other"))
    assert twice == once


def test_skip_passes_over_what_may_be_skipped_and_nothing_else() -> None:
    session, _ = play(Session("d1"), press("kind:skip"))
    assert at(session) == "kind"
    session, _ = play(finished(), press("summary:change-phone"), Asked("skip"))
    assert at(session) == "summary"
    assert session.answers["phone"] is None


def test_what_was_told_needlessly_can_be_taken_out_again_by_a_button() -> None:
    session, shown = play(finished(), press("summary:change-phone"))
    labels = {b.id: b.label for row in shown.rows for b in row}
    assert labels["phone:skip"] == Say("button-clear")
    session, _ = play(session, press("phone:skip"))
    assert at(session) == "summary"
    assert session.answers["phone"] is None


def test_after_starting_over_with_files_one_may_send_none() -> None:
    _, shown = play(finished(), press("summary:change-proof"), press("proof:again"))
    assert "proof:skip" in buttons(shown)
    _, shown = play(finished(), press("summary:change-proof"), press("proof:again"), photo())
    assert "proof:skip" not in buttons(shown)


@pytest.mark.parametrize(
    ("until", "event", "reason"),
    [
        ((), Said("money"), "press-please"),
        ((press("kind:other"),), Said("no such place"), "not-found-in-list"),
        ((press("kind:other"), press("where:n1")), photo(), "photos-later"),
        ((press("kind:other"), press("where:n1")), Unusable("sticker"), "sticker"),
        ((press("kind:other"), press("where:n1")), Said("x" * 51), "too-long"),
        ((press("kind:other"), press("where:n1")), Said(""), "empty"),
        ((press("kind:other"), press("where:n1")), press("story:done"), "nothing-yet"),
    ],
)
def test_what_a_question_does_not_take_is_refused_and_changes_nothing(until, event, reason) -> None:  # type: ignore[no-untyped-def]
    session, _ = play(Session("d1"), *until)
    after, shown = play(session, event)
    assert said(shown)[0] == f"refused-{reason}"
    assert after == session


@pytest.mark.parametrize(
    ("question", "event", "reason"),
    [
        ("sum", Said("much"), "not-a-sum"),
        ("sum", Said("0"), "out-of-range"),
        ("sum", voice(), "no-files-here"),
        ("people", Said("2.5"), "not-a-number"),
        ("people", Said("101"), "out-of-range"),
        ("phone", Said("123"), "not-a-phone"),
        ("since", Said("2027-01-01"), "in-the-future"),
        ("since", Said("很久" * 60), "too-long"),
        ("wish", Pinned(31.0, 93.0), "words-please"),
        ("proof", Said("here"), "files-please"),
        ("proof", Sent(tuple(photo(str(i)).files[0] for i in range(3))), "too-many-files"),
    ],
)
def test_a_wrong_answer_gets_its_reason(question, event, reason) -> None:  # type: ignore[no-untyped-def]
    session, _ = play(finished(), press(f"summary:change-{question}"))
    after, shown = play(session, event)
    assert said(shown)[0] == f"refused-{reason}"
    assert after == session


def test_the_summary_takes_no_words() -> None:
    session, shown = play(finished(), Said("yes, all right"))
    assert session == finished()
    assert said(shown)[0] == "refused-summary-please"


class TestAStoryInPieces:
    def told(self, *events):  # type: ignore[no-untyped-def]
        return play(Session("d1"), press("kind:other"), press("where:n1"), *events)

    def test_words_and_voice_are_gathered_until_that_is_all(self) -> None:
        session, shown = self.told(Said("First."), voice(), Said("Then."))
        assert at(session) == "story"
        assert said(shown) == ["parts-received"]  # the question is not repeated after each piece
        session, _ = play(session, press("story:done"))
        assert at(session) == "wish"
        assert [p.get("text") or p["kind"] for p in session.answers["story"]["parts"]] == [
            "First.",
            "voice",
            "Then.",
        ]

    def test_the_same_words_again_mean_that_is_all(self) -> None:
        session, _ = self.told(Said("First."), Said("First."))
        assert at(session) == "wish"
        assert len(session.answers["story"]["parts"]) == 1

    def test_all_pieces_together_keep_the_limit(self) -> None:
        session, shown = self.told(Said("x" * 30), Said("y" * 30))
        assert said(shown)[:2] == ["refused-too-long", "parts-kept"], "not as if it had been taken"
        assert len(session.answers["story"]["parts"]) == 1

    def test_a_third_recording_is_one_too_many(self) -> None:
        _, shown = self.told(voice("a"), voice("b"), voice("c"))
        assert said(shown)[0] == "refused-too-many-files"

    def test_start_over_empties_it(self) -> None:
        session, shown = self.told(Said("First."), press("story:again"))
        assert at(session) == "story"
        assert "story:done" not in buttons(shown)

    def test_adding_after_the_end_reopens_it_without_losing_a_word(self) -> None:
        session, _ = self.told(Said("First."), press("story:done"), Asked("back"), Said("More."))
        assert at(session) == "story"
        session, _ = play(session, press("story:done"))
        assert [p["text"] for p in session.answers["story"]["parts"]] == ["First.", "More."]

    def test_a_pin_the_resident_sends_is_kept_as_part_of_it(self) -> None:
        session, _ = self.told(Pinned(31.5, 92.25), press("story:done"))
        assert session.answers["story"]["parts"] == [{"pin": [31.5, 92.25]}]


def test_an_album_of_photos_is_one_answer() -> None:
    session, _ = play(finished(), press("summary:change-proof"), press("proof:again"))
    for name in "abc":
        session, _ = play(session, photo(name))
    session, _ = play(session, press("proof:done"))
    assert at(session) == "summary"
    assert [p["file"] for p in session.answers["proof"]["parts"]] == ["a", "b", "c"]


def test_a_file_lost_on_the_way_leaves_the_answers() -> None:
    session, shown = play(finished(), Lost("a", "file-damaged"))
    assert said(shown)[0] == "refused-file-damaged"
    assert at(session) == "proof"
    assert at(play(session, press("proof:skip"))[0]) == "summary"


def test_a_phone_shared_with_a_tap_is_taken() -> None:
    session, _ = play(finished(), press("summary:change-phone"), Shared("+86 139 0000 0000"))
    assert session.answers["phone"] == "13900000000"


class TestPickingFromATree:
    def picking(self, *events):  # type: ignore[no-untyped-def]
        return play(Session("d1"), press("kind:other"), *events)

    def test_a_branch_opens_and_back_closes_it(self) -> None:
        session, shown = self.picking(press("where:north"))
        assert buttons(shown)[:2] == ["where:n1", "where:n2"]
        assert said(shown)[0] == "branch-open"
        session, shown = play(session, press("where:back"))
        assert "where:south" in buttons(shown)
        assert at(session) == "where"

    def test_pages_turn(self) -> None:
        session, shown = self.picking(press("where:south"))
        assert "where:page-1" in buttons(shown)
        assert "where:s0" in buttons(shown)
        _, shown = play(session, press("where:page-1"))
        assert "where:s0" not in buttons(shown)
        assert {"where:page-0", "where:page-2"} <= set(buttons(shown))

    def test_a_leaf_of_another_page_may_be_pressed(self) -> None:
        assert at(self.picking(press("where:s29"))[0]) == "story"

    def test_part_of_a_name_offers_what_has_it(self) -> None:
        session, shown = self.picking(Said("上"))
        assert set(buttons(shown)) == {"where:n1", "where:s-upper", "where:back"}
        assert at(session) == "where"

    def test_a_name_two_places_have_is_never_guessed(self) -> None:
        session, shown = self.picking(Said("上村"))
        assert at(session) == "where"
        assert {"where:n1", "where:s-upper"} <= set(buttons(shown))

    def test_a_whole_name_only_one_has_answers(self) -> None:
        assert at(self.picking(Said("南7村"))[0]) == "story"

    def test_the_name_of_a_branch_opens_it(self) -> None:
        _, shown = self.picking(Said("北乡"))
        assert "where:n2" in buttons(shown)

    def test_a_cursor_from_an_older_release_shows_the_root(self) -> None:
        session, _ = self.picking()
        _, shown = play(replace(session, cursor=("where", "gone/9")), Said(""))
        assert "where:north" in buttons(shown)


class TestLiveSessionsSurviveARelease:
    def test_an_inserted_question_is_asked_next(self) -> None:
        newer = Dialog(
            "sample",
            (*SAMPLE.questions[:2], Question("new", SAMPLE.questions[3].kind), *SAMPLE.questions[2:]),
        )
        assert at(finished(), newer) == "new"
        assert at(play(finished(), Said("here"), dialog=newer)[0], newer) == "summary"

    def test_a_removed_question_is_dropped(self) -> None:
        newer = Dialog("sample", tuple(q for q in SAMPLE.questions if q.id != "wish"))
        _, shown = play(finished(), press("summary:submit"), dialog=newer)
        assert isinstance(shown, Submitted)
        assert "wish" not in shown.answers

    def test_a_question_whose_kind_changed_is_asked_again(self) -> None:
        newer = Dialog(
            "sample",
            tuple(
                replace(q, kind=SAMPLE.questions[0].kind) if q.id == "wish" else q for q in SAMPLE.questions
            ),
        )
        assert at(finished(), newer) == "wish"

    def test_looking_back_at_a_question_that_is_gone_is_forgotten(self) -> None:
        assert at(replace(finished(), revisiting="gone")) == "summary"

    def test_reordering_keeps_every_answer(self) -> None:
        newer = Dialog("sample", tuple(reversed(SAMPLE.questions[:4])) + SAMPLE.questions[4:])
        assert at(finished(), newer) == "summary"


def test_the_view_says_how_far_along_one_is() -> None:
    _, shown = play(Session("d1"), press("kind:money"), press("where:n1"))
    assert isinstance(shown, View)
    assert shown.step == (3, 9)


def test_the_summary_tells_every_answer_but_quiet_ones() -> None:
    quiet = Dialog("sample", (replace(SAMPLE.questions[0], quiet=True), *SAMPLE.questions[1:]))
    _, shown = play(finished(), press("summary:change-wish"), press("wish:keep"), dialog=quiet)
    assert isinstance(shown, View)
    labels = [dict(s.args)["label"] for s in shown.says if s.id == "summary-line"]
    assert Say("sample-kind-label") not in labels
    assert Say("sample-where-label") in labels
