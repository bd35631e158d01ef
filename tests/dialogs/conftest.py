"""The dialogs over the office of Jiali, as every channel gets them."""

from __future__ import annotations

from pathlib import Path

import pytest

from cases.office import Office, load_office
from dialogs.complaint import complaint
from dialogs.guidance import guidance
from dialogs.progress import LANGUAGE, progress, supply
from dialogs.reception import Reception
from tests.dialogs.play import TODAY

OFFICE = Path(__file__).parents[2] / "office" / "jiali"


@pytest.fixture(scope="session")
def office() -> Office:
    """The office of Jiali."""
    return load_office(OFFICE)


@pytest.fixture(scope="session")
def reception(office: Office) -> Reception:
    """A channel on which complaints are taken."""
    prefix = office.case_prefix
    asked = (complaint(office, lambda: TODAY), guidance(office, lambda: TODAY))
    dialogs = (*asked, progress(prefix), supply(prefix), LANGUAGE)
    return Reception({d.id: d for d in dialogs})
