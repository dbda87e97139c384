"""What requests are made of: good values, and the same with one thing changed."""

import base64 as base64_codec
import copy
import itertools
import os
import time
import zlib
from dataclasses import dataclass

import pytest

FORBIDDEN = (401, 403, 404)
"""How APIs refuse somebody who may not do this, or hide that there is such a thing."""

INVALID = (400, 404, 409, 415, 422)
"""How APIs refuse a request that they cannot accept."""

MISSING = (404, 410)
"""How APIs answer for a thing that is not there."""

UNAUTHENTICATED = (401, 403)
"""How APIs refuse a request without a good credential."""

known_seeds: dict[str, object] = {}


def pending(reason):
    """Leaves the rest of a test out, for a reason that the run counts."""
    __tracebackhide__ = True
    pytest.skip(f"pending: {reason}")


def seed(name, number=None, *, default=None):
    """A value that only the set-up knows; the test is skipped where there is none.

    `default` is what itc.yaml gives for it. `number` is `int` or `float` where a body wants one: the environment has texts alone.
    """
    __tracebackhide__ = True
    value = known_seeds.get(name)
    if value is None:
        value = default
    if value is None:
        pending(f"`seeds` in conftest.py has no value for {name!r}")
    return number(value) if number is not None and isinstance(value, str) else value


def without(value, *pointers):
    """A copy of the value without some members or items, left out one after the other.

    What is not there anyway needs not be left out.
    """
    changed_value = copy.deepcopy(value)
    for pointer in pointers:
        *way, last = _segments(pointer)
        try:
            owner = _walk(changed_value, way)
            del owner[int(last) if isinstance(owner, list) else last]
        except (KeyError, IndexError, TypeError):
            continue
    return changed_value


def changed(value, pointer, new):
    """A copy of the value with one member or item changed or added."""
    if pointer == "":
        return copy.deepcopy(new)
    changed_value = copy.deepcopy(value)
    *way, last = _segments(pointer)
    owner = _walk(changed_value, way)
    if not isinstance(owner, list):
        owner[last] = new
    elif last == "-" or int(last) == len(owner):
        owner.append(new)
    else:
        owner[int(last)] = new
    return changed_value


def at(value, pointer):
    """What a JSON Pointer (RFC 6901) leads to."""
    return _walk(value, segments_of(pointer))


def segments_of(pointer):
    """The segments of a JSON Pointer, decoded."""
    return _segments(pointer.removeprefix("/")) if pointer else []


def _segments(pointer):
    return [part.replace("~1", "/").replace("~0", "~") for part in pointer.split("/")]


def _walk(value, segments):
    for segment in segments:
        value = value[int(segment)] if isinstance(value, list) else value[segment]
    return value


# One number per call and process. Processes of one run start at the same number, and
# take every n-th from there; another run starts somewhere else.
_run = os.environ.get("PYTEST_XDIST_TESTRUNUID")
_start = zlib.crc32(_run.encode()) if _run else time.time_ns() // 1000
_worker = int(os.environ.get("PYTEST_XDIST_WORKER", "gw0").removeprefix("gw"))
_workers = int(os.environ.get("PYTEST_XDIST_WORKER_COUNT", "1"))
_numbers = itertools.count(_start * _workers + _worker, _workers)


def unique(template, number=None):
    """Text that no other call and no other run has: each `#` becomes a digit.

    With `int` the number that is written so.
    """
    width = template.count("#")
    digits = iter(str(next(_numbers) % 10**width).zfill(width))
    text = "".join(next(digits) if char == "#" else char for char in template)
    return text if number is None else number(text)


@dataclass(frozen=True)
class Upload:
    """A file that is sent in a multipart body."""

    name: str
    media_type: str
    content: bytes


def upload(name, media_type, text="", *, base64=None):
    """A file to send: its name, its media type, and its text or bytes."""
    content = (
        text.encode("utf-8", "surrogatepass")
        if base64 is None
        else base64_codec.b64decode(base64)
    )
    return Upload(name, media_type, content)
