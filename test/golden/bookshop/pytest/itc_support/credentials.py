"""Which credentials a request carries: contract.json says how, conftest.py has them."""

import base64
from dataclasses import dataclass, field

import pytest

from .report import ContractBroken

_BROKEN = "not-a-credential"


@dataclass(frozen=True)
class Attached:
    """Where the credentials of one request go."""

    headers: dict = field(default_factory=dict)
    query: dict = field(default_factory=dict)
    cookies: dict = field(default_factory=dict)
    schemes: tuple = ()


class Keyring:
    """The credentials of one run. A log-in is called once, and again when it expired."""

    def __init__(self, schemes, given, log_in_as):
        self._schemes = schemes
        self._given = given
        self._log_in_as = log_in_as
        self._known = {}
        self.secrets = set()

    def __repr__(self):
        return f"<{type(self).__name__} of {', '.join(self._schemes)}>"

    def for_user(self, operation, alternatives):
        """The first alternative for which every credential is there; else a skip."""
        __tracebackhide__ = True
        if not alternatives:
            return Attached()
        for alternative in alternatives:
            names = [requirement["scheme"] for requirement in alternative]
            values = [self._value(name) for name in names]
            if None not in values:
                return self._attach(dict(zip(names, values, strict=True)))
        missing = " or ".join(
            " and ".join(repr(requirement["scheme"]) for requirement in alternative)
            for alternative in alternatives
        )
        return pytest.skip(
            f"pending: {operation} needs a credential; `credentials` in conftest.py has none "
            f"for {missing}"
        )

    def for_malformed(self, operation, alternatives):
        """Credentials of the right kind that nobody ever got."""
        __tracebackhide__ = True
        for alternative in alternatives:
            names = [requirement["scheme"] for requirement in alternative]
            if names and not any(self._is_certificate(name) for name in names):
                return self._attach(dict.fromkeys(names, _BROKEN))
        return pytest.skip(
            f"pending: {operation} takes no credential that could be malformed"
        )

    def forget_log_ins(self, attached):
        """Whether there is a log-in to be called again for the next request."""
        expired = [name for name in attached.schemes if callable(self._given.get(name))]
        for name in expired:
            self._known.pop(name, None)
        return bool(expired)

    def _value(self, name):
        __tracebackhide__ = True
        if name not in self._known:
            given = self._given.get(name)
            value = self._log_in(given) if callable(given) else given
            self._known[name] = value or None
            if isinstance(value, tuple):
                self._known[name] = ":".join(map(str, value))
            if self._known[name] and not self._is_certificate(name):
                self._remember(str(self._known[name]))
        return self._known[name]

    def _log_in(self, given):
        """What a log-in returns; a failure does not show the frame that has the password."""
        __tracebackhide__ = True
        try:
            return given(self._log_in_as())
        except ContractBroken as error:
            raise error.with_traceback(None) from None

    def _remember(self, value):
        self.secrets.update({value, _basic(value)})
        self.secrets.update(part for part in value.split(" ") if len(part) > 8)
        self.secrets.update(value.split(":")[1:])

    def _is_certificate(self, name):
        return self._schemes.get(name, {}).get("type") == "mutualTLS"

    def _attach(self, values):
        attached = Attached(schemes=tuple(values))
        for name, value in values.items():
            scheme = self._schemes.get(name, {"type": "http", "scheme": "bearer"})
            kind = scheme["type"]
            if kind == "apiKey":
                places = {
                    "header": attached.headers,
                    "query": attached.query,
                    "cookie": attached.cookies,
                }
                places[scheme["in"]][scheme["name"]] = value
            elif kind == "http" and scheme["scheme"] == "basic":
                attached.headers["Authorization"] = f"Basic {_basic(value)}"
            elif kind == "http":
                word = scheme["scheme"].capitalize()
                attached.headers["Authorization"] = f"{word} {value}"
            elif kind != "mutualTLS":
                attached.headers["Authorization"] = f"Bearer {value}"
        return attached


def _basic(value):
    # RFC 7617 §2: Base64 of `user:password`; what is malformed is no Base64 at all.
    if value == _BROKEN:
        return "!"
    pair = value if ":" in value else f"{value}:{value}"
    return base64.b64encode(pair.encode()).decode()
