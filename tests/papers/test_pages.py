"""Promises about the pages: one each, whole, legible, and nothing of them run as markup."""

from __future__ import annotations

import re

import pytest

from bot.papers.drawing import file_name
from bot.words.messages import LANGUAGES
from cases.matters import MATTERS
from cases.notices import NOTICES
from dialogs.engine.view import Day, Paper, say
from tests.papers import desk
from tests.papers.lines import collisions, lines, pieces

CARDS = tuple(desk.cards())
OTHERS = tuple(desk.others())


def named(paper: Paper) -> str:
    """What a test is called by."""
    return f"{paper.kind}-{len(paper.text)}"


def check(paper: Paper, language: str) -> None:
    """Draw it: one page, no line broken or clipped, with its articles, its day, its number, its last days."""
    (page,) = pieces(desk.drawn(paper, language))
    text = lines(page)
    assert [line for line in text if re.match("[་།，。；：、）》]", line)] == []
    assert collisions(page) == []
    # Where two languages stand side by side their lines are mixed: their pieces are not.
    plain = desk.squeezed("".join(text)) + desk.squeezed("".join(piece.text for piece in page))
    for one, texts in desk.TEXTS.items():
        assert desk.squeezed(texts.value(paper.articles)) in plain
        assert desk.squeezed(texts.text("paper-made", day=Day(paper.on))) in plain
        assert desk.squeezed(texts.say(paper.heading)) in plain, one
        for said in (*paper.says, *paper.remedy):
            assert desk.squeezed(texts.say(said)) in plain, one
    if paper.about not in MATTERS:
        assert paper.about in plain


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_card_fits_one_page(language: str) -> None:
    assert {paper.about for paper in CARDS} == set(MATTERS)
    for paper in CARDS:
        check(paper, language)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("paper", OTHERS, ids=named)
def test_every_notice_and_the_form_fit_one_page(paper: Paper, language: str) -> None:
    check(paper, language)


def test_every_row_of_the_table_of_notices_has_its_paper() -> None:
    assert {paper.kind for paper in OTHERS} >= set(NOTICES)


def test_the_last_day_to_ask_for_review_stands_on_the_answer() -> None:
    coming = desk.notice("answered", "好。")
    assert say("paper-window", what=say("clock-review_window"), days=30) in coming.remedy
    assert ("信访工作条例", 35) in coming.articles.articles
    text = desk.squeezed(desk.pages(desk.drawn(coming, "zh"))[0])
    assert "30天内" in text


@pytest.mark.parametrize(
    "written",
    [
        '#panic("no") #import "x.typ" $x^2$ *a* _b_ `c` <d> @e = f \\ // g /* h */',
        '#read("letters.typ") #sys.inputs',
        "= 标题\n- 一\n+ 二\n/ 三: 四",
        '"}, "kind": "accepted"',
    ],
)
def test_words_of_a_resident_are_never_run_as_markup(written: str) -> None:
    (text,) = desk.pages(desk.drawn(desk.notice("answered", written), "zh"))
    assert desk.squeezed(written) in desk.squeezed(text)


@pytest.mark.parametrize("written", ["办好了😀谢谢", "𬱖先生：钱已付清。", "한국어 钱已付清"])
def test_a_letter_no_font_has_leaves_a_gap_and_never_takes_the_paper(written: str) -> None:
    """An emoji, or a rare character of a name: the notice is there, signed, with all else that is said."""
    paper = desk.notice("answered", written)
    pdf = desk.PAPERS.draw(desk.PAPERS.sheet(paper, "zh"))
    assert desk.PAPERS.is_true(pdf)
    assert pdf == desk.PAPERS.draw(desk.PAPERS.sheet(paper, "zh"))
    told = desk.squeezed("".join(piece.text for page in pieces(pdf) for piece in page))
    assert all(said in told for said in re.findall("[\u4e00-\u9fff]+", written))


def test_a_long_answer_goes_on_overleaf_rather_than_growing_small() -> None:
    pages = desk.pages(desk.drawn(desk.notice("answered", "一" * 4000), "zh"))
    assert 1 < len(pages) <= 3
    assert desk.squeezed("".join(pages)).count("一") >= 4000


def test_a_paper_bears_no_name_and_no_query_code() -> None:
    for paper in OTHERS:
        sheet = desk.PAPERS.sheet(paper, "bo")
        assert sheet["blanks"]
        kind = "receipt" if paper.kind == "retaliation" else paper.kind  # a list of files tells nobody
        assert file_name(sheet) == f"{desk.NUMBER}-{kind}.pdf"
    receipt = desk.pages(desk.drawn(desk.notice("receipt"), "zh"))[0]
    assert not re.search(r"\d{4} \d{4} \d{4} \d{4} \d{4}", receipt)


def test_tibetan_that_nobody_has_signed_is_marked_so() -> None:
    words = desk.PAPERS.sheet(desk.notice("accepted"), "bo")["words"]
    assert words["bo"]["draft"] == desk.TEXTS["bo"].text("paper-draft")
    assert words["zh"]["draft"] == ""


def test_the_readers_language_stands_first() -> None:
    for language in LANGUAGES:
        sheet = desk.PAPERS.sheet(desk.form(), language)
        assert sheet["languages"][0] == language
    assert desk.drawn(desk.form(), "zh") != desk.drawn(desk.form(), "bo")
