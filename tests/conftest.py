"""What holds for every test: hypothesis without a stopwatch, and in CI nothing skipped.

Sockets are closed but for loopback by pytest-socket (pyproject.toml). Fixtures stand in the `conftest.py`
of the folder that uses them.
"""

from __future__ import annotations

import os
from collections.abc import Generator

import pytest
from hypothesis import settings

IN_CI = os.environ.get("CI") == "true"

# No deadline: a promise does not depend on how busy the machine is. CI tries the same examples each run,
# so that a run repeats; elsewhere new ones are tried.
settings.register_profile("here", deadline=None, max_examples=50, print_blob=True)
settings.register_profile("ci", deadline=None, max_examples=200, print_blob=True, derandomize=True)
settings.load_profile("ci" if IN_CI else "here")


def _refuse_skipping(report: pytest.TestReport | pytest.CollectReport) -> None:
    """Turn a skip into a failure; an expected failure (xfail) also reports "skipped", and stays."""
    if IN_CI and report.skipped and not hasattr(report, "wasxfail"):
        reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else report.longrepr
        report.outcome = "failed"
        report.longrepr = f"{report.nodeid} would be skipped, and in CI nothing may be: {reason}"


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport() -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """In CI a test that would be skipped fails, with the reason."""
    report = yield
    _refuse_skipping(report)
    return report


@pytest.hookimpl(wrapper=True)
def pytest_make_collect_report() -> Generator[None, pytest.CollectReport, pytest.CollectReport]:
    """In CI a whole file that would be skipped fails, with the reason."""
    report = yield
    _refuse_skipping(report)
    return report


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Browsers last: while Playwright drives one, its loop runs on and no test may start another."""
    items.sort(key=lambda item: item.get_closest_marker("browser") is not None)
