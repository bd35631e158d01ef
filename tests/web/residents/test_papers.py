"""Papers on the web: one's own behind one's own cookie, and a page that tells a true one from a false one."""

from __future__ import annotations

import logging
import re

import pytest

from bot.papers.signing import is_true, read_pem
from bot.web.residents.app import residents_app
from bot.wiring import House
from cases.notices import NOTICES
from tests.papers import desk
from tests.web.residents.conftest import ADDRESS
from tests.web.residents.phone import Phone
from tests.web.residents.test_forms import play

TO_CARD = ("=language:zh", "=menu:guidance", "=matter:work", "=matter:wages", "=ask_wages_from:site")
TO_CARD += ("=ask_still_working:yes", "=ask_debt_proof:no", "=when_wrong_ended:skip")


async def paper_link(phone: Phone) -> str:
    """Ask for the card as a document; where it can be had."""
    await phone.open()
    await play(phone, (*TO_CARD, "=paper:card.0"))
    found = re.findall(r'href="(/paper/\d+)"', phone.answer.text)
    assert found
    return str(found[-1])


async def test_a_card_can_be_downloaded_from_its_bubble(phone: Phone, house: House) -> None:
    link = await paper_link(phone)
    answer = await phone.client.get(link)
    assert answer.status_code == 200
    assert answer.headers["content-type"] == "application/pdf"
    assert answer.headers["content-disposition"] == "attachment; filename*=UTF-8''lamton-card.pdf"
    assert house.papers.is_true(answer.content)
    assert (await phone.client.get(link)).content == answer.content


async def test_a_paper_is_not_there_for_another_cookie_or_none(phone: Phone, house: House) -> None:
    link = await paper_link(phone)
    async with Phone(residents_app(house), ADDRESS) as other:
        assert (await other.client.get(link)).status_code == 404
        await other.open()
        await play(other, TO_CARD)
        assert (await other.client.get(link)).status_code == 404
    assert (await phone.client.get("/paper/999999")).status_code == 404
    assert (await phone.client.get("/paper/x")).status_code == 404


async def test_a_message_without_a_paper_has_none(phone: Phone) -> None:
    link = await paper_link(phone)
    number = int(link.rpartition("/")[2])
    assert (await phone.client.get(f"/paper/{number - 1}")).status_code == 404


async def test_a_true_code_is_told_with_what_was_signed(phone: Phone, house: House) -> None:
    sheet = house.papers.sheet(desk.notice("accepted"), "bo")
    answer = await phone.client.post("/verify", data={"code": house.papers.code(sheet)})
    assert answer.status_code == 200
    for said in (desk.NUMBER, "2026年11月26日", "信访事项告知书（受理）", "2026ལོའི་ཟླ་11ཚེས་26ཉིན"):
        assert said in answer.text


@pytest.mark.parametrize("kind", sorted(NOTICES))
async def test_every_kind_of_notice_is_told_by_its_name_in_both_languages(
    phone: Phone, house: House, kind: str
) -> None:
    sheet = house.papers.sheet(desk.notice(kind), "bo")
    answer = await phone.client.post("/verify", data={"code": house.papers.code(sheet)})
    assert desk.NUMBER in answer.text
    for language in house.texts:
        assert sheet["words"][language]["heading"] in answer.text


async def test_a_true_card_is_told_by_its_matter(phone: Phone, house: House) -> None:
    sheet = house.papers.sheet(next(iter(desk.cards())), "zh")
    answer = await phone.client.post("/verify", data={"code": house.papers.code(sheet)})
    assert house.texts["zh"].text("matter-wages") in answer.text


@pytest.mark.parametrize("spoil", ["0", "x", ".."])
async def test_a_false_code_is_told_and_nothing_of_any_case(phone: Phone, house: House, spoil: str) -> None:
    code = house.papers.code(house.papers.sheet(desk.notice("accepted"), "bo"))
    answer = await phone.client.post("/verify", data={"code": spoil + code[len(spoil) :]})
    assert answer.status_code == 200
    assert "被人改过" in answer.text
    assert "20261123" not in answer.text


async def test_to_verify_looks_nothing_up(
    phone: Phone, house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A code of a case that was never filed is told like any other: the answer shows no case exists."""

    async def looked(_work: object) -> None:
        raise AssertionError("the database was asked")

    code = house.papers.code(house.papers.sheet(desk.notice("accepted"), "bo"))
    monkeypatch.setattr(house.store, "read", looked)
    monkeypatch.setattr(house.store, "write", looked)
    answer = await phone.client.post("/verify", data={"code": code})
    assert desk.NUMBER in answer.text


async def test_the_page_of_the_code_holds_no_code_and_needs_no_cookie(phone: Phone) -> None:
    answer = await phone.client.get("/verify")
    assert answer.status_code == 200
    assert "set-cookie" not in answer.headers
    assert re.search(r'src="/static/verify\.[0-9a-f]+\.js"', answer.text)
    assert 'name="code" value=""' in answer.text
    assert (await phone.client.post("/verify", data={"code": " "})).status_code == 200


async def test_a_whole_file_can_be_verified(phone: Phone, house: House) -> None:
    pdf = house.papers.draw(house.papers.sheet(desk.notice("accepted"), "bo"))
    for content, told in ((pdf, "一个字也没有改过"), (pdf.replace(b"0", b"1", 1), "或者被人改过")):
        file = {"file": ("paper.pdf", content, "application/pdf")}
        answer = await phone.client.post("/verify", files=file)
        assert told in answer.text
    too_big = {"file": ("paper.pdf", bytes(2_100_000), "application/pdf")}
    assert (await phone.client.post("/verify", files=too_big)).status_code == 413


async def test_the_public_key_is_published(phone: Phone, house: House) -> None:
    key = read_pem((await phone.client.get("/verify/key.pem")).content)
    pdf = house.papers.draw(house.papers.sheet(desk.notice("accepted"), "bo"))
    assert is_true(pdf, key)


async def test_nothing_of_a_code_is_logged(
    phone: Phone, house: House, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.DEBUG)
    code = house.papers.code(house.papers.sheet(desk.notice("accepted"), "bo"))
    await phone.client.post("/verify", data={"code": code})
    assert code not in caplog.text
    assert "20261123-00482913" not in caplog.text
