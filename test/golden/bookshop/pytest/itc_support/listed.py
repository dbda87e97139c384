"""What is promised of the items of a list."""

import re
from datetime import datetime

from .containment import contains, shown
from .values import at as part_at
from .values import pending
from .wire import written

NOTHING = object()
"""No such member, which is not the member `null`."""

PAUSES = (0.0, 0.1, 0.2, 0.4, 0.8, 1.6)
"""Seconds before the next look for a thing: many a list is right only after a while."""


class Listed:
    """Checks of a list.

    For whatever has a `status`, the `_items(at)` of a list and what it is `_called(at)`, as
    its `_whole(at)` too, and fails where it should `_expect(problems)`.
    """

    def lists(self, item, *, at=""):
        """Fails unless the array at the JSON Pointer has an item that contains `item`."""
        __tracebackhide__ = True
        items = self._items(at)
        if not any(contains(item, candidate) for candidate in items):
            few = f"none of its {len(items)} items contains {shown(item)}"
            self._expect([f"{self._whole(at)} does not list it: {few}"])
        return self

    def _whole(self, at):
        return self._called(at)

    def lacks(self, item, *, at=""):
        """Fails if the array at the JSON Pointer has an item that contains `item`."""
        __tracebackhide__ = True
        for index, candidate in enumerate(self._items(at)):
            if contains(item, candidate):
                self._expect(
                    [f"{self._called(at)}[{index}] is still there: {shown(item)}"]
                )
        return self

    def every(self, member, *, at="", **relation):
        """Fails unless all items that have the member have it in relation to a value.

        The member is a JSON Pointer. The relation is one of `equals`, `at_least`, `at_most`
        and `contains`; `equals` and `contains` know no upper and lower case.
        """
        __tracebackhide__ = True
        [(name, wanted)] = relation.items()
        for index, item in enumerate(self._items(at)):
            value = member_of(item, member)
            if value is not NOTHING and not _relations[name](value, wanted):
                place = f"{self._called(at)}[{index}]{path_of(member, '')}"
                expected = f"{_wanted[name]}{shown(wanted)}"
                self._expect([f"{place} is {shown(value)}, expected {expected}"])
        return self

    def sorted(self, member, *, descending=False, at=""):
        """Fails unless the items are in the order of a member, a JSON Pointer.

        Only what all collations agree on is compared: numbers, points in time, texts of
        the letters a to z alone, and texts that differ in digits alone, each with each of
        its kind. Whatever else stands between them is passed over; where no two can be
        compared, nothing is told.
        """
        __tracebackhide__ = True
        before = {}
        compared = 0
        for index, item in enumerate(self._items(at)):
            value = member_of(item, member)
            kind, key = _sort_key(value)
            if kind is None:
                continue
            compared += kind in before
            last_key, last, last_index = before.get(kind, (key, value, index))
            if key > last_key if descending else key < last_key:
                order = "descending" if descending else "ascending"
                place = f"{self._called(at)}[{index}]{path_of(member, '')}"
                behind = f"{shown(value)}, behind {shown(last)} of item {last_index}"
                self._expect([f"{place} is {behind}: that is not {order}"])
            before[kind] = (key, value, index)
        if 200 <= self.status < 300 and not compared:
            pending(
                f"no two items have a {path_of(member, '')[1:]} that can be compared"
            )
        return self

    def is_empty(self, *, at=""):
        """Fails where a success lists something all the same."""
        __tracebackhide__ = True
        if 200 <= self.status < 300:
            items = self._items(at)
            if items:
                self._expect(
                    [f"{self._called(at)} has {len(items)} items, expected none"]
                )
        return self


def member_of(item, pointer):
    """What a JSON Pointer leads to; `NOTHING` where there is no such member."""
    try:
        return part_at(item, pointer)
    except (KeyError, IndexError, TypeError, ValueError):
        return NOTHING


def path_of(pointer, start="body"):
    """A JSON Pointer as failures write it: `body.items`."""
    return start + "".join(f".{part}" for part in pointer.split("/")[1:])


def _equals(value, wanted):
    if _is_number(value) and _is_number(wanted):
        return value == wanted
    return _text(value) == _text(wanted)


def _contains(value, wanted):
    if isinstance(value, list):
        return any(_equals(item, wanted) for item in value)
    return _text(wanted) in _text(value)


_wanted = {
    "equals": "",
    "at_least": "at least ",
    "at_most": "at most ",
    "contains": "what contains ",
}
"""How what is wanted is told, in front of the value."""

_relations = {
    "equals": _equals,
    "at_least": lambda value, wanted: not _is_number(value) or value >= wanted,
    "at_most": lambda value, wanted: not _is_number(value) or value <= wanted,
    "contains": _contains,
}
"""Whether a member is what a filter asks for. A query is text: `7` and `"7"` are equal."""


def _text(value):
    return written(value).casefold()


def _is_number(value):
    return isinstance(value, int | float) and not isinstance(value, bool)


def _by_digits(value):
    """Texts that are alike but for the digits of one number, of one length in all."""
    shape = re.sub("[0-9]", "#", value)
    if "#" in value or not re.fullmatch(r"(?![-+])[^#]*#+(\.#+)?[^#]*", shape):
        return None, None
    return shape, value


def _sort_key(value):
    """What of a value has the same order everywhere; nothing of the rest."""
    if _is_number(value):
        return "number", value
    if not isinstance(value, str):
        return None, None
    if re.fullmatch("[a-z]+", value):
        return "text", value
    time = re.fullmatch(
        r"(\d{4}-\d\d-\d\d)(?:[Tt ](\d\d:\d\d:\d\d)(\.\d+)?([Zz]|[+-]\d\d:\d\d))?",
        value,
    )
    if time is None:
        return _by_digits(value)
    day, clock, fraction, zone = time.groups()
    if clock is None:
        return "day", day
    offset = "+00:00" if zone in "Zz" else zone
    try:
        moment = datetime.fromisoformat(f"{day}T{clock}{offset}")
    except ValueError:
        return None, None
    return "time", (moment.timestamp(), float(fraction or 0))
