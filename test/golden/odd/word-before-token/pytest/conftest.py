"""The set-up of these tests. It is yours: itc wrote it once and leaves it alone.

Install what they need, and run them against your API:

    pip install -r requirements.txt
    BASE_URL=http://localhost:8000 pytest
"""

import os
import sys
from importlib import import_module
from pathlib import Path

import pytest

# What itc writes anew each time: the client, and the things that tests need.
sys.path.insert(0, str(Path(__file__).parent))
itc_support = import_module("itc_support")
globals().update(itc_support.fixtures())


@pytest.fixture(scope="session")
def target():
    """Where the API is: a base URL, or the application itself (ASGI or WSGI), which is
    then called in process. `(app, "/v1")` puts a path in front of every operation."""
    return os.environ.get("BASE_URL", "http://127.0.0.1:8000")


def log_in(person):
    """POST /log-in, as somebody new, whom POST /members makes."""
    name = itc_support.unique("ada-########")
    return itc_support.log_in(
        "POST",
        "/log-in",
        json={"name": name, "password": os.environ.get(f"{person}_PASSWORD")},
        token="/token",
        template="Token {token}",
        sign_up=(
            "POST",
            "/members",
            {"json": {"name": name, "password": os.environ.get(f"{person}_PASSWORD")}},
        ),
        log_out=("POST", "/log-out", {}),
    )


@pytest.fixture(scope="session")
def credentials():
    """Your credential for each security scheme of the contract: of somebody who may do
    all that good requests need. Without it, the tests that need it are skipped; where
    all are, the run ends with exit code 5.

    A log-in (`itc_support.log_in`, or any function of a client) is made once, and again
    when it has expired. Where no one may do all, {"admin": ..., "customer": ...} gives
    one for each scope.
    """
    return {
        # the whole header Authorization: The token of a log-in. The header is
        "key": log_in("ADA"),
    }


@pytest.fixture(scope="session")
def others():
    """Who else calls, and with which credentials: {"stranger": {"bearer": ...}}. The
    tests of somebody who is not here are skipped."""
    return {}


@pytest.fixture(scope="session")
def seeds():
    """Values that only you know, such as the id of a thing that is always there."""
    return {
        # such as "Dracula"
        "name": os.environ.get("SEED_NAME"),
        # such as "Quiet-River-42"
        "password": os.environ.get("ADA_PASSWORD"),
    }


@pytest.fixture(scope="session")
def skips():
    """Cases to leave out, and why: {"get-book/happy": "not finished yet"}. An id that
    other ids begin with leaves all of them out."""
    return {}


@pytest.fixture(autouse=True)
def around_each_case():
    """What stands before the yield runs before each case, what stands behind it after."""
    yield
