"""Figures at the desk: any period beside the year before, charts, and files to take away.

Whoever sees the county's cases sees its numbers whole. Everybody else sees their own numbers, and of the
county finished calendar years, without small numbers (`cases.hiding`).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from urllib.parse import urlencode

from markupsafe import Markup
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route

from bot.figures.counted import Counted, count
from bot.figures.documents import made
from bot.figures.drawn import charts
from bot.figures.report import report
from bot.figures.tables import csv_of, xlsx_of
from bot.figures.wording import parts
from bot.web.desk.drawing import Drawing
from bot.web.desk.visit import Visit, visit_of
from bot.wiring import House
from bot.words.messages import LANGUAGES
from bot.words.texts import Texts
from cases.hiding import may_be_told
from cases.periods import Period, month_of, quarter_of, year_of
from dialogs.engine.view import Day
from storage.figures.eyes import Eyes, county_eyes, own_eyes
from storage.sight import sees_the_county

OWN, COUNTY = "own", "county"
FORMS = {
    "csv": "text/csv; charset=utf-8",
    "xlsx": "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "pdf": "application/pdf",
}
YEARS_SHOWN = 5


class PeriodRefused(Exception):
    """No period, or one this member may not see; `said` is the message that says so."""

    def __init__(self, said: str) -> None:
        super().__init__(said)
        self.said = said


@dataclass(frozen=True)
class Asked:
    """What is looked at: a period, and whose numbers."""

    period: Period
    whose: str

    @property
    def query(self) -> str:
        """The same in an address."""
        since, until = self.period.since.isoformat(), self.period.until.isoformat()
        return urlencode({"whose": self.whose, "since": since, "until": until})


@dataclass(frozen=True)
class Way:
    """One period to choose: its address, its words, whether it is the one in view."""

    query: str
    label: str
    chosen: bool


class Figures:
    """`/figures`, and what is taken away from there."""

    def __init__(self, house: House, drawing: Drawing) -> None:
        self._house, self._drawing = house, drawing

    @property
    def routes(self) -> list[Route]:
        """Its pages."""
        return [Route("/figures", self.show), Route("/figures/take/{form}", self.take)]

    async def show(self, request: Request) -> Response:
        """The figures of a period; a wrong one is told, and the year stands in its place."""
        visit = await visit_of(self._house, request)
        texts, today = self._drawing.texts(request, visit), self._house.time.today()
        refused, status, typed = "", 200, dict[str, str]()
        try:
            asked = asked_of(request, visit, today)
        except PeriodRefused as error:
            refused, status, typed = texts.text(error.said), 422, dict(request.query_params)
            asked = Asked(year_of(today.year), COUNTY if sees_the_county(visit.member) else OWN)
        counted = await self._counted(visit, asked)
        drawn = charts(texts, self._house.office, counted)
        return self._drawing.page(
            "figures.html",
            request,
            visit,
            status,
            refused=refused,
            period=period_label(texts, asked.period),
            as_of=texts.text("staff-figures-as-of", day=Day(today)),
            parts=list(parts(texts, self._house.office, counted)),
            charts=[(one, Markup(one.key + one.svg)) for one in drawn],  # noqa: S704 - drawn and escaped here
            ways=_ways(texts, visit, asked, today),
            since=typed.get("since") or asked.period.since.isoformat(),
            until=typed.get("until") or asked.period.until.isoformat(),
            whose=asked.whose,
            sees_the_county=sees_the_county(visit.member),
            exact=counted.exact,
            query=asked.query,
            reports=_reports(texts) if sees_the_county(visit.member) and asked.period.year else [],
            back=f"/figures?{asked.query}",
        )

    async def take(self, request: Request) -> Response:
        """A file of the period: a table of all figures, or the yearly report."""
        visit = await visit_of(self._house, request)
        texts, today = self._drawing.texts(request, visit), self._house.time.today()
        form = request.path_params["form"]
        if form not in FORMS:
            raise HTTPException(404)
        language = request.query_params.get("language", "")
        try:
            asked = asked_of(request, visit, today)
            if form in ("docx", "pdf") and (asked.period.year is None or not sees_the_county(visit.member)):
                raise PeriodRefused("staff-figures-wrong-period")
        except PeriodRefused as error:
            return self._drawing.trouble(request, visit, texts.text(error.said), 422)
        counted, office = await self._counted(visit, asked), self._house.office
        if form in ("docx", "pdf"):
            one = language if language in LANGUAGES else texts.language
            content = await made(report((one,), self._house.texts, office, counted, today), form)
        else:
            content = (csv_of if form == "csv" else xlsx_of)(texts, office, counted)
        since, until = asked.period.since, asked.period.until
        name = f"figures-{since:%Y%m%d}-{until:%Y%m%d}.{form}"
        headers = {"content-disposition": f'attachment; filename="{name}"', "cache-control": "no-store"}
        return Response(content, media_type=FORMS[form], headers=headers)

    async def _counted(self, visit: Visit, asked: Asked) -> Counted:
        eyes, today = eyes_of(visit, asked), self._house.time.today()
        return await self._house.store.read(lambda c: count(c, eyes, asked.period, today))


def eyes_of(visit: Visit, asked: Asked) -> Eyes:
    """Whose eyes the numbers are counted for."""
    return county_eyes(visit.member) if asked.whose == COUNTY else own_eyes(visit.member)


def asked_of(request: Request, visit: Visit, today: date) -> Asked:
    """The period and whose numbers an address asks for; by default this year. Raises PeriodRefused."""
    words = request.query_params
    whole = sees_the_county(visit.member)
    whose = COUNTY if whole or words.get("whose") == COUNTY else OWN
    since, until = words.get("since", ""), words.get("until", "")
    try:
        period = Period(date.fromisoformat(since), date.fromisoformat(until)) if since or until else None
        if period is not None and not (period.since.year > 1 and period.until.year < 9999):
            raise ValueError
    except ValueError:
        raise PeriodRefused("staff-figures-wrong-period") from None
    if whose == COUNTY and not whole:
        period = period or year_of(today.year - 1)
        if not may_be_told(period, today):
            raise PeriodRefused("staff-figures-years-only")
    return Asked(period or year_of(today.year), whose)


def period_label(texts: Texts, period: Period) -> str:
    """A period in words."""
    since, until = (texts.value(Day(day)) for day in (period.since, period.until))
    return texts.text("staff-figures-period", since=since, until=until)


def _reports(texts: Texts) -> list[tuple[str, str, str]]:
    """The yearly report to take away: language, form, and words for both."""
    return [
        (language, form, f"{texts.text(f'staff-figures-report-{language}')} {form.upper()}")
        for language in LANGUAGES
        for form in ("docx", "pdf")
    ]


def _ways(texts: Texts, visit: Visit, asked: Asked, today: date) -> list[Way]:
    if asked.whose == COUNTY and not sees_the_county(visit.member):
        years = range(today.year - 1, today.year - 1 - YEARS_SHOWN, -1)
        periods = [(texts.value(Day(date(year, 1, 1), "year")), year_of(year)) for year in years]
    else:
        periods = [
            (texts.text("staff-figures-month"), month_of(today)),
            (texts.text("staff-figures-quarter"), quarter_of(today)),
            (texts.text("staff-figures-year"), year_of(today.year)),
            (texts.text("staff-figures-last-year"), year_of(today.year - 1)),
        ]
    return [Way(Asked(one, asked.whose).query, label, one == asked.period) for label, one in periods]
