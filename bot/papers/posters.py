"""The wall's posters as PDF or picture, A3, both languages on one page."""

from __future__ import annotations

import io
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

import segno

from bot.papers.printing import Printer
from bot.papers.wording import Runs, runs_of
from bot.words.texts import Texts
from cases.office import Office
from dialogs.engine.view import Day, Say, say
from dialogs.posters import Step, any_time, procedure, route_map

POSTERS: Final = ("route", "procedure")
Both = dict[str, Runs]


@dataclass(frozen=True)
class Wall:
    """Posters of one office. `link`: the address behind their QR code, "" for none; `today`: the day they
    bear."""

    texts: Mapping[str, Texts]
    office: Office
    link: str
    today: date

    def pdf(self, poster: str) -> bytes:
        """A poster of POSTERS, to print."""
        return Printer(f"{poster}.typ").pdf(self.today, poster=self.data(poster))

    def png(self, poster: str, dots_per_inch: float) -> bytes:
        """The same as a picture."""
        return Printer(f"{poster}.typ").png(dots_per_inch, poster=self.data(poster))

    def data(self, poster: str) -> dict[str, Any]:
        """All that stands on a poster, as JSON."""
        told = {
            "title": self._both(say(f"poster-{poster}-title")),
            "lead": self._both(say(f"poster-{poster}-lead")),
            "contact": self._both(say("paper-contact")),
            "drawn": self._both(say("poster-drawn", day=Day(self.today))),
            "scan": self._both(say("poster-scan")),
            "qr": self._qr(),
        }
        return {**told, **(self._route() if poster == "route" else self._procedure())}

    def _route(self) -> dict[str, Any]:
        numbers = self.office.hotlines
        danger = say(
            "poster-danger",
            police=numbers["police"],
            fire=numbers["fire"],
            ambulance=numbers["ambulance"],
            mind=numbers["mental_health"],
        )
        groups = [
            {
                "name": self._both(group),
                "matters": [
                    {
                        "name": self._both(row.matter),
                        "first": self._both(row.first),
                        "by": self._both(row.by) if row.by else None,
                        "hotline": row.hotline,
                    }
                    for row in rows
                ],
            }
            for group, rows in route_map()
        ]
        return {"danger": self._both(danger), "groups": groups}

    def _procedure(self) -> dict[str, Any]:
        stations = [
            {
                "name": self._both(station.name),
                "beside": [self._step(step) for step in station.beside],
                "on": self._step(station.on) if station.on else None,
            }
            for station in procedure(self.office.promises)
        ]
        words = {name: say(f"poster-{name}") for name in ("tells", "beside", "anytime")}
        return {
            "stations": stations,
            "once": [self._step(step) for step in any_time(self.office.promises)],
            **{name: self._both(said) for name, said in words.items()},
        }

    def _step(self, step: Step) -> dict[str, Any]:
        return {
            "name": self._both(step.name),
            "by": self._both(step.by),
            "to": self._both(step.to) if step.to else None,
            "clocks": [self._both(clock) for clock in step.clocks],
            "tells": step.tells,
            "when": self._both(step.when) if step.when else None,
        }

    def _both(self, said: Say) -> Both:
        return {language: runs_of(texts, said) for language, texts in self.texts.items()}

    def _qr(self) -> str:
        if not self.link:
            return ""
        out = io.BytesIO()
        segno.make(self.link, error="m").save(out, kind="svg", border=2, dark="#1c2624")
        return out.getvalue().decode("utf-8")
