# Written by itc, the same for every contract. Do not edit: it is written again.
"""Calls an API and checks what it answers against contract.json."""

from importlib import import_module

from . import plugin
from .log_in import client_credentials, log_in, password_grant
from .needed import wanted
from .values import (
    FORBIDDEN,
    INVALID,
    MISSING,
    UNAUTHENTICATED,
    at,
    changed,
    seed,
    unique,
    upload,
    without,
)

__all__ = [
    "FORBIDDEN",
    "INVALID",
    "MISSING",
    "UNAUTHENTICATED",
    "at",
    "changed",
    "client_credentials",
    "fixtures",
    "log_in",
    "password_grant",
    "seed",
    "unique",
    "upload",
    "wanted",
    "without",
]


def fixtures():
    """What conftest.py shares with its tests, by name: actors, things, and hooks."""
    shared = {**vars(plugin), **vars(import_module("itc_fixtures"))}
    return {name: value for name, value in shared.items() if not name.startswith("_")}
