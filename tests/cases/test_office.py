"""Promises about the data of an office."""

from __future__ import annotations

import re
import shutil
from collections import Counter
from datetime import date
from pathlib import Path

import pytest

from cases.errors import OfficeInvalid, UnknownPlace
from cases.office import Office, load_office
from cases.paths import AUTHORITIES, PATHS
from cases.places import ELSEWHERE, Level
from cases.units import UnitKind
from tests.cases.conftest import ROOT

JIALI = ROOT / "office" / "jiali"


def test_the_county_has_its_townships_and_124_villages(office: Office) -> None:
    count = Counter(place.level for place in office.places.by_code.values())
    assert (count[Level.TOWN], count[Level.TOWNSHIP]) == (2, 8)
    assert count[Level.VILLAGE] + count[Level.COMMUNITY] == 124
    assert count[Level.ITSELF] == 10
    assert len(office.places.towns()) == 10


def test_every_leaf_is_reached_from_the_county_in_two_steps(office: Office) -> None:
    reached = {leaf.code for town in office.places.towns() for leaf in office.places.children(town.code)} | {
        ELSEWHERE
    }
    assert reached == {place.code for place in office.places.by_code.values() if place.is_leaf}
    assert [place.zh for place in office.places.path("540621101202")] == ["嘉黎县", "嘉黎镇", "阿琼村"]


def test_every_township_has_its_unit_and_every_unit_its_name(office: Office) -> None:
    townships = {unit.id for unit in office.units.values() if unit.kind is UnitKind.TOWNSHIP}
    assert townships == {place.code for place in office.places.towns()}
    assert all(unit.zh for unit in office.units.values())
    assert office.takes("xinfang")
    assert office.takes("540621207")
    assert not office.takes("fayuan")
    assert not office.takes("nowhere")


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("阿琼", "540621101202"),
        (" 阿 琼 村 ", "540621101202"),
        ("嘉黎县嘉黎镇阿琼村", "540621101202"),
        ("多", "540621203206"),  # 多奇吾村, before the many that only have 多 in them
        ("麦地卡", "540621207000"),  # the township itself, before its villages
        ("དུས", None),
        ("ལྷ་རི་གྲོང་རྡལ", "540621101000"),
        ("", None),
        ("。", None),
        ("纽约", None),
    ],
)
def test_typing_part_of_a_name_finds_the_place(office: Office, typed: str, first: str | None) -> None:
    found = office.places.find(typed)
    assert (found[0].code if found else None) == first
    assert all(place.is_leaf for place in found)


def test_every_village_is_found_by_its_own_name(office: Office) -> None:
    for place in office.places.by_code.values():
        if place.is_leaf and place.level is not Level.ELSEWHERE:
            assert place in office.places.find(place.zh)


def test_a_place_nobody_knows_is_refused(office: Office) -> None:
    with pytest.raises(UnknownPlace):
        office.places.get("540622")


@pytest.mark.parametrize(
    ("code", "bo"),
    [
        ("540621101", "ལྷ་རི་གྲོང་རྡལ"),  # sure enough to stand alone
        ("540621203", "མཚོ་སྟོད་ཤང (措多乡)"),  # doubtful
        ("540621207", "(麦地卡乡)"),  # no sourced spelling
        ("540621101202", "(阿琼村)"),
    ],
)
def test_a_doubtful_tibetan_name_has_the_chinese_beside_it(office: Office, code: str, bo: str) -> None:
    place = office.places.get(code)
    assert place.name("bo") == bo
    assert place.name("zh") == place.zh


def test_no_telephone_of_the_county_is_invented(office: Office) -> None:
    assert office.phone == ""
    known = set(office.hotlines.values())
    assert {"110", "119", "120", "12356", "12388"} <= known
    assert {number for way in PATHS.values() for path in way.paths for number in path.hotline} <= known


def test_a_channel_the_office_does_not_name_takes_no_case(office: Office) -> None:
    assert office.may_file("web")
    assert not office.may_file("fax")


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    return Path(shutil.copytree(JIALI, tmp_path / "office"))


def test_the_offices_own_calendar_is_read(copy: Path) -> None:
    toml = copy / "office.toml"
    text = toml.read_text(encoding="utf-8").replace(
        "regional_days_off = []", "regional_days_off = [2026-03-03]"
    )
    toml.write_text(
        text + "\n[calendar.announced.2027]\noff = [2027-01-01]\nworking = [2027-01-03]\n", encoding="utf-8"
    )
    calendar = load_office(copy).calendar
    assert not calendar.is_working(date(2026, 3, 3))
    assert calendar.is_working(date(2027, 1, 3))
    assert not calendar.is_provisional(date(2027, 1, 4))


@pytest.mark.parametrize(
    ("file", "old", "new"),
    [
        ("office.toml", 'own_unit = "xinfang"', 'own_unit = "fayuan"'),
        ("office.toml", 'level_above = "nagqu_xinfang"', 'level_above = "moon"'),
        ("office.toml", 'station = "00"', 'station = "0"'),
        ("office.toml", 'case_prefix = "嘉信"', 'case_prefix = "嘉1"'),
        ("office.toml", "Asia/Shanghai", "Asia/Lhasa"),
        ("office.toml", "acceptance = 3", "acceptance = 0"),
        ("office.toml", "acceptance = 3", ""),
        ("office.toml", 'telegram = "full"', 'telegram = "maybe"'),
        ("office.toml", "regional_days_off = []", 'regional_days_off = ["2026-03-03"]'),
        ("office.toml", "[contact]", "[contact"),
        ("places.csv", "540621101202,540621101,village", "540621101201,540621101,village"),  # doubled
        ("places.csv", "540621101202,540621101,village", "540621101202,540622101,village"),  # no parent
        ("places.csv", "540621101202,540621101,village", "540621101202,540621,village"),  # parent's level
        ("places.csv", "540621101202,540621101,village", "540621101202,540621101,city"),
        ("places.csv", "540621201,540621,township,尼屋乡,,", "540621201,540621,township,尼屋乡,,yes"),
        ("units.csv", "renshe,", "xinfang,"),
        ("units.csv", ",county,petition,yes", ",county,petition,maybe"),
        ("units.csv", "540621100,", "540621999,"),
        ("units.csv", "xinfang,嘉黎县信访局", "xinfang,"),
        ("units.csv", ",county,petition,yes,,,,,,,", ",moon,petition,yes,,,,,,,"),
        ("units.csv", ",county,petition,yes,,,,,,,", ",county,petition,yes,moon,,,,,,"),
        ("units.csv", ",county,petition,yes,,,,,,,", ",county,petition,yes,xinfang,,,,,,"),
        ("units.csv", ",county,petition,yes,,,,,,,", ",county,petition,yes,,,Dukang Road, 5,,,,"),
        ("units.csv", ",county,petition,yes,,,,,,,", ",county,petition,yes,,,"),
        ("places.csv", "540621,,county,嘉黎县", "540621,,county,"),
        ("reception.csv", "who_zh", "who"),
        ("office.toml", 'station = "00"', "station = 0"),
        ("office.toml", 'phone = ""', "phone = 123"),
        ("office.toml", "bo_shown = false", 'bo_shown = "no"'),
        ("office.toml", '[name]\nzh = "嘉黎县信访局"', '[name]\nzh = ""'),
        ("office.toml", 'police = "110"', 'polis = "110"'),
        ("office.toml", 'police = "110"', "police = 110"),
        ("office.toml", 'telegram = "full"', 'telegramm = "full"'),
        ("office.toml", 'government = "xian_zhengfu"', 'government = "moon"'),
        ("office.toml", "[review.places]", '[review.places.xian_zhengfu]\nzh = "三楼"'),
        (
            "office.toml",
            "[calendar.announced]",
            "[calendar.announced.2027]\noff = [2026-01-01]\nworking = []",
        ),
        ("office.toml", 'neutral_page = "https:', 'neutral_page = "javascript:'),
        ("office.toml", "discipline_keys = []", 'discipline_keys = ["a key", "another"]'),
    ],
)
def test_data_that_cannot_be_right_refuse_to_start(copy: Path, file: str, old: str, new: str) -> None:
    load_office(copy)
    text = (copy / file).read_text(encoding="utf-8")
    assert old in text
    (copy / file).write_text(text.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(OfficeInvalid, match=rf"^{re.escape(file)}|^this does not hold: ."):
        load_office(copy)


@pytest.mark.parametrize("file", ["office.toml", "places.csv", "units.csv", "reception.csv"])
def test_data_saved_on_windows_are_read(copy: Path, file: str) -> None:
    office = load_office(copy)
    path = copy / file
    path.write_bytes(b"\xef\xbb\xbf" + path.read_bytes().replace(b"\n", b"\r\n"))
    again = load_office(copy)
    assert (again.zh, dict(again.units)) == (office.zh, dict(office.units))
    assert again.places.by_code == office.places.by_code


def test_a_missing_file_refuses_to_start(copy: Path) -> None:
    (copy / "units.csv").unlink()
    with pytest.raises(OfficeInvalid, match=r"units\.csv"):
        load_office(copy)


def test_every_unit_the_catalogue_of_matters_names_is_one_of_the_office_s(office: Office) -> None:
    named = {who for way in PATHS.values() for path in way.paths for who in path.who} - AUTHORITIES
    assert named <= set(office.units)
    departments = {
        u.id for u in office.units.values() if u.kind is UnitKind.DEPARTMENT and u.level == "county"
    }
    reconsideration = {"xian_zhengfu_fuyi"}  # 行政复议机构: by its own law, not by forwarding
    assert {u for u in named & departments - reconsideration if not office.takes(u)} == set()
    assert len([u for u in office.units.values() if u.kind is UnitKind.TOWNSHIP and u.takes]) == 10
