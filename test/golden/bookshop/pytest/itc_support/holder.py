"""What one actor has, as conftest.py says it."""

from collections.abc import Mapping

from .log_in import LogIn


class Holder:
    """What one actor has: by scheme a credential or a log-in, or by scopes several.

    A log-in is called once, and again when its credential has expired.
    """

    def __init__(self, given, resolve):
        self._given = given
        self._resolve = resolve
        self._known = {}

    def choices(self, alternatives):
        """Credentials for each alternative; first those that stand first in conftest.py."""
        ranked = []
        for alternative in alternatives:
            picked = [
                self._pick(one["scheme"], set(one["scopes"])) for one in alternative
            ]
            if None not in picked:
                rank = max((rank for rank, _ in picked), default=0)
                ranked.append(
                    (rank, len(ranked), [one["scheme"] for one in alternative], picked)
                )
        for _, _, names, picked in sorted(ranked, key=lambda one: one[:2]):
            entries = (entry for _, entry in picked)
            yield {n: self._value(n, e) for n, e in zip(names, entries, strict=True)}

    def value(self, name):
        """The first credential for a scheme."""
        picked = self._pick(name, set())
        return picked and self._value(name, picked[1])

    def lesser_value(self, name, alternatives, may_be_whole):
        """A credential that opens no alternative; the only one, where that is said of it."""
        for scopes in self._entries(name):
            if scopes is None and not may_be_whole:
                continue
            opens = scopes is not None and any(
                one["scheme"] == name and set(one["scopes"]) <= set(scopes.split())
                for alternative in alternatives
                for one in alternative
            )
            value = None if opens else self._value(name, scopes)
            if value is not None:
                return value
        return None

    def log_in(self, name):
        """The first log-in for a scheme that could be made."""
        for scopes in self._entries(name):
            given = self._source(name, scopes)
            if isinstance(given, LogIn) and not given.missing:
                return given
        return None

    def forget(self, names):
        """Whether there is a log-in to be called again."""
        expired = [
            key
            for key in self._known
            if key[0] in names and callable(self._source(*key))
        ]
        for key in expired:
            del self._known[key]
        return bool(expired)

    def lacking(self, names):
        """What the environment does not say of who logs in, as the end of a sentence."""
        log_ins = [
            (name, self._source(name, scopes))
            for name in names
            for scopes in self._entries(name)
        ]
        said = [
            f"; its log-in for {name!r} has no {' and no '.join(given.missing)}"
            for name, given in log_ins
            if isinstance(given, LogIn) and given.missing
        ]
        return "".join(said)

    def _pick(self, name, wanted):
        for rank, scopes in enumerate(self._entries(name)):
            if scopes is None or wanted <= set(scopes.split()):
                return rank, scopes
        return None

    def _entries(self, name):
        """The scopes of each credential for a scheme; None: it is good for all of them."""
        given = self._given.get(name)
        if isinstance(given, Mapping):
            return [scopes for scopes, one in given.items() if one is not None]
        return [] if given is None else [None]

    def _source(self, name, scopes):
        given = self._given.get(name)
        return given[scopes] if scopes is not None else given

    def _value(self, name, scopes):
        __tracebackhide__ = True
        if (name, scopes) not in self._known:
            value = self._resolve(name, self._source(name, scopes))
            self._known[name, scopes] = value
        return self._known[name, scopes]
