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
globals().update(import_module("itc_support").fixtures())


@pytest.fixture(scope="session")
def target():
    """Where the API is: a base URL, or the application itself (ASGI or WSGI), which is
    then called in process. `(app, "/v1")` puts a path in front of every operation."""
    return os.environ.get("BASE_URL", "http://127.0.0.1:8000")


@pytest.fixture(scope="session")
def credentials():
    """What each security scheme of the contract takes. Without it, the tests that need
    it are skipped. A function is a log-in: it is called once, with an anonymous client,
    and returns the credential:

    lambda api: api.post("/login", json={"name": "a", "password": "b"}).body["token"]
    """
    return {}


@pytest.fixture(scope="session")
def seeds():
    """Values that only you know, such as the id of a thing that is always there."""
    return {}


@pytest.fixture(scope="session")
def skips():
    """Cases to leave out, and why: {"get-book/happy": "not finished yet"}. An id that
    other ids begin with leaves all of them out."""
    return {}


@pytest.fixture(autouse=True)
def around_each_case():
    """What stands before the yield runs before each case, what stands behind it after."""
    yield
