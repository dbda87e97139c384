"""What came back, and whether it is what was promised."""

import json
import os
from dataclasses import dataclass

from .containment import contains, differences, shown
from .contract import declared_media, header_readings, is_json, media_type
from .report import ContractBroken, describe_statuses
from .values import at as part_at

_NO_BODY = (204, 205, 304)


@dataclass(frozen=True)
class Exchange:
    """One request, and its answer where there is one."""

    operation: str
    method: str
    url: str
    headers: dict
    body: dict
    response: object = None
    schemes: tuple = ()
    """The security schemes whose credentials were sent, where they are good ones."""


class Answer:
    """The answer to one request."""

    def __init__(self, exchange, contract, reporter):
        self._exchange = exchange
        self._contract = contract
        self._reporter = reporter
        response = exchange.response
        self.status = response.status_code
        self.headers = response.headers
        self._media = media_type(response.headers.get("content-type", ""))
        self._unreadable = None
        self.body = self._read(response)

    def __repr__(self):
        return f"<Answer {self.status} to {self._exchange.operation}>"

    def conforms(self, *expected, containing=None):
        """Fails unless the answer is what the contract promises.

        That is: one of the expected statuses (`201`, `"2XX"`, or a family such as
        `INVALID`), and the media type, headers and schema of that status. `containing`
        is what the body has at least.
        """
        __tracebackhide__ = True
        statuses = [
            code
            for given in expected
            for code in (given if isinstance(given, tuple) else (given,))
        ]
        problems = self._status_problems(statuses)
        way, promise = self._promise()
        if promise is not None:
            problems += self._header_problems(way, promise)
            problems += self._body_problems(way, promise)
        elif self._unreadable:
            problems.append(self._unreadable)
        if containing is not None and self.status < 400:
            problems += differences(containing, self.body)
        self._expect(problems)
        return self

    def lists(self, item, *, at=""):
        """Fails unless the array at the JSON Pointer has an item that contains `item`."""
        __tracebackhide__ = True
        path = "body" + "".join(f".{part}" for part in at.split("/")[1:])
        try:
            items = part_at(self.body, at)
        except (KeyError, IndexError, TypeError, ValueError):
            items = None
        if not isinstance(items, list):
            self._expect([f"{path} is no array"])
        elif not any(contains(item, candidate) for candidate in items):
            few = f"none of its {len(items)} items contains {shown(item)}"
            self._expect([f"{path} does not list it: {few}"])
        return self

    def _expect(self, problems):
        __tracebackhide__ = True
        if problems:
            raise ContractBroken(
                self._reporter.failure(self._exchange, self._at(), problems)
            ) from None

    def _at(self):
        _, promise = self._contract.promise(self._exchange.operation, self.status)
        operation = self._contract.operations.get(self._exchange.operation, {})
        return (promise or operation).get("at", "")

    def _promise(self):
        operation = self._exchange.operation
        key, promise = self._contract.promise(operation, self.status)
        return ("operations", operation, "responses", key), promise

    def _read(self, response):
        if is_json(self._media) and response.content:
            try:
                return json.loads(response.content, parse_constant=_refuse)
            except ValueError as error:
                self._unreadable = f"body is no JSON: {error}"
        return response.text

    def _status_problems(self, expected):
        status, operation = self.status, self._exchange.operation
        is_expected = status in expected or f"{status // 100}XX" in expected
        key, _ = self._contract.promise(operation, status)
        refuses = 400 <= status < 500 and all(_is_4xx(code) for code in expected)
        if refuses and key is None:
            text = f"{operation} answers {status}, which it does not declare"
            if os.environ.get("ITC_STRICT_STATUSES") == "1":
                return [f"status is {status}, which the operation does not declare"]
            self._reporter.finding(text)
        if status == 401 and "www-authenticate" not in self.headers:
            self._reporter.finding(
                f"{operation} answers 401 without WWW-Authenticate (RFC 9110 §15.5.2)"
            )
        if status < 500 and (is_expected or (refuses and key in (None, "default"))):
            return []
        problem = f"status is {status}, expected {describe_statuses(expected)}"
        return [problem, *self._refused_credentials()]

    def _refused_credentials(self):
        if self.status != 401 or not self._exchange.schemes:
            return []
        names = " and ".join(map(repr, self._exchange.schemes))
        return [
            f"the credential for {names} was refused: see `credentials` in conftest.py"
        ]

    def _header_problems(self, way, promise):
        problems = []
        for name, header in promise["headers"].items():
            if name.lower() == "content-type":
                continue
            if name not in self.headers:
                if header["required"]:
                    problems.append(f"header {name} is missing")
                continue
            place = (*way, "headers", name, "schema")
            broken = [
                self._contract.broken_schema(value, place, f"header {name}")
                for value in header_readings(self.headers[name])
            ]
            if all(broken):
                problems += broken[0]
        return problems

    def _body_problems(self, way, promise):
        if self._exchange.method == "HEAD":
            return []
        content = self._exchange.response.content
        if self.status in _NO_BODY:
            return [f"body is there, but {self.status} has none"] if content else []
        if not promise["content"]:
            return []
        declared = describe_statuses(promise["content"])
        key = declared_media(promise["content"], self._media)
        if not content and (key is None or is_json(self._media)):
            return [f"body is missing, expected {declared}"]
        if key is None:
            media = self._media or "missing"
            return [f"content-type is {media}, expected {declared}"]
        if self._unreadable:
            return [self._unreadable]
        place = (*way, "content", key)
        if is_json(self._media):
            return self._contract.broken_schema(self.body, place, "body")
        # The length of what is no text is counted in bytes.
        text = content.decode("latin-1") if "\ufffd" in self.body else self.body
        return self._contract.broken_text(text, place, "body")


def _is_4xx(code):
    return code == "4XX" or (isinstance(code, int) and 400 <= code < 500)


def _refuse(constant):
    raise ValueError(f"{constant} is no JSON number")
