"""Promises about the catalogue of lawful paths: whole, true to the law's texts, worded, right to the day."""

from __future__ import annotations

import copy
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from bot.words.messages import LANGUAGES, read_folder
from cases.clocks import CLOCKS
from cases.errors import TableInvalid
from cases.laws import LAWS, law_of, read_laws
from cases.matters import MATTERS, Article, Kind, chinese_number
from cases.notices import NOTICES
from cases.office import Office
from cases.paths import (
    MESSAGES,
    NEAR_DAYS,
    PATHS,
    Limit,
    MatterPaths,
    Standing,
    Unit,
    articles_in,
    check_units,
    last_day,
    read_catalogue,
    read_tables,
    standing,
)
from tests.cases.conftest import ROOT
from tests.cases.test_matters import name, text_of

EACH = pytest.mark.parametrize("way", PATHS.values(), ids=lambda way: way.matter)


@EACH
def test_however_the_questions_are_answered_a_path_is_open(way: MatterPaths) -> None:
    for answers in way.all_answers():
        assert way.open_paths(answers)
        assert way.stand(answers) in way.office
        assert way.question_to_ask(answers) is None


@EACH
def test_every_path_can_be_reached(way: MatterPaths) -> None:
    reached = {path.id for answers in way.all_answers() for path in way.open_paths(answers)}
    assert reached == {path.id for path in way.paths}


@EACH
def test_no_question_is_asked_for_nothing(way: MatterPaths) -> None:
    def outcome(answers: dict[str, str]) -> object:
        return tuple((p.id, p.limits(answers)) for p in way.open_paths(answers)), way.stand(answers)

    for question in way.questions:
        told: dict[str | None, set[object]] = {}
        for answers in way.all_answers():
            told.setdefault(answers.get(question.id), set()).add(outcome(answers))
        assert len({frozenset(one) for one in told.values()}) > 1, question.id


def test_all_38_matters_have_paths() -> None:
    assert tuple(PATHS) == tuple(MATTERS)
    assert all(way.paths for way in PATHS.values())


def test_the_petition_procedure_is_open_only_where_no_other_is() -> None:
    """《信访工作条例》第三十一条第六项: what items 1 to 5 take does not go through the petition procedure."""
    for way in PATHS.values():
        for answers in way.all_answers():
            petition = any(path.name == "petition" for path in way.open_paths(answers))
            assert not petition or way.stand(answers).rule == "6", (way.matter, answers)


def test_a_sealed_matter_sends_nobody_to_the_petition_office() -> None:
    sealed = [PATHS[matter.id] for matter in MATTERS.values() if matter.kind is Kind.REPORT]
    assert sealed
    assert not any("xinfang" in path.who for way in sealed for path in way.paths)


def test_nothing_is_asked_twice_and_the_first_question_comes_first() -> None:
    wages = PATHS["wages"]
    first = wages.question_to_ask({})
    assert first is not None
    assert first.id == "wages_from"
    second = wages.question_to_ask({"wages_from": "company"})
    assert second is not None
    assert second.id == "still_working"
    third = wages.question_to_ask({"wages_from": "person"})
    assert third is not None
    assert third.id == "debt_proof"


def test_wages_have_no_year_while_one_still_works_there() -> None:
    arbitration = PATHS["wages"].find("arbitration_labour")
    assert arbitration.limits({"wages_from": "company", "still_working": "yes"}) == ()
    (limit,) = arbitration.limits({"wages_from": "company", "still_working": "no"})
    assert (limit.amount, limit.unit, limit.counted_from) == (1, Unit.YEAR, "job_ended")


# ── The law ──


@pytest.fixture(scope="session")
def texts() -> dict[str, str]:
    """The texts of the laws by short name, where a folder beside the repository holds them."""
    found = next(ROOT.parent.glob("*/law/信访工作条例*.md"), None)
    if found is None:
        pytest.skip("the texts of the laws are not at hand: no */law beside the repository")
    return {name(path): path.read_text(encoding="utf-8") for path in found.parent.glob("*.md")}


def test_every_article_of_every_path_exists(texts: dict[str, str]) -> None:
    cited = articles_in(tuple(PATHS.values()))
    assert len(cited) > 250
    assert [str(article) for article in sorted(cited) if not text_of(article, texts)] == []


UNITS = {
    Unit.HOUR: "个?小时",
    Unit.DAY: "日",
    Unit.WORKING_DAY: "个工作日",
    Unit.MONTH: "个月",
    Unit.YEAR: "年",
}
NUMERAL = "[0-9一二三四五六七八九十百]"
# 《行政处罚法》第八十五条: its days are working days
DAYS_THAT_WORK = {"行政处罚法"}


def named(amount: int, limit: Limit) -> str:
    """How the article may write this amount."""
    ways = {str(amount), chinese_number(amount), *(("两",) if amount == 2 else ())}
    unit = "日" if limit.article.law in DAYS_THAT_WORK else UNITS[limit.unit]
    return rf"(?<!{NUMERAL})(?:{'|'.join(ways)}){unit}"


def limits() -> Iterator[tuple[str, Limit]]:
    for way in PATHS.values():
        for path in way.paths:
            for limit in (*path.answers, *(one.limit for one in path.by)):
                yield f"{way.matter}/{path.id}", limit


def test_every_limit_is_the_number_its_article_names(texts: dict[str, str]) -> None:
    wrong = []
    for where, limit in limits():
        text = text_of(limit.article, texts)
        for amount in (limit.amount, limit.extend, limit.at_most):
            if amount is not None and not re.search(named(amount, limit), text):
                wrong.append(f"{where}: {amount} {limit.unit} is not in {limit.article}")
    assert len(list(limits())) > 150
    assert wrong == []


def test_a_number_the_article_does_not_name_is_found_out(texts: dict[str, str]) -> None:
    _, limit = next((w, x) for w, x in limits() if x.article == Article("行政复议法", 20))
    assert re.search(named(60, limit), text_of(limit.article, texts))
    assert not re.search(named(30, limit), text_of(limit.article, texts))
    assert not re.search(named(10, limit), text_of(limit.article, texts))


def test_every_law_is_named_once_with_the_day_of_its_text(texts: dict[str, str]) -> None:
    files = {path.stem for path in next(ROOT.parent.glob("*/law")).glob("*.md")}
    for law in LAWS.values():
        dated = {stem for stem in files if stem.partition("(")[0].partition("-")[0] == law.short}
        assert dated, law.short
        assert all("(" not in stem or stem.endswith(f"({law.dated_on})") for stem in dated), law.short


def test_every_law_cited_anywhere_is_known() -> None:
    cited = set(articles_in(tuple(PATHS.values())))
    cited |= {clock.basis for clock in CLOCKS if clock.basis} | {n.article for n in NOTICES.values()}
    assert {law_of(article).short for article in cited} <= set(LAWS)
    assert law_of(Article("民法典-总则", 188)).official == "中华人民共和国民法典"


@pytest.mark.parametrize("change", [{"id": ""}, {"official": ""}, {"dated_on": "2022"}, {"issuer": ""}])
def test_a_broken_law_refuses(change: dict[str, str]) -> None:
    row = {"id": "a", "short": "甲法", "official": "甲法", "dated_on": "2022-02-25", "issuer": "某"}
    assert read_laws([row])
    with pytest.raises(TableInvalid):
        read_laws([row | change])
    with pytest.raises(TableInvalid):
        read_laws([row, row | {"id": "b", "short": "乙法"}])


# ── Places and words ──


def test_every_unit_is_one_of_the_office(office: Office) -> None:
    check_units(office)
    with pytest.raises(TableInvalid, match="renshe"):
        check_units(replace(office, units={k: u for k, u in office.units.items() if k != "renshe"}))


def test_every_hotline_is_one_of_the_office(office: Office) -> None:
    told = {number for way in PATHS.values() for path in way.paths for number in path.hotline}
    assert told <= set(office.hotlines.values())


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_of_the_catalogue_exists(language: str) -> None:
    messages, problems = read_folder(ROOT / "locales" / language)
    said = {f"{beginning}{end}" for beginning, ends in MESSAGES.items() for end in ends}
    assert problems == []
    assert said - messages.keys() == set()


def numbers_in(text: str) -> set[int]:
    """The numbers a text writes in digits, telephone numbers left out."""
    return {int(n) for n in re.findall(r"\d+", text)} - HOTLINES


HOTLINES = {110, 119, 120, 122, 12309, 12348, 12388}


def test_both_languages_say_the_same_numbers() -> None:
    zh, bo = (read_folder(ROOT / "locales" / language)[0] for language in ("zh", "bo"))
    said = [i for beginning, ends in MESSAGES.items() for i in (f"{beginning}{end}" for end in ends)]
    assert [i for i in said if numbers_in(zh[i].source) != numbers_in(bo[i].source)] == []


# The few words that carry a number themselves, and the articles it stands in.
WORDS_WITH_NUMBERS = {
    "path-name-return_online": "消费者权益保护法#25",
    "path-next-appeal_admin": "行政诉讼法#85",
    "path-next-appeal_civil": "民事诉讼法#171",
    "path-next-review": "信访工作条例#35",
    "path-note-aid_urgent": "法律援助法#44",
    "path-note-autopsy_cold": "医疗纠纷预防和处理条例#26",
    "path-note-award_final": "劳动争议调解仲裁法#48",
    "path-note-confirm": "人民调解法#33",
    "path-note-employer_30": "工伤保险条例#17",
    "path-note-enforce_six_months": "民事诉讼法#237",
    "path-note-five_people": "信访工作条例#20",
    "path-note-no_limit_working": "劳动争议调解仲裁法#27",
    "path-note-no_reply_15": "行政诉讼法#45",
    "path-note-not_told": "行政复议法#20",
    "path-note-notice_says_day": "土地管理法#47",
    "path-note-objection_ten": "民事诉讼法#236",
    "path-note-pay_in_days": "保障中小企业款项支付条例#9",
    "path-note-short_suit": "土地管理法#83",
    "path-note-six_months": "反家庭暴力法#30",
    "path-note-three_times": "消费者权益保护法#55",
    "path-office-6": "信访工作条例#34",
}


def test_a_word_that_carries_a_number_has_it_from_its_article(texts: dict[str, str]) -> None:
    zh, _ = read_folder(ROOT / "locales" / "zh")
    said = {i for beginning, ends in MESSAGES.items() for i in (f"{beginning}{end}" for end in ends)}
    assert {i for i in said if numbers_in(zh[i].source)} == set(WORDS_WITH_NUMBERS)
    for i, article in WORDS_WITH_NUMBERS.items():
        for number in numbers_in(zh[i].source):
            ways = f"{number}|{chinese_number(number)}"
            assert re.search(rf"(?<!{NUMERAL})(?:{ways})", text_of(Article.parse(article), texts)), (
                i,
                number,
            )


# ── What refuses ──

Change = Callable[[dict[str, Any]], None]


def _set(key: str, value: object) -> Any:
    """The first path of wages, with another value of one key."""

    def change(tables: dict[str, Any]) -> None:
        tables["work.toml"]["wages"]["paths"][0][key] = value

    return pytest.param(change, id=f"{key}={value}")


def _lose_matter(tables: dict[str, Any]) -> None:
    del tables["work.toml"]["wages"]


def _wrong_group(tables: dict[str, Any]) -> None:
    tables["land.toml"]["wages"] = tables["work.toml"].pop("wages")


def _late_question(tables: dict[str, Any]) -> None:
    tables["work.toml"]["wages"]["questions"].reverse()


def _wrong_stand(tables: dict[str, Any]) -> None:
    tables["work.toml"]["wages"]["office"] = [{"rule": "report"}]


def _no_stand(tables: dict[str, Any]) -> None:
    tables["work.toml"]["wages"]["office"] = [{"rule": "5", "fits": {"wages_from": ["site"]}}]


def _doubled(tables: dict[str, Any]) -> None:
    paths = tables["work.toml"]["wages"]["paths"]
    paths.append(paths[0])


def _dead_end(tables: dict[str, Any]) -> None:
    for path in tables["work.toml"]["wages"]["paths"]:
        path["fits"] = {"wages_from": ["site"]}


LIMIT = {"within": 60, "unit": "day", "from": "accepted", "article": "行政复议法#62"}


@pytest.mark.parametrize(
    "change",
    [
        *(_lose_matter, _wrong_group, _late_question, _wrong_stand, _no_stand, _doubled, _dead_end),
        _set("kind", "rumour"),
        _set("who", []),
        _set("articles", []),
        _set("articles", ["劳动合同法"]),
        _set("articles", ["梦想法#3"]),
        _set("fits", {"weather": ["rain"]}),
        _set("fits", {"wages_from": ["moon"]}),
        _set("then", "nowhere"),
        _set("then", "inspection"),
        _set("then_say", "review"),
        _set("cost", {"rule": "dear"}),
        _set("aid", [{"rule": "all", "articles": ["法律援助法#31"]}]),
        _set("like", "nothing"),
        _set("colour", "red"),
        _set("answers", [LIMIT | {"unit": "week"}]),
        _set("answers", [LIMIT | {"within": 0}]),
        _set("answers", [LIMIT | {"at_most": 30}]),
        _set("answers", [LIMIT | {"until": 3}]),
        _set("by", [{"limit": 1}]),
    ],
)
def test_a_broken_catalogue_refuses(change: Change) -> None:
    tables = copy.deepcopy(read_tables())
    read_catalogue(tables)
    change(tables)
    with pytest.raises(TableInvalid):
        read_catalogue(tables)


# ── The last day ──


def limit(amount: int, unit: Unit) -> Limit:
    return Limit(amount, unit, "decision_known", Article("行政复议法", 20))


@pytest.mark.parametrize(
    ("amount", "unit", "event", "last"),
    [
        (30, Unit.DAY, "2026-03-02", "2026-04-01"),  # the day itself is day zero
        (15, Unit.DAY, "2026-03-06", "2026-03-23"),  # a Saturday rolls to Monday
        (60, Unit.DAY, "2026-08-03", "2026-10-08"),  # National Day, 2 October, rolls past the holiday
        (6, Unit.MONTH, "2026-03-17", "2026-09-17"),  # the day of the same number
        (
            6,
            Unit.MONTH,
            "2025-08-31",
            "2026-02-28",
        ),  # no 31 February: the month's last day, a made-up Saturday
        (6, Unit.MONTH, "2026-04-03", "2026-10-08"),  # months roll past a holiday too
        (1, Unit.MONTH, "2024-01-31", "2024-02-29"),
        (1, Unit.YEAR, "2024-02-29", "2025-02-28"),
        (3, Unit.YEAR, "2023-05-11", "2026-05-11"),
        (10, Unit.WORKING_DAY, "2026-03-02", "2026-03-16"),
        (48, Unit.HOUR, "2026-03-05", "2026-03-07"),  # hours wait for no working day
        (2, Unit.YEAR, "2001-06-01", "2003-06-01"),  # before any calendar: as it falls
    ],
)
def test_the_last_day_is_that_of_the_civil_code(
    amount: int, unit: Unit, event: str, last: str, office: Office
) -> None:
    due = last_day(limit(amount, unit), date.fromisoformat(event), office.calendar)
    assert due.on == date.fromisoformat(last)


def test_a_last_day_in_a_year_not_announced_is_an_aim(office: Office) -> None:
    assert last_day(limit(3, Unit.YEAR), date(2036, 3, 3), office.calendar).provisional
    assert not last_day(limit(30, Unit.DAY), date(2026, 3, 2), office.calendar).provisional


def test_a_limit_is_past_only_from_the_day_after() -> None:
    last = date(2026, 9, 17)
    assert standing(last, date(2026, 9, 18)) is Standing.PAST
    assert standing(last, last) is Standing.NEAR
    assert standing(last, date.fromordinal(last.toordinal() - NEAR_DAYS)) is Standing.NEAR
    assert standing(last, date.fromordinal(last.toordinal() - NEAR_DAYS - 1)) is Standing.OPEN


@pytest.mark.parametrize("written", [b"[matters\n", b"\xff\xfe", "id = 工资\n".encode()])
def test_a_file_of_the_catalogue_that_cannot_be_read_is_refused_by_its_name(
    tmp_path: Path, written: bytes
) -> None:
    (tmp_path / "work.toml").write_bytes(written)
    with pytest.raises(TableInvalid, match=r"^work\.toml: "):
        read_tables(tmp_path)
