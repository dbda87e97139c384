"""What pytest needs to know: the actors, case ids, skips, findings."""

import json
from functools import lru_cache

import pytest

from .client import Client
from .contract import FOLDER
from .report import FINDING
from .session import Session


@pytest.fixture(scope="session")
def itc_session(request):
    """What all tests share; everything that conftest.py says goes in here."""
    get = request.getfixturevalue
    session = Session(get("target"), get("credentials"), get("seeds"))
    yield session
    session.close()


@pytest.fixture(autouse=True)
def itc_case(request, itc_session):
    """Knows the case's id, leaves out what is to be skipped, and cleans up."""
    case = case_id(request.node)
    for prefix, reason in request.getfixturevalue("skips").items():
        if case is not None and (case == prefix or case.startswith(f"{prefix}/")):
            pytest.skip(reason)
    itc_session.reporter.case = case
    itc_session.reporter.item = request.node
    itc_session.report_unread_patterns()
    yield
    itc_session.clean_up()
    itc_session.reporter.item = None


@pytest.fixture
def api(itc_session, itc_case):
    """The API, called with the credentials of conftest.py."""
    return Client(itc_session, "user")


@pytest.fixture
def anonymous(itc_session, itc_case):
    """The API, called without a credential."""
    return Client(itc_session, "anonymous")


@pytest.fixture
def malformed(itc_session, itc_case):
    """The API, called with a credential that nobody ever got."""
    return Client(itc_session, "malformed")


def pytest_collection_modifyitems(items):
    """Python knows one `itc_support` at a time: another suite's would be this one."""
    folders = {item.path.parent for item in items if item.path.parent != FOLDER}
    for folder in sorted(folders):
        if (folder / "itc_support").is_dir():
            raise pytest.UsageError(
                f"{folder} is another suite of itc: run each in a session of its own"
            )


def case_id(item):
    """The id of a case, which stays the same when tests are renamed."""
    _, _, name = item.nodeid.partition("::")
    return _cases().get(f"{item.path.name}::{name}")


@lru_cache(maxsize=1)
def _cases():
    lock = FOLDER / "itc.lock"
    if not lock.exists():
        return {}
    cases = json.loads(lock.read_text("utf-8")).get("cases", {})
    return {node: case for case, node in cases.items()}


_findings = []


def pytest_warning_recorded(warning_message):
    """Collects findings; under xdist, those of every worker."""
    text = str(warning_message.message)
    if text.startswith(FINDING) and text not in _findings:
        _findings.append(text)


def pytest_terminal_summary(terminalreporter):
    """Lists what was found without making a test fail."""
    if _findings:
        terminalreporter.section("contract findings")
        for text in _findings:
            terminalreporter.line(f"- {text.removeprefix(FINDING)}")
