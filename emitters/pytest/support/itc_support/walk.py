"""From page to page of a list, until there is no more."""

import itertools
import re
import time
from urllib.parse import parse_qs, urlsplit

from .listed import NOTHING, PAUSES, Listed, member_of, path_of
from .wire import written

_FIRST_PAGES = 10
"""How many pages are looked at to see how they are cut."""
_ALL_PAGES = 200
"""How many pages of the greatest size are looked through for a thing."""
_ATTEMPTS = 10
"""How often a list is walked that others may be changing, until no item comes twice."""


class Walk(Listed):
    """A list, whose pages are asked for one after the other.

    What others do to the list meanwhile is no fault: a thing that is not found, and two
    pages that have the same item, are looked at again before they are judged.
    """

    def __init__(self, ask, query, *, items, key, size, most, turn):
        self._ask = ask
        self._query = query
        self._at = items
        self._key = key
        self._size = size
        self._most = most
        self._turn = turn
        self._expected = ()
        self._answer = None
        self._seen = []
        self._keys = []
        self._problems = []
        self._is_whole = False

    def __repr__(self):
        return f"<Walk through {len(self._seen)} items>"

    @property
    def status(self):
        """The status of the last page."""
        return self._answer.status

    def conforms(self, *expected):
        """Fails unless every page is what the contract promises, and no item comes twice.

        `expected` are statuses, as of one answer. No page has more items than it was asked
        for.
        """
        __tracebackhide__ = True
        self._expected = expected
        walks = []
        for _ in range(_ATTEMPTS):
            self._go(self._query, _FIRST_PAGES)
            if not self._problems:
                return self
            walks.append(self._keys)
        # What others add and remove between two pages shifts them, and may do so twice in
        # the same way. It does not do so every time.
        if walks.count(self._keys) * 2 > len(walks):
            self._expect(self._problems)
        self._find("changes too quickly to see how its pages are cut")
        return self

    def lists(self, item, *, at=""):
        """Fails unless some page has an item that contains `item`."""
        __tracebackhide__ = True
        self._until(lambda: super(Walk, self).lists(item, at=at))
        return self

    def lacks(self, item, *, at=""):
        """Fails if some page has an item that contains `item`."""
        __tracebackhide__ = True
        self._until(lambda: super(Walk, self).lacks(item, at=at), is_partial=True)
        return self

    def _until(self, check, *, is_partial=False):
        """Does a check of what has been seen, and again after each of some more walks.

        Only a list that has too many small pages is looked through in large ones: there
        might be nothing wrong with those. What fails in the end is a fault where all of
        the list was seen, or where it `is_partial`: a part shows it as well.
        """
        __tracebackhide__ = True
        large = {**self._query, self._size: self._most} if self._most else self._query
        for pause in (*PAUSES, None):
            try:
                return check()
            except AssertionError:
                if pause is None and (self._is_whole or is_partial):
                    raise
            if pause is None:
                break
            time.sleep(pause)
            self._go(self._query, _FIRST_PAGES)
            if not self._is_whole:
                self._go(large, _ALL_PAGES)
        self._find("has too many pages to look through them for a thing")
        return None

    def _go(self, query, most_pages):
        __tracebackhide__ = True
        self._seen, self._keys, self._problems = [], [], []
        self._is_whole = False
        pages, before = {}, None
        for number in itertools.count(1):
            answer = self._ask(query)
            if number > 1 and self._turn.may_be_refused and 400 <= answer.status < 500:
                break
            self._answer = answer.conforms(*self._expected)
            items = answer._items(self._at)
            self._judge_size(items, query)
            keys = [self._key_of(item) for item in items]
            if number > 1 and keys == before:
                break
            for key in keys:
                if key is not None and pages.setdefault(key, number) != number:
                    where = f"page {pages[key]} and on page {number}"
                    self._problems.append(f"an item is on {where}: {key}")
            self._seen += items
            self._keys.append(keys)
            before = keys
            query = self._turn(query, answer, items)
            if query is None:
                break
            if number == most_pages:
                return
        self._is_whole = True

    def _judge_size(self, items, query):
        __tracebackhide__ = True
        most = query.get(self._size)
        if most is not None and len(items) > int(most):
            self._expect(
                [f"a page has {len(items)} items, where {self._size} is {most}"]
            )

    def _key_of(self, item):
        key = NOTHING if self._key is None else member_of(item, self._key)
        return None if key is NOTHING else written(key)

    def _items(self, at):
        return self._seen

    def _called(self, at):
        return path_of(self._at)

    def _whole(self, at):
        pages = len(self._keys)
        return self._called(at) + (f" of {pages} pages" if pages > 1 else "")

    def _find(self, text):
        self._answer._finding(text)

    def _expect(self, problems):
        __tracebackhide__ = True
        self._answer._expect(problems)


class Turn:
    """How the next page is asked for: the query after a query, or None after the last."""

    def __init__(self, next_query, *, may_be_refused=False):
        self._next_query = next_query
        self.may_be_refused = may_be_refused
        """Whether many a server refuses to answer for what is beyond the last page."""

    def __call__(self, query, answer, items):
        return self._next_query(query, answer, items)


def turn_by(*, size, offset, page, first, cursor, at, after, key, link):
    """The turn that the arguments of `walk` describe."""
    if offset is not None:
        return Turn(_by_offset(offset, size), may_be_refused=True)
    if page is not None:
        return Turn(_by_page(page, first), may_be_refused=True)
    if cursor is not None:
        return Turn(_by_cursor(cursor, at))
    if after is not None:
        return Turn(_by_last_item(after, key))
    return Turn(_by_link if link else lambda query, answer, items: None)


def _by_offset(name, size):
    def following(query, _, items):
        # A page may have fewer items than it was asked for, and not be the last one.
        step = int(query.get(size, len(items)))
        return {**query, name: int(query.get(name, 0)) + step} if items else None

    return following


def _by_page(name, first):
    def following(query, _, items):
        return {**query, name: int(query.get(name, first)) + 1} if items else None

    return following


def _by_cursor(name, pointer):
    def following(query, answer, _):
        mark = member_of(answer.body, pointer)
        if mark in (NOTHING, None, "", query.get(name)):
            return None
        is_url = isinstance(mark, str) and re.match(r"[a-z]+://|/|\?", mark)
        return _query_of(mark, query) if is_url else {**query, name: mark}

    return following


def _by_last_item(name, key):
    def following(query, _, items):
        last = member_of(items[-1], key) if items else NOTHING
        return None if last is NOTHING else {**query, name: last}

    return following


def _by_link(query, answer, _):
    for link in re.finditer(r"<([^>]*)>([^<]*)", answer.headers.get("link", "")):
        if re.search(r';\s*rel="?([^";]*\s)?next(\s[^";]*)?"?\s*([;,]|$)', link[2]):
            return _query_of(link[1], query)
    return None


def _query_of(url, query):
    """What a URL asks for, or None where that is the same again.

    Its path is that of the list: a proxy may have given it another one.
    """
    values = parse_qs(urlsplit(url).query, keep_blank_values=True)
    found = {name: each if each[1:] else each[0] for name, each in values.items()}
    return found if found and found != query else None
