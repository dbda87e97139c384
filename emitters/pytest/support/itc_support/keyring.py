"""Who has which credential: conftest.py says it, for each actor and security scheme."""

import pytest

from .credentials import BROKEN, Attached, attach, authorization_scheme, basic
from .holder import Holder
from .log_in import LogIn
from .report import ContractBroken

NO_CREDENTIAL = Attached()


class Keyring:
    """The credentials of one run."""

    def __init__(self, schemes, credentials, others, anonymous):
        self.secrets = set()
        self._schemes = schemes
        self._anonymous = anonymous
        self._user = self._holder(credentials)
        self._others = {name: self._holder(given) for name, given in others.items()}
        self._ended = {}

    def __repr__(self):
        return f"<{type(self).__name__} of {', '.join(self._schemes)}>"

    def of(self, actor, operation, alternatives):
        """What an actor sends to an operation; a skip where it has no credential for it."""
        __tracebackhide__ = True
        if not alternatives or actor == "anonymous":
            return NO_CREDENTIAL
        if actor == "malformed":
            return self._malformed(operation, alternatives)
        found = {
            "user": lambda every: self._good(self._user, every),
            "wrong-scheme": self._wrong_scheme,
            "expired": self._expired,
            "stranger": self._stranger,
            "lesser": self._lesser,
        }[actor](alternatives)
        if found is not None:
            return found
        if actor in ("user", "wrong-scheme"):
            return self._pending(alternatives)
        return self._unnamed(actor, alternatives)

    def held(self, values):
        """What a test holds in its hands."""
        for value in values.values():
            self._remember(value)
        return attach(self._schemes, values)

    def _good(self, holder, alternatives):
        for values in holder.choices(alternatives):
            if None not in values.values():
                return attach(self._schemes, values, holder)
        return None

    def _malformed(self, operation, alternatives):
        """Credentials of the right kind that nobody ever got."""
        __tracebackhide__ = True
        for names in map(_names, alternatives):
            if names and not any(self._is_certificate(name) for name in names):
                return attach(self._schemes, dict.fromkeys(names, BROKEN))
        return pytest.skip(
            f"pending: {operation} takes no credential that could be malformed"
        )

    def _wrong_scheme(self, alternatives):
        """The user's credential, under the name of a scheme that the operation lacks."""
        words = {
            name: authorization_scheme(self._schemes[name])
            for alternative in alternatives
            for name in _names(alternative)
            if name in self._schemes
        }
        fitting = [
            one for one in alternatives if any(words.get(n) for n in _names(one))
        ]
        good = self._good(self._user, fitting)
        if good is None:
            return None
        taken = set(words.values())
        other = next(w for w in ("basic", "bearer", "digest", "hoba") if w not in taken)
        _, _, value = good.headers["Authorization"].partition(" ")
        headers = {**good.headers, "Authorization": f"{other.capitalize()} {value}"}
        return Attached(headers, good.query, good.cookies)

    def _expired(self, alternatives):
        """What conftest.py gives, else the user's own log-in, after logging out."""
        given = self._others.get("expired", self._holder({}))
        for alternative in alternatives:
            old = {name: given.value(name) for name in _names(alternative)}
            old = {n: v or self._ended_value(n) for n, v in old.items()}
            rest = [one for one in alternative if old[one["scheme"]] is None]
            good = self._good(self._user, [rest]) if rest else NO_CREDENTIAL
            if len(rest) < len(alternative) and good is not None:
                values = {name: value for name, value in old.items() if value}
                dead = attach(self._schemes, values)
                return Attached(
                    {**good.headers, **dead.headers},
                    {**good.query, **dead.query},
                    {**good.cookies, **dead.cookies},
                )
        return None

    def _ended_value(self, name):
        source = self._user.log_in(name)
        if name not in self._ended and source is not None and source.can_end:
            api = self._anonymous()
            self._ended[name] = self._quietly(lambda: source.ended(api, name))
            self._remember(self._ended[name])
        return self._ended.get(name)

    def _stranger(self, alternatives):
        holder = self._others.get("stranger")
        return holder and self._good(holder, alternatives)

    def _lesser(self, alternatives):
        """Somebody whose scopes open none of the alternatives."""
        named = self._others.get("lesser")
        for holder in (named, self._user) if named else (self._user,):
            for alternative in alternatives:
                values = {
                    name: holder.lesser_value(name, alternatives, holder is named)
                    for name in _names(alternative)
                }
                if values and None not in values.values():
                    return attach(self._schemes, values, holder)
        return None

    def _pending(self, alternatives):
        __tracebackhide__ = True
        missing = " or ".join(
            " and ".join(map(repr, _names(alternative))) for alternative in alternatives
        )
        names = dict.fromkeys(name for one in alternatives for name in _names(one))
        return pytest.skip(
            f"pending: `credentials` in conftest.py has none for {missing}"
            f"{self._user.lacking(names)}"
        )

    def _unnamed(self, actor, alternatives):
        __tracebackhide__ = True
        names = _names(alternatives[0])
        line = ", ".join(f'"{name}": ...' for name in names)
        named = self._others.get(actor)
        return pytest.skip(
            f"pending: `others` in conftest.py is to name the actor {actor!r}, as in "
            f'{{"{actor}": {{{line}}}}}{named.lacking(names) if named else ""}'
        )

    def _holder(self, given):
        return Holder(given, self._resolve)

    def _resolve(self, name, given):
        """A credential as it is sent; of a log-in, what it returns."""
        __tracebackhide__ = True
        if isinstance(given, LogIn) and given.missing:
            return None
        value = given
        if callable(given):
            value = self._quietly(lambda: given(self._anonymous()))
        if isinstance(value, tuple):
            value = ":".join(map(str, value))
        if not value:
            return None
        if not self._is_certificate(name):
            self._remember(value)
        return value

    @staticmethod
    def _quietly(log_in):
        """A log-in whose failure does not show the frame that has the password."""
        __tracebackhide__ = True
        try:
            return log_in()
        except ContractBroken as error:
            raise error.with_traceback(None) from None

    def _remember(self, value):
        value = str(value)
        self.secrets.update({value, basic(value)})
        self.secrets.update(part for part in value.split(" ") if len(part) > 8)
        self.secrets.update(value.split(":")[1:])

    def _is_certificate(self, name):
        return self._schemes.get(name, {}).get("type") == "mutualTLS"


def _names(alternative):
    return [requirement["scheme"] for requirement in alternative]
