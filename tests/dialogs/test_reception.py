"""Promises of the front of the house: language, menu, drafts, pauses, what is asked of the world."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from dialogs.engine.events import Attachment, Lost, Pressed, Sent, Unusable
from dialogs.looking_back import NoticeAgain, Notices
from dialogs.outcomes import (
    Answered,
    ClockShown,
    CodeNeeded,
    File,
    Filed,
    Forget,
    Found,
    LookUp,
    NotFound,
    Open,
    ReadQuestion,
    StaffAsk,
    Supplied,
    Supply,
    Throttled,
    Withdraw,
    Withdrawn,
)
from dialogs.reception import Reception
from dialogs.reviewing import ReadReview
from tests.dialogs.play import photo, voice
from tests.dialogs.resident import Resident

NUMBER = "嘉信20261124-00123456"
CODE = "0482 9137 5521 0093 7714"
WAGES = (
    "menu:complaint", "consent:agree", "matter:wages", "place:540621100201", "老板三个月没发工资",
    "facts:done", "发给我工资", "2026年8月", "15000", "12", "told_before:no", "evidence:skip",
    "behalf:self", "identity:named",
    "扎西", "13800138000",
)  # fmt: skip
CLOCKS = (ClockShown("forward", "promise", date(2026, 11, 25), False),)


@pytest.fixture
def resident(reception: Reception) -> Resident:
    """One who reads Chinese."""
    return Resident(reception)


def test_the_first_thing_asked_is_the_language(reception: Reception) -> None:
    new = Resident(reception, language=None)
    assert new.asked == "language.language"
    assert new.does("你好").asked == "language.language"
    assert new.does("language:bo").asked is None
    assert new.state.language == "bo"
    assert new.sees == ["welcome", "menu"]


def test_a_deep_link_is_followed_once_the_language_is_known(reception: Reception) -> None:
    new = Resident(reception, language=None).does("/start complaint", "language:zh")
    assert new.asked == "complaint.consent"
    assert new.does("/start progress").asked == "progress.number"


def test_a_deep_link_nobody_knows_leads_to_the_menu(resident: Resident) -> None:
    assert resident.does("/start ;drop").asked is None


def test_a_photo_sent_first_is_a_start_and_is_not_lost(reception: Reception) -> None:
    new = Resident(reception, language=None).does(photo("p1"), "language:zh")
    assert new.asked == "complaint.consent"
    new.does(*WAGES[1:11])
    assert new.asked == "complaint.evidence"
    assert new.sees[0] == "parts-received"
    assert new.does("evidence:done").asked == "complaint.behalf"


def test_a_photo_at_the_menu_begins_a_complaint(resident: Resident) -> None:
    assert resident.does(photo("p1")).sees[0] == "files-first"
    assert resident.asked == "complaint.consent"


def test_an_album_at_the_menu_loses_no_photo(resident: Resident) -> None:
    resident.does(photo("p1"), photo("p2"), photo("p3"))
    assert resident.asked == "complaint.consent"
    resident.does(*WAGES[1:11])
    assert [p["file"] for p in resident.state.drafts["complaint"].answers["evidence"]["parts"]] == [
        "p1",
        "p2",
        "p3",
    ]


def test_a_photo_sent_at_another_question_is_evidence_and_the_question_stays(
    resident: Resident,
) -> None:
    resident.does(*WAGES[:4], photo("p1"))
    assert resident.sees == ["files-first", "complaint-facts"]
    resident.does(*WAGES[4:11])
    assert resident.asked == "complaint.evidence"
    assert resident.sees == ["parts-received", "complaint-evidence"]


def test_a_photo_after_the_evidence_was_asked_joins_it_and_the_place_is_kept(resident: Resident) -> None:
    resident.does(*WAGES, photo("late"))
    assert resident.sees[0] == "files-kept"
    assert resident.asked == "complaint.summary"
    assert "late" in str(resident.state.drafts["complaint"].answers["evidence"])


def test_a_recording_where_words_are_asked_is_refused_with_a_reason(resident: Resident) -> None:
    assert resident.does(*WAGES[:6], voice()).sees[0] == "refused-no-files-here"


def test_a_tenth_file_is_refused_wherever_it_is_sent(resident: Resident) -> None:
    resident.does(*(photo(f"p{i}") for i in range(10)))
    assert resident.sees[0] == "refused-too-many-files"
    assert "p9" not in str(resident.state.to_json())


def test_no_file_is_kept_for_a_sealed_matter(resident: Resident) -> None:
    resident.does("menu:complaint", "consent:agree", "matter:official_conduct", photo("p1"))
    assert resident.sees[0] == "refused-sealed-takes-nothing"
    assert "p1" not in str(resident.state.to_json())


def test_a_file_lost_before_a_language_is_chosen_leaves_the_draft(reception: Reception) -> None:
    new = Resident(reception, language=None).does(photo("p1"), Lost("p1", "file-damaged"))
    assert "p1" not in str(new.state.to_json())
    assert new.asked == "language.language"


def test_words_at_the_menu_are_pointed_to_the_buttons_and_not_kept(resident: Resident) -> None:
    resident.does("你好")
    assert resident.sees == ["menu-press-please"]
    assert resident.state.drafts == {}


def test_a_whole_complaint_is_filed_with_its_answers(resident: Resident) -> None:
    resident.does(*WAGES)
    assert resident.asked == "complaint.summary"
    resident.does("summary:submit")
    (effect,) = resident.effects
    assert isinstance(effect, File)
    assert effect.answers["matter"] == "wages"
    assert effect.answers["facts"] == {"parts": [{"text": "老板三个月没发工资"}], "done": True}
    assert effect.answers["amount"] == "15000.00"
    resident.is_told(Filed(NUMBER, CODE, CLOCKS))
    assert resident.sees == ["receipt", "receipt-keep", "receipt-next", "clock-promise"]
    assert resident.asked is None
    assert resident.state.own == (NUMBER,)
    assert resident.state.drafts == {}


def test_a_draft_filed_before_is_only_told_again(resident: Resident) -> None:
    resident.does(*WAGES, "summary:submit").is_told(Filed(NUMBER, None, (), again=True))
    assert resident.sees == ["already-filed"]


@pytest.mark.parametrize("matter", ["official_conduct", "petition_staff"])
def test_a_sealed_matter_takes_no_text_and_leaves_no_draft(resident: Resident, matter: str) -> None:
    resident.does("menu:complaint", "consent:agree", f"matter:{matter}")
    assert resident.asked == "complaint.sealed"
    resident.does("某某收了钱")
    assert resident.secret
    assert resident.sees[0] == "refused-sealed-takes-nothing"
    assert "某某" not in str(resident.state.to_json())
    assert resident.does("/menu").state.drafts == {}


def test_a_sealed_matter_can_be_exchanged_for_another(resident: Resident) -> None:
    resident.does("menu:complaint", "consent:agree", "matter:official_conduct", "sealed:back", "matter:wages")
    assert resident.asked == "complaint.place"


def test_nothing_is_asked_before_consent(resident: Resident) -> None:
    resident.does("menu:complaint", "我要说工资的事")
    assert resident.sees[0] == "refused-consent-first"
    resident.does("consent:disagree")
    assert resident.sees[0] == "refused-consent-needed"
    resident.does("consent:more")
    assert resident.sees[0] == "complaint-consent-whole"
    assert resident.does("consent:agree").asked == "complaint.matter"


def test_only_suggestions_may_be_anonymous(resident: Resident) -> None:
    resident.does(*WAGES[:13])
    assert "identity:anonymous" not in resident.buttons
    assert resident.does("identity:anonymous").sees[0] == "refused-not-an-option"


def test_a_suggestion_may_be_anonymous_and_is_asked_no_name(resident: Resident) -> None:
    resident.does(
        "menu:complaint", "consent:agree", "matter:suggestion", "place:elsewhere", "修路",
        "facts:done", "修路", "since:skip",
    )  # fmt: skip
    while resident.asked != "complaint.identity":
        question = str(resident.asked).partition(".")[2]
        option = {"told_before": "no", "behalf": "self"}.get(question, "skip")
        resident.does(f"{question}:{option}")
    assert resident.does("identity:anonymous").asked == "complaint.summary"


def test_an_anonymity_chosen_for_another_matter_is_asked_again(resident: Resident) -> None:
    test_a_suggestion_may_be_anonymous_and_is_asked_no_name(resident)
    resident.does("summary:change-matter", "matter:roads_utilities")
    while resident.asked not in ("complaint.identity", "complaint.summary"):
        resident.does(f"{str(resident.asked).partition('.')[2]}:skip")
    assert resident.asked == "complaint.identity"


def test_filing_for_another_is_named_as_such(resident: Resident) -> None:
    resident.does(*WAGES[:12], "behalf:other")
    assert resident.asked == "complaint.behalf_name"
    resident.does("卓玛", "我的母亲", "identity:confidential", "扎西", "phone:skip", "summary:submit")
    (effect,) = resident.effects
    assert isinstance(effect, File)
    assert (effect.answers["behalf_name"], effect.answers["behalf_relation"]) == ("卓玛", "我的母亲")


def test_the_language_can_be_switched_in_the_middle_without_losing_the_place(resident: Resident) -> None:
    resident.does(*WAGES[:5], "/language")
    assert resident.asked == "language.language"
    resident.does("language:bo")
    assert resident.state.language == "bo"
    assert resident.asked == "complaint.facts"


def test_the_menu_keeps_the_draft_and_offers_it(resident: Resident) -> None:
    resident.does(*WAGES[:5], "/menu")
    assert resident.asked is None
    assert resident.buttons[0] == "menu:continue"
    assert resident.does("menu:continue").asked == "complaint.facts"


def test_beginning_again_with_a_draft_asks_which(resident: Resident) -> None:
    resident.does(*WAGES[:5], "/menu", "menu:complaint")
    assert resident.buttons == ["draft:keep", "draft:delete"]
    assert resident.does("draft:keep").asked == "complaint.facts"


def test_cancel_asks_first_and_then_deletes(resident: Resident) -> None:
    resident.does(*WAGES[:5], "/cancel")
    assert resident.sees == ["cancel-sure"]
    assert resident.state.drafts
    resident.does("draft:delete")
    assert resident.state.drafts == {}
    assert [type(e) for e in resident.effects] == [Forget]


def test_a_cancel_thought_better_of_goes_on(resident: Resident) -> None:
    assert resident.does(*WAGES[:5], "/cancel", "draft:keep").asked == "complaint.facts"


def test_help_and_a_person_answer_and_keep_the_place(resident: Resident) -> None:
    resident.does(*WAGES[:5], "/help")
    assert resident.sees[0] == "help"
    assert resident.asked == "complaint.facts"
    assert resident.does("/person").asked == "person.person"
    assert resident.sees == []
    assert resident.does("person:end").asked == "complaint.facts"


def test_after_a_pause_a_message_is_greeted_and_not_taken_for_an_answer(resident: Resident) -> None:
    resident.does(*WAGES[:6]).waits(days=7).does("喂？")
    assert resident.sees == ["welcome-back-draft"]
    assert "request" not in resident.state.drafts["complaint"].answers
    assert resident.asked == "complaint.request"
    assert resident.does("draft:keep").asked == "complaint.request"
    resident.does("发给我工资")
    assert resident.state.drafts["complaint"].answers["request"] == "发给我工资"


def test_after_a_pause_a_button_still_does_what_it_says(resident: Resident) -> None:
    resident.does(*WAGES[:10]).waits(days=7).does("told_before:no")
    assert resident.asked == "complaint.evidence"


def test_after_a_pause_without_a_draft_the_menu_greets(resident: Resident) -> None:
    resident.does("/menu").waits(days=7).does("在吗")
    assert resident.sees == ["welcome-back", "menu"]


def test_a_short_pause_is_no_pause(resident: Resident) -> None:
    assert resident.does(*WAGES[:6]).waits(hours=11).does("发给我工资").asked == "complaint.since"


def test_a_case_is_looked_up_with_number_and_code(resident: Resident) -> None:
    resident.does("menu:progress", "20261124 00123456", "04829137552100937714")
    assert resident.effects == [LookUp(NUMBER, CODE)]
    assert resident.secret
    resident.is_told(
        Found(NUMBER, "accepted", "wages", date(2026, 11, 24), "renshe", CLOCKS, False, False, False)
    )
    assert resident.sees[:2] == ["case-head", "case-accepted"]
    assert CODE not in str(resident.state.to_json())


def test_ones_own_case_needs_no_typing(resident: Resident) -> None:
    resident.does(*WAGES, "summary:submit").is_told(Filed(NUMBER, CODE, CLOCKS)).does("menu:progress")
    assert resident.buttons[0] == f"case:show.{NUMBER}"
    resident.does(f"case:show.{NUMBER}")
    assert resident.effects[-1] == LookUp(NUMBER, None)


def test_a_case_just_looked_up_is_seen_again_without_typing_its_code(resident: Resident) -> None:
    found = Found(NUMBER, "filed", "wages", date(2026, 11, 24), None, CLOCKS, False, False, False)
    resident.is_told(found).is_told(Supplied(NUMBER)).does(f"case:show.{NUMBER}")
    assert resident.effects[-1] == LookUp(NUMBER, None, proved=True)
    seen_again = replace(found, own=True)
    resident.waits(minutes=9).is_told(seen_again).waits(minutes=9).does(f"case:show.{NUMBER}")
    assert resident.sees[0] == "code-needed"


@pytest.mark.parametrize("button", ["show", "supply", "withdraw", "withdraw-sure", "review", "rate"])
def test_anothers_case_is_not_shown_without_its_code(resident: Resident, button: str) -> None:
    resident.does(f"case:{button}.{NUMBER}")
    assert resident.effects == []
    assert resident.sees[0] == "code-needed"
    assert resident.asked == "progress.code"
    resident.does("04829137552100937714")
    assert resident.effects == [LookUp(NUMBER, CODE)], "the code asked for leads to the case"


@pytest.mark.parametrize(
    ("outcome", "message"),
    [(NotFound(), "not-found"), (Throttled(9), "throttled"), (Supplied(NUMBER), "supplied")],
)
def test_what_came_of_it_is_told(resident: Resident, outcome: NotFound, message: str) -> None:
    assert resident.is_told(outcome).sees[0] == message


def test_a_proved_code_opens_the_answer_for_a_while_only(resident: Resident) -> None:
    found = Found(NUMBER, "answered", "wages", date(2026, 11, 24), "renshe", CLOCKS, False, True, False)
    resident.is_told(found).does(f"case:open.{NUMBER}")
    assert resident.effects[-1] == Open(NUMBER, True)
    resident.waits(minutes=16).does(f"case:open.{NUMBER}")
    assert resident.effects[-1] == Open(NUMBER, False)


def test_an_answer_shown_once_asks_the_code_again(resident: Resident) -> None:
    found = Found(NUMBER, "answered", "wages", date(2026, 11, 24), "renshe", CLOCKS, False, True, False)
    resident.is_told(found).is_told(Answered(NUMBER, "supported", "已发", date(2026, 12, 24), False))
    assert resident.sees == ["answer-text", "answer-review"]
    resident.does(f"case:show.{NUMBER}")
    assert resident.sees[0] == "code-needed"
    resident.does("/menu", f"case:open.{NUMBER}")
    assert resident.effects[-1] == Open(NUMBER, False)
    resident.is_told(CodeNeeded(NUMBER))
    assert resident.asked == "progress.code"
    resident.does(CODE)
    assert resident.effects[-1] == LookUp(NUMBER, CODE)


def test_a_resident_adds_to_their_case(resident: Resident) -> None:
    resident.does(*WAGES, "summary:submit").is_told(Filed(NUMBER, CODE, CLOCKS))
    resident.does(f"case:supply.{NUMBER}", "还有两个人", photo("p9"), "more:done")
    effect = resident.effects[-1]
    assert isinstance(effect, Supply)
    assert effect.number == NUMBER
    assert [p.get("text", p.get("file")) for p in effect.answers["more"]["parts"]] == ["还有两个人", "p9"]


def test_a_complaint_is_taken_back_only_when_sure(resident: Resident) -> None:
    resident.does(*WAGES, "summary:submit").is_told(Filed(NUMBER, CODE, CLOCKS))
    resident.does(f"case:withdraw.{NUMBER}")
    assert resident.sees == ["withdraw-sure"]
    assert not any(isinstance(e, Withdraw) for e in resident.effects)
    resident.does(f"case:withdraw-sure.{NUMBER}")
    assert resident.effects[-1] == Withdraw(NUMBER, False)
    assert resident.is_told(Withdrawn(NUMBER, date(2026, 11, 24))).sees[0] == "notice-withdrawn"


def test_nobody_takes_back_anothers_complaint(resident: Resident) -> None:
    assert resident.does(f"case:withdraw-sure.{NUMBER}").effects == []


def test_what_staff_asked_is_shown_before_the_resident_answers_it(resident: Resident) -> None:
    resident.does(*WAGES, "summary:submit").is_told(Filed(NUMBER, CODE, CLOCKS))
    resident.does(f"case:supply.{NUMBER}")
    assert resident.effects[-1] == ReadQuestion(NUMBER, False)
    resident.is_told(StaffAsk("合同在哪里？"))
    assert resident.sees == ["staff-asks", "supply-more"]
    assert resident.is_told(StaffAsk(None)).sees == ["supply-more"]


def test_nobody_adds_to_anothers_case(resident: Resident) -> None:
    assert resident.does(f"case:supply.{NUMBER}").asked == "progress.code"


def test_a_village_is_found_by_part_of_its_name_or_with_its_township(resident: Resident) -> None:
    resident.does("menu:complaint", "consent:agree", "matter:wages", "阿扎")
    assert resident.buttons[:3] == ["place:540621100", "place:540621100201", "place:540621100000"] or (
        resident.buttons[:2] == ["place:540621100", "place:540621100201"]
    )
    assert resident.does("阿扎镇阿扎村").asked == "complaint.facts"


def test_a_look_up_in_the_middle_keeps_the_draft(resident: Resident) -> None:
    resident.does(*WAGES[:5], "/status")
    assert resident.asked == "progress.number"
    assert resident.does("/cancel").asked == "complaint.facts"


def test_where_only_guidance_is_given_no_complaint_is_taken(reception: Reception) -> None:
    there = Resident(replace(reception, full=False)).does("menu:complaint")
    assert there.sees[0] == "guidance-only"
    assert there.does(photo()).state.drafts == {}


def test_a_file_lost_later_leaves_every_draft_and_says_so(resident: Resident) -> None:
    resident.does(*WAGES[:11], Sent((Attachment("f1", "document", "a.jpg"),)))
    resident.does(Lost("f1", "file-not-allowed"))
    assert resident.sees[:2] == ["refused-file-not-allowed", "file-left-out"]
    assert "f1" not in str(resident.state.to_json())


def test_a_sticker_gets_a_kind_word_and_the_question_again(resident: Resident) -> None:
    resident.does(*WAGES[:4], Unusable("sticker"))
    assert resident.asked == "complaint.facts"
    assert resident.sees[0] == "refused-sticker"
    assert resident.does("/menu", Unusable("file-too-big")).sees == ["refused-file-too-big"]


def test_buttons_nobody_drew_are_answered_kindly_anywhere(resident: Resident) -> None:
    for place in ((), ("menu:complaint",), ("menu:progress",)):
        resident.does(*place, Pressed("nonsense", "x"))
        assert resident.sees[0] == "refused-stale-button"
        resident.does(Pressed("case", "open"), Pressed("menu", "nonsense"), Pressed("draft", ""))


def test_a_state_of_an_older_release_with_a_dialog_that_is_gone_still_opens(resident: Resident) -> None:
    resident.does(*WAGES[:5])
    stored = resident.state.to_json()
    stored["drafts"]["gone"] = stored["drafts"]["complaint"]
    stored["open"] = ["gone", "complaint"]
    stored.pop("own")
    from dialogs.state import State

    resident.state = State.from_json(stored, resident.reception.dialogs)
    assert resident.does("facts:done").asked == "complaint.request"


@pytest.mark.parametrize("way", ["complaint", "progress", "mydata", "guidance"])
def test_where_nothing_lies_behind_there_is_a_way_to_the_menu(resident: Resident, way: str) -> None:
    resident.does(f"menu:{way}")
    assert "menu:menu" in resident.buttons
    assert resident.does("menu:menu").asked is None


@pytest.mark.parametrize("minutes", [1, 16])
def test_a_review_is_asked_from_the_answer_without_the_code_again(resident: Resident, minutes: int) -> None:
    found = Found(NUMBER, "answered", "wages", date(2026, 11, 24), "renshe", CLOCKS, False, True, False)
    resident.is_told(found).is_told(Answered(NUMBER, "supported", "已发", date(2026, 12, 24), False))
    resident.waits(minutes=minutes).does(f"case:review.{NUMBER}")
    if minutes > 15:
        assert (resident.effects, resident.asked) == ([], "progress.code"), "not for ever"
        return
    assert resident.effects == [ReadReview(NUMBER, True)]
    assert resident.does(f"case:rate.{NUMBER}").asked == "rating.rating"
    assert resident.does(f"case:notices.{NUMBER}").asked == "progress.code", "its words stay under the code"


def test_a_notice_read_again_that_says_press_below_has_its_button_below(resident: Resident) -> None:
    told = (NoticeAgain("receipt", date(2026, 11, 24), "renshe", ()),)
    assert f"case:open.{NUMBER}" not in resident.is_told(Notices(NUMBER, told)).buttons
    told += (NoticeAgain("answered", date(2026, 11, 25), "renshe", ()),)
    assert resident.is_told(Notices(NUMBER, told)).buttons[0] == f"case:open.{NUMBER}"


def test_a_question_whether_it_is_meant_has_not_the_whole_menu_beneath_it(resident: Resident) -> None:
    resident.does(*WAGES, "summary:submit").is_told(Filed(NUMBER, CODE, CLOCKS)).does("/menu")
    resident.does(f"case:withdraw.{NUMBER}")
    sure = [f"case:withdraw-sure.{NUMBER}", f"case:show.{NUMBER}"]
    assert resident.buttons == [*sure, "menu:person", "menu:menu"]
    resident.does("menu:guidance", f"case:withdraw.{NUMBER}")
    assert resident.buttons[:3] == [*sure, "matter:work"], "what stood open stays open"
