"""What came back, and whether it is what was promised."""

import json
import os
import time
from dataclasses import dataclass
from urllib.parse import urljoin

import pytest

from .causes import Hint
from .containment import differences, nearest_differences, shown
from .contract import declared_media, header_readings, is_json, media_type
from .listed import PAUSES, Listed, member_of, path_of
from .needed import lacking
from .report import ContractBroken, describe_statuses
from .traces import has_trace
from .wire import cookies_of, read_path

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
    actor: str = "user"
    """Whose credentials they are."""
    raised: object = None
    """What the application raised or logged as an error, where it runs in process."""


class Answer(Listed):
    """The answer to one request."""

    def __init__(self, exchange, contract, reporter, *, again=None):
        self._contract = contract
        self._reporter = reporter
        self._again = again
        self._take(exchange)

    def _take(self, exchange):
        self._exchange = exchange
        response = exchange.response
        self.status = response.status_code
        self.headers = response.headers
        self._media = media_type(response.headers.get("content-type", ""))
        self._unreadable = None
        self.body = self._read(response)

    def __repr__(self):
        return f"<Answer {self.status} to {self._exchange.operation}>"

    def conforms(self, *expected, containing=None, having=()):
        """Fails unless the answer is what the contract promises.

        That is: one of the expected statuses (`201`, `"2XX"`, or a family such as
        `INVALID`), and the media type, headers and schema of that status. `containing`
        is what the body has at least; `having` is a JSON Pointer, or several, to what the
        rest of the test speaks of, where the contract does not promise it.
        """
        __tracebackhide__ = True
        problems = self._status_problems(expected)
        if 400 <= self.status < 500 and has_trace(self._exchange.response.text):
            self._reporter.finding(
                f"{self._exchange.operation} answers {self.status} with a stack trace"
            )
        # The body of an error that nobody expected is another thing altogether.
        is_other = bool(problems) and self.status >= 400
        way, promise = self._promise()
        if promise is not None:
            problems += self._header_problems(way, promise)
            problems += self._body_problems(way, promise)
        elif self._unreadable:
            problems.append(self._unreadable)
        if containing is not None and not is_other:
            problems += differences(containing, self.body)
        self._expect(problems or self._lacking(having))
        return self

    def meets(self, schema, *, header=None):
        """Fails unless the body meets a JSON Schema.

        With the name of a `header` that is there, and is as text or as the number that it
        stands for what the schema says.
        """
        __tracebackhide__ = True
        if header is None:
            problems = self._contract.broken(self.body, schema, "body")
            self._expect([self._unreadable] if self._unreadable else problems)
        elif header not in self.headers:
            self._expect([f"header {header} is missing"])
        else:
            self._expect(self._broken_header(header, self._contract.broken, schema))
        return self

    def has_status(self, *expected):
        """Whether the status is one of these: `201`, `"2XX"`, or a family such as `INVALID`."""
        codes = _codes(expected)
        return self.status in codes or f"{self.status // 100}XX" in codes

    def is_either(self, *values):
        """Fails unless the body contains all of one of these values.

        Of a GET, later answers are looked at before that is judged.
        """
        __tracebackhide__ = True
        self._in_time(lambda: self._expect(nearest_differences(values, self.body)))
        return self

    def forgets(self, members, *, at=""):
        """Fails where the object at the JSON Pointer still has a member with the value it has here."""
        __tracebackhide__ = True
        thing = member_of(self.body, at)
        kept = [
            f"{path_of(at)}.{name} is still {shown(value)}"
            for name, value in members.items()
            if isinstance(thing, dict)
            and name in thing
            and not differences(value, thing[name])
            and not differences(thing[name], value)
        ]
        self._expect(kept)
        return self

    def lists(self, item, *, at=""):
        """Fails unless the array at the JSON Pointer has an item that contains `item`.

        Of a GET, later answers are looked at before that is judged.
        """
        __tracebackhide__ = True
        self._in_time(lambda: super(Answer, self).lists(item, at=at))
        return self

    def lacks(self, item, *, at=""):
        """Fails if the array at the JSON Pointer has an item that contains `item`.

        Of a GET, later answers are looked at before that is judged.
        """
        __tracebackhide__ = True
        self._in_time(lambda: super(Answer, self).lacks(item, at=at))
        return self

    def is_empty(self, *, at=""):
        """Fails where a success lists something, or has anything else to say.

        No body, `null` and `{}` say nothing.
        """
        __tracebackhide__ = True
        if not 200 <= self.status < 300 or self.body in (None, "", {}):
            return self
        if at == "" and not isinstance(self.body, list):
            self._expect([f"body is {shown(self.body)}, expected nothing"])
        return super().is_empty(at=at)

    def _in_time(self, check):
        """Does a check, and again with later answers while it fails and they may differ."""
        __tracebackhide__ = True
        for pause in PAUSES if self._again else ():
            try:
                return check()
            except ContractBroken:
                time.sleep(pause)
                later = self._again()
                if later.response.status_code != self.status:
                    raise
                self._take(later)
        return check()

    @property
    def location(self):
        """Where the header Location leads (RFC 9110 §10.2.2); pending without the header."""
        __tracebackhide__ = True
        return urljoin(self._exchange.url, self.header("Location"))

    def header(self, name):
        """What a header says. Pending without it: an answer that must have it does not conform."""
        __tracebackhide__ = True
        if name not in self.headers:
            operation = self._exchange.operation
            pytest.skip(f"pending: {operation} answers {self.status} without {name}")
        return self.headers[name]

    def fails(self, problem):
        """Fails, with this exchange in the report."""
        __tracebackhide__ = True
        self._expect([problem])

    def accepted(self, *expected, having=()):
        """Fails unless the answer has one of the expected statuses.

        For what a test only needs to be there: nothing else of the answer is judged,
        since one fault in it must not stop every test that needs the thing. The test of
        the operation itself asks whether it `conforms`. `having` is a JSON Pointer, or
        several, to what the body must have.
        """
        __tracebackhide__ = True
        self._expect(self._status_problems(expected) or self._lacking(having))
        return self

    def _lacking(self, pointers):
        """What the test needs of the body, and it does not have."""
        __tracebackhide__ = True
        operation = self._exchange.operation
        for pointer in (pointers,) if isinstance(pointers, str) else pointers:
            problem = lacking(self.body, pointer, operation)
            if problem is not None:
                return [self._unreadable or problem]
        return []

    def allows(self, *methods):
        """Fails where the API says by OPTIONS that the path does not have the methods.

        An Allow that lacks some of them on a 405 is a finding: there many frameworks know
        only the route that they tried last.
        """
        __tracebackhide__ = True
        header = self.headers.get("allow")
        if header is None:
            return self
        named = {name.strip().upper() for name in header.split(",")}
        lacking = [method for method in methods if method not in named]
        if lacking and 200 <= self.status < 300:
            self._expect([f"header Allow is {shown(header)}, without {lacking[0]}"])
        elif lacking and self.status == 405:
            self._reporter.finding(
                f"{self._exchange.operation} answers 405 with Allow: {header}, "
                f"but the contract declares {', '.join(lacking)}, too"
            )
        return self

    def located(self, template, number=None):
        """The path parameters with which the header Location meets a path template.

        Fails where it does not lead there (RFC 9110 §10.2.2). The last parameter becomes
        a `number`, `int` or `float`, where a JSON body has it as one.
        """
        __tracebackhide__ = True
        location = self.headers.get("location")
        if location is None:
            self._expect(["header Location is missing"])
        values = read_path(template, urljoin(self._exchange.url, location))
        if values is None:
            self._expect(
                [f"header Location is {shown(location)}, which is no {template}"]
            )
        if number is None or not values:
            return values
        name = list(values)[-1]
        try:
            return {**values, name: number(values[name])}
        except ValueError:
            self._expect(
                [f"header Location is {shown(location)}, whose {name} is no number"]
            )

    def given(self, *, header=None, cookie=None):
        """What the answer gives in a header, or in a cookie that it sets. Fails without it."""
        __tracebackhide__ = True
        if cookie is None:
            found = self.headers.get(header)
        else:
            found = cookies_of(self.headers).get(cookie)
        if found is None:
            what = f"header {header}" if cookie is None else f"cookie {cookie}"
            self._expect([f"{what} is missing"])
        return found

    def _items(self, at):
        __tracebackhide__ = True
        items = member_of(self.body, at)
        if not isinstance(items, list):
            self._expect([f"{path_of(at)} is no array"])
        return items

    def _called(self, at):
        return path_of(at)

    def _expect(self, problems):
        __tracebackhide__ = True
        if problems:
            raise self._reporter.broken(self._exchange, self._at(), problems) from None

    def _finding(self, text):
        self._reporter.finding(f"{self._exchange.operation} {text}")

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

    def _status_problems(self, given):
        expected = _codes(given)
        status, operation = self.status, self._exchange.operation
        is_expected = self.has_status(*expected)
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
        if status == 405 and "allow" not in self.headers:
            return ["header Allow is missing, which a 405 must have (RFC 9110 §15.5.6)"]
        # No 5xx conforms, but a 501 may be the answer to a method that nobody declares.
        is_kept = is_expected and (status < 500 or status in expected)
        if is_kept or (refuses and key in (None, "default")):
            return []
        problem = f"status is {status}, expected {describe_statuses(expected)}"
        return [problem, *self._refused_credentials(), *self._untold(expected)]

    def _untold(self, expected):
        """What to do where a server is right to refuse what is good by the contract."""
        is_success = all(str(code).startswith("2") for code in expected)
        if self.status not in (400, 422) or not is_success:
            return []
        where = "`fields`, `parameters` or `seeds` of itc.yaml"
        return [Hint(f"if the API is right, say in {where} what it takes")]

    def _refused_credentials(self):
        if self.status != 401 or not self._exchange.schemes:
            return []
        names = " and ".join(map(repr, self._exchange.schemes))
        actor = self._exchange.actor
        whose, place = (
            ("", "credentials") if actor == "user" else (f" of {actor}", "others")
        )
        return [
            f"the credential{whose} for {names} was refused: see `{place}` in conftest.py"
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
            problems += self._broken_header(name, self._contract.broken_schema, place)
        return problems

    def _broken_header(self, name, judge, schema):
        """What is wrong with a header, whatever its text may stand for."""
        broken = [
            judge(value, schema, f"header {name}")
            for value in header_readings(self.headers[name])
        ]
        return broken[0] if all(broken) else []

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


def _codes(given):
    """Statuses one by one: a family is a tuple of them."""
    return [
        code
        for codes in given
        for code in (codes if isinstance(codes, tuple) else (codes,))
    ]


def _is_4xx(code):
    return code == "4XX" or (isinstance(code, int) and 400 <= code < 500)


def _refuse(constant):
    raise ValueError(f"{constant} is no JSON number")
