"""The set-up of these tests. It is yours: itc wrote it once and leaves it alone."""

import os
import sys
from importlib import import_module
from pathlib import Path

import pytest

# What itc writes anew each time: the client, and the things that tests need.
sys.path.insert(0, str(Path(__file__).parent))
itc_support = import_module("itc_support")
globals().update(itc_support.fixtures())

KEEPER = {"email": "admin@bookshop.example", "password": "correct-horse-1"}
"""Whom the shop knows from its first moment, and who may do everything."""

READER = {"email": "reader@bookshop.example", "password": "open-sesame-1"}
"""A customer, who may do less."""

OTHER = {"email": "other@bookshop.example", "password": "open-sesame-2"}
"""Another customer, who owns nothing of anybody else."""


@pytest.fixture(scope="session")
def target():
    """Where the API is."""
    return os.environ.get("BASE_URL", "http://127.0.0.1:4010")


def log_in(person):
    """POST /sessions, as somebody whom the shop knows."""
    return itc_support.log_in("POST", "/sessions", json=person, token="/token")


@pytest.fixture(scope="session")
def credentials():
    """What each security scheme of the contract takes: here, a log-in."""
    return {"bearer": log_in(KEEPER)}


@pytest.fixture(scope="session")
def others():
    """Who else calls."""
    return {
        "stranger": {"bearer": log_in(OTHER)},
        "lesser": {"bearer": log_in(READER)},
        "expired": {"bearer": "expired-admin-token-of-the-bookshop"},
    }


@pytest.fixture(scope="session")
def seeds():
    """Values that only the shop's owner knows: somebody who can log in."""
    return KEEPER


@pytest.fixture(scope="session")
def skips():
    """Cases to leave out, and why."""
    return {}
