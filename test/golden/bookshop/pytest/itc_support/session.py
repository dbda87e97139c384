"""One run of the suite: the API, its contract, the credentials, what was created."""

import pytest

from .client import NO_CREDENTIAL, Client
from .contract import contract
from .credentials import Keyring
from .report import ContractBroken, Reporter
from .transport import open_transport
from .values import known_seeds


class Session:
    """What all clients of one run share."""

    def __init__(self, target, credentials, seeds):
        self.contract = contract()
        self.transport = open_transport(target)
        self.created = []
        schemes = self.contract.schemes
        self._keyring = Keyring(schemes, credentials, lambda: Client(self, "anonymous"))
        names = [scheme["name"] for scheme in schemes.values() if "name" in scheme]
        self.reporter = Reporter(self._keyring.secrets, names)
        known_seeds.clear()
        known_seeds.update(seeds)

    def close(self):
        """Closes the connections, or ends the application."""
        self.transport.close()

    def attach(self, actor, operation):
        """The credentials that an actor sends to an operation."""
        __tracebackhide__ = True
        promises = self.contract.operations.get(operation, {})
        alternatives = promises.get("security", [])
        if actor == "user":
            before = len(self.created)
            attached = self._keyring.for_user(operation, alternatives)
            # A log-in is not of the case that happens to need it first: it outlives it.
            del self.created[before:]
            return attached
        if actor == "malformed":
            return self._keyring.for_malformed(operation, alternatives)
        return NO_CREDENTIAL

    def forget_log_ins(self, attached):
        """Whether a refused request is worth another try, with a new log-in."""
        return self._keyring.forget_log_ins(attached)

    def report_unread_patterns(self):
        """What of the contract this run cannot check."""
        for pattern, reason in self.contract.unread_patterns.items():
            self.reporter.finding(f"pattern {pattern} is not checked: {reason}")

    def clean_up(self):
        """Removes what was created, the last thing first."""
        user = Client(self, "user")
        while self.created:
            method, path, values = self.created.pop()
            try:
                answer = user.request(method, path, path=values)
            except (ContractBroken, pytest.skip.Exception) as error:
                self.reporter.finding(f"clean-up: {error}")
                continue
            if answer.status >= 300 and answer.status not in (404, 410):
                self.reporter.finding(
                    f"clean-up: {method} {path} answers {answer.status}"
                )
