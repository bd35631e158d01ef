"""Promises about the catalogue of matters and its articles."""

from __future__ import annotations

import csv
import re
from pathlib import Path

import pytest

from cases.clocks import CLOCKS
from cases.errors import TableInvalid, UnknownMatter
from cases.matters import (
    GROUPS,
    MATTERS,
    MATTERS_FILE,
    Article,
    Kind,
    chinese_number,
    find_matter,
    matters_in,
    read_matters,
)
from cases.notices import NOTICES
from cases.paths import PATHS, articles_in
from tests.cases.conftest import ROOT


def test_the_catalogue_has_its_38_matters_each_in_one_group() -> None:
    assert len(MATTERS) == 38
    assert [matter for group in GROUPS for matter in matters_in(group)].__len__() == 38
    assert GROUPS == (
        "work",
        "land",
        "livelihood",
        "public",
        "civil",
        "safety",
        "justice",
        "report",
        "civic",
    )


def test_only_suggestions_and_reports_may_come_without_a_name() -> None:
    unnamed = {matter.kind for matter in MATTERS.values() if matter.anonymous}
    assert unnamed == {Kind.SUGGESTION, Kind.REPORT}


def test_a_matter_nobody_knows_is_refused() -> None:
    assert find_matter("wages").zh == "拖欠工资"
    with pytest.raises(UnknownMatter):
        find_matter("Wages")


@pytest.mark.parametrize(
    ("number", "written"),
    [
        (1, "一"),
        (10, "十"),
        (14, "十四"),
        (20, "二十"),
        (34, "三十四"),
        (100, "一百"),
        (105, "一百零五"),
        (110, "一百一十"),
        (188, "一百八十八"),
        (1005, "一千零五"),
        (1010, "一千零一十"),
        (1260, "一千二百六十"),
    ],
)
def test_articles_are_numbered_as_laws_write_them(number: int, written: str) -> None:
    assert chinese_number(number) == written


def test_an_article_is_cited_in_full() -> None:
    assert Article.parse("信访工作条例#34").cite() == "《信访工作条例》第三十四条"
    assert Article.parse("民法典-总则#188").cite() == "《民法典》第一百八十八条"
    assert str(Article.parse("信访工作条例#34")) == "信访工作条例#34"


@pytest.mark.parametrize(
    "text", ["", "信访工作条例", "#34", "信访工作条例#", "信访工作条例#0", "信访工作条例#三"]
)
def test_a_malformed_article_is_refused(text: str) -> None:
    with pytest.raises(TableInvalid):
        Article.parse(text)


def rows() -> list[dict[str, str]]:
    with MATTERS_FILE.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.mark.parametrize(
    "change",
    [
        {"id": "debt"},  # doubled
        {"kind": "rumour"},
        {"zh": ""},
        {"sealed": "perhaps"},
        {"anonymous": "yes"},  # of a claim
    ],
)
def test_a_broken_catalogue_refuses(change: dict[str, str]) -> None:
    table = rows()
    assert table[0]["id"] == "wages"
    table[0] |= change
    with pytest.raises(TableInvalid):
        read_matters(table)


@pytest.fixture(scope="session")
def laws() -> dict[str, str]:
    """The texts of the laws by short name, where a folder beside the repository holds them."""
    found = next(ROOT.parent.glob("*/law/信访工作条例*.md"), None)
    if found is None:
        pytest.skip("the texts of the laws are not at hand: no */law beside the repository")
    return {name(path): path.read_text(encoding="utf-8") for path in found.parent.glob("*.md")}


def name(path: Path) -> str:
    return path.stem.partition("(")[0]


def text_of(article: Article, laws: dict[str, str]) -> str:
    """The article's text, "" where there is none."""
    heading = r"^\W*第[一二三四五六七八九十百千零]+条"
    wanted = re.compile(
        rf"^\W*第{chinese_number(article.number)}条[\s　](.*?)(?={heading}|\Z)", re.MULTILINE | re.DOTALL
    )
    match = wanted.search(laws.get(article.law, ""))
    return match[1] if match else ""


def test_every_article_cited_exists(laws: dict[str, str]) -> None:
    cited = set(articles_in(tuple(PATHS.values())))
    cited |= {clock.basis for clock in CLOCKS if clock.basis}
    cited |= {notice.article for notice in NOTICES.values()}
    assert len(cited) > 60
    assert [str(article) for article in sorted(cited) if not text_of(article, laws)] == []


def test_every_limit_of_law_is_the_number_its_article_names(laws: dict[str, str]) -> None:
    for clock in CLOCKS:
        if clock.basis:
            assert clock.days is not None
            unit = "个工作日" if clock.working_days else "日内"
            text = text_of(clock.basis, laws)
            assert f"{clock.days}{unit}" in text or f"{chinese_number(clock.days)}{unit}" in text, clock.name
