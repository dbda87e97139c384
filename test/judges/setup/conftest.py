"""The set-up of suites that a judge is asked: what it takes for good stands in the environment."""

import json
import os
import sys
from importlib import import_module
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent))
globals().update(import_module("itc_support").fixtures())

_known = json.loads(os.environ["JUDGE"])


@pytest.fixture(scope="session")
def target():
    return os.environ["BASE_URL"]


@pytest.fixture(scope="session")
def credentials():
    return _known["credentials"]


@pytest.fixture(scope="session")
def others():
    return {}


@pytest.fixture(scope="session")
def seeds():
    return _known["seeds"]


@pytest.fixture(scope="session")
def skips():
    return {}
