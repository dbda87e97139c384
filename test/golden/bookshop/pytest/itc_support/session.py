"""One run of the suite: the API, its contract, the credentials, what was created."""

from collections import Counter
from functools import cached_property
from urllib.parse import urlsplit

import pytest

from .client import Client
from .contract import contract
from .keyring import Keyring
from .report import ContractBroken, Reporter
from .transport import open_elsewhere, open_transport
from .values import known_seeds

_MANY = 10


class Session:
    """What all clients of one run share."""

    def __init__(self, target, credentials, others, seeds):
        self.contract = contract()
        self.transport = open_transport(target)
        self.created = []
        self._statuses = Counter()
        schemes = self.contract.schemes
        self._keyring = Keyring(
            schemes, credentials, others, lambda: Client(self, "anonymous")
        )
        names = [scheme["name"] for scheme in schemes.values() if "name" in scheme]
        self.reporter = Reporter(self._keyring.secrets, names)
        known_seeds.clear()
        known_seeds.update(seeds)

    def close(self):
        """Closes the connections, or ends the application."""
        self.transport.close()
        if "outside" in vars(self):
            self.outside.close()

    @cached_property
    def outside(self):
        """The way to other servers, such as one that gives out tokens."""
        return open_elsewhere()

    def attach(self, actor, operation, schemes=None, credentials=None):
        """The credentials that an actor sends to an operation."""
        __tracebackhide__ = True
        if credentials is not None:
            return self._keyring.held(credentials)
        alternatives = self.contract.security(operation)
        if schemes is not None:
            alternatives = [_only(schemes, alternatives)]
        before = len(self.created)
        attached = self._keyring.of(actor, operation, alternatives)
        # A log-in is not of the case that happens to need it first: it outlives it.
        del self.created[before:]
        return attached

    def forget_log_ins(self, attached):
        """Whether a refused request is worth another try, with a new log-in."""
        return attached.holder is not None and attached.holder.forget(attached.schemes)

    def count(self, status):
        """Says so where no path is known to whoever answers: the base URL may be wrong."""
        self._statuses[status] += 1
        path = self.contract.base_path
        lacks_path = not urlsplit(self.transport.base).path.rstrip("/").endswith(path)
        if lacks_path and self._statuses == {404: _MANY}:
            self.reporter.finding(
                f"the first {_MANY} requests were all answered with 404, and the "
                f"contract has {path} in front of every path: does BASE_URL lack it?"
            )

    def report_unread_patterns(self):
        """What of the contract this run cannot check."""
        for pattern, reason in self.contract.unread_patterns.items():
            self.reporter.finding(f"pattern {pattern} is not checked: {reason}")

    def clean_up(self):
        """Removes what was created, the last thing first."""
        while self.created:
            owner, method, path, values = self.created.pop()
            try:
                answer = Client(self, owner).request(method, path, path=values)
            except (ContractBroken, pytest.skip.Exception) as error:
                self.reporter.finding(f"clean-up: {error}")
                continue
            if answer.status >= 300 and answer.status not in (404, 410):
                self.reporter.finding(
                    f"clean-up: {method} {path} answers {answer.status}"
                )


def _only(schemes, alternatives):
    """One alternative of these schemes, with the scopes that the first of each needs."""
    known = {
        requirement["scheme"]: requirement
        for alternative in reversed(alternatives)
        for requirement in alternative
    }
    return [known.get(name, {"scheme": name, "scopes": []}) for name in schemes]
