"""The dialogs over the office of Jiali, as every channel gets them."""

from __future__ import annotations

from pathlib import Path

import pytest

from cases.office import Office, load_office
from dialogs.reception import Reception
from dialogs.rooms import every_dialog
from tests.dialogs.play import TODAY

OFFICE = Path(__file__).parents[2] / "office" / "jiali"


@pytest.fixture(scope="session")
def office() -> Office:
    """The office of Jiali."""
    return load_office(OFFICE)


@pytest.fixture(scope="session")
def reception(office: Office) -> Reception:
    """A channel on which complaints are taken."""
    return Reception(every_dialog(office, lambda: TODAY))
