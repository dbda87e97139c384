"""What pytest needs to know: the actors, case ids, skips, findings."""

import json
from collections import Counter
from functools import lru_cache

import pytest

from .causes import PROPERTY, Causes
from .client import Client
from .contract import FOLDER
from .report import FINDING, ContractBroken
from .session import Session

_PENDING = "Skipped: pending: "


@pytest.fixture(scope="session")
def itc_session(request):
    """What all tests share; everything that conftest.py says goes in here."""
    get = request.getfixturevalue
    given = (get("credentials"), get("others"), get("seeds"))
    session = Session(get("target"), *given)
    yield session
    session.close()


@pytest.fixture(scope="session")
def others():
    """Nobody: conftest.py says who else calls."""
    return {}


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


@pytest.fixture
def wrong_scheme(itc_session, itc_case):
    """The API, called with the user's credential under the name of another scheme."""
    return Client(itc_session, "wrong-scheme")


@pytest.fixture
def expired(itc_session, itc_case):
    """The API, called with a credential that was good once."""
    return Client(itc_session, "expired")


@pytest.fixture
def stranger(itc_session, itc_case):
    """The API, called by another user of the same standing."""
    return Client(itc_session, "stranger")


@pytest.fixture
def lesser(itc_session, itc_case):
    """The API, called by somebody without the scope or role that an operation needs."""
    return Client(itc_session, "lesser")


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


_causes = Causes()
_findings = []
_pending = Counter()
_tested = set()


@pytest.hookimpl(tryfirst=True)
def pytest_runtest_makereport(item, call):
    """Lets the report of a test say which promises were broken."""
    error = call.excinfo and call.excinfo.value
    if isinstance(error, ContractBroken):
        for cause in error.causes:
            said = json.dumps({"cause": cause, "operation": error.operation})
            item.user_properties.append((PROPERTY, said))


def pytest_runtest_logreport(report):
    """Counts what could not be tested, by its reason, and what could."""
    if report.failed:
        _causes.add(report)
    reason = report.longrepr[2] if isinstance(report.longrepr, tuple) else ""
    if report.skipped and reason.startswith(_PENDING):
        _pending[reason.removeprefix(_PENDING)] += 1
    elif report.failed or (report.passed and report.when == "call"):
        _tested.add(report.nodeid)


def pytest_sessionfinish(session, exitstatus):
    """A run in which nothing was tested, because what it needs is missing, is no success."""
    if exitstatus == pytest.ExitCode.OK and _pending and not _tested:
        session.exitstatus = pytest.ExitCode.NO_TESTS_COLLECTED


def pytest_warning_recorded(warning_message):
    """Collects findings; under xdist, those of every worker."""
    text = str(warning_message.message)
    if text.startswith(FINDING) and text not in _findings:
        _findings.append(text)


def pytest_terminal_summary(terminalreporter):
    """Says what is behind failures, what could not be tested, and what was found besides."""
    if causes := list(_causes.lines()):
        terminalreporter.section("broken promises")
        for text in causes:
            terminalreporter.line(text, red=True)
    if _pending:
        terminalreporter.section("pending tests")
        for reason, count in _pending.most_common():
            terminalreporter.line(f"- {count}: {reason}", yellow=True)
        if not _tested:
            terminalreporter.line("Nothing was tested.", red=True, bold=True)
    if _findings:
        terminalreporter.section("contract findings")
        for text in _findings:
            terminalreporter.line(f"- {text.removeprefix(FINDING)}")
