"""Answers that may take a while."""

import email.utils
import time

from .answer import Answer
from .report import ContractBroken


class PatientAnswer(Answer):
    """An answer that is asked for again while a check of it, or of one before it, fails."""

    def __init__(self, *args, patience, **more):
        super().__init__(*args, **more)
        self._left, self._seconds, self._on = patience
        self._checks = []

    def _until(self, check):
        __tracebackhide__ = True
        self._checks.append(check)
        while True:
            try:
                for each in self._checks:
                    each()
                return self
            except ContractBroken:
                if self._left == 0 or (self._on and not self.has_status(*self._on)):
                    raise
            self._left -= 1
            wait = retry_after(self.headers)
            time.sleep(self._seconds if wait is None else wait)
            self._take(self._again())


def _patient(name):
    check_once = getattr(Answer, name)

    def check(self, *args, **parts):
        __tracebackhide__ = True
        return self._until(lambda: check_once(self, *args, **parts))

    check.__doc__ = check_once.__doc__
    return check


for _name in (
    "conforms",
    "accepted",
    "meets",
    "forgets",
    "lists",
    "lacks",
    "every",
    "sorted",
    "is_empty",
    "is_either",
    "allows",
):
    setattr(PatientAnswer, _name, _patient(_name))


def retry_after(headers):
    """Seconds to wait, where an answer says so (RFC 9110 §10.2.3)."""
    header = headers.get("retry-after")
    if header is None:
        return None
    if header.strip().isdigit():
        return max(float(header), 0.05)
    try:
        until = email.utils.parsedate_to_datetime(header)
    except ValueError:
        return None
    return max(until.timestamp() - time.time(), 0.05)
