"""Whether an answer has at least the members that were expected of it."""

import json
import re

from .masking import is_secret_name


def differences(expected, actual, path="body"):
    """Where `actual` lacks something of `expected`: one line per place.

    Objects may have more members than expected, and arrays more items, in any order.
    `1` and `1.0` are the same number; `true` is not a number.
    """
    if isinstance(expected, dict) and isinstance(actual, dict):
        return [
            line
            for name, value in expected.items()
            for line in (
                differences(value, actual[name], member(path, name))
                if name in actual
                else [f"{member(path, name)} is missing, expected {shown(value)}"]
            )
        ]
    if isinstance(expected, list) and isinstance(actual, list):
        return _item_differences(expected, actual, path)
    if _kind(expected) == _kind(actual) and expected == actual:
        return []
    if is_secret_name(path):
        return [f"{path} is ***, expected another value"]
    return [f"{path} is {shown(actual)}, expected {shown(expected)}"]


def nearest_differences(values, actual):
    """Where `actual` lacks something of that one of the values which it is nearest to."""
    return min((differences(value, actual) for value in values), key=len)


def contains(expected, actual):
    """Whether `actual` has at least what `expected` has."""
    return not differences(expected, actual)


def _item_differences(expected, actual, path):
    left = list(actual)
    lines = []
    for index, value in enumerate(expected):
        matches = (at for at, item in enumerate(left) if contains(value, item))
        found = next(matches, None)
        if found is not None:
            del left[found]
        elif len(expected) == len(actual):
            lines += differences(value, actual[index], f"{path}[{index}]")
        else:
            lines.append(f"{path} has no item {shown(value)}")
    return lines


def _kind(value):
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    return "number" if is_number else type(value).__name__


def member(path, name):
    """The path of a member: `body.price`, or `body["a b"]`."""
    if re.fullmatch(r"[A-Za-z_$][\w$-]*", name):
        return f"{path}.{name}"
    return f"{path}[{json.dumps(name, ensure_ascii=False)}]"


def shown(value, limit=200):
    """A value as JSON on one line, cut where it is long."""
    text = json.dumps(value, ensure_ascii=False, separators=(",", ":"), default=str)
    return text if len(text) <= limit else f"{text[:limit]}…"
