"""The actors that call the API."""

import email.utils
import time
from dataclasses import replace

import httpx

from .answer import Answer, Exchange
from .credentials import Attached
from .report import ContractBroken
from .values import at
from .wire import NOTHING, fill_body, fill_cookies, fill_path, fill_query, written

_LONGEST_WAIT = 30.0


class Client:
    """Somebody who calls the API: the user, somebody unknown, or somebody with a bad credential."""

    def __init__(self, session, actor):
        self._session = session
        self._actor = actor

    def __repr__(self):
        return f"<{self._actor}>"

    def get(self, template, /, **parts):
        return self.request("GET", template, **parts)

    def post(self, template, /, **parts):
        return self.request("POST", template, **parts)

    def put(self, template, /, **parts):
        return self.request("PUT", template, **parts)

    def patch(self, template, /, **parts):
        return self.request("PATCH", template, **parts)

    def delete(self, template, /, **parts):
        return self.request("DELETE", template, **parts)

    def head(self, template, /, **parts):
        return self.request("HEAD", template, **parts)

    def options(self, template, /, **parts):
        return self.request("OPTIONS", template, **parts)

    def request(
        self,
        method,
        template,
        /,
        *,
        path=None,
        query=None,
        headers=None,
        cookies=None,
        json=NOTHING,
        media_type=None,
        form=None,
        multipart=None,
        text=None,
    ):
        """Sends one request, with the credentials of this actor, and returns the answer.

        The template is the contract's own: `"/books/{bookId}"`. One body at most: `json`,
        `form`, `multipart`, or `text`, which is a pair of a media type and the text.
        """
        __tracebackhide__ = True
        body, kind = fill_body(
            json_value=json, media=media_type, form=form, multipart=multipart, text=text
        )
        sent = {name: written(value) for name, value in (headers or {}).items()}
        if kind is not None and "content-type" not in map(str.lower, sent):
            sent["Content-Type"] = kind
        operation = f"{method} {template}"
        url = fill_path(template, path or {})

        def exchange():
            __tracebackhide__ = True
            key = self._session.attach(self._actor, operation)
            tail = fill_query({**(query or {}), **key.query})
            jar = fill_cookies({**(cookies or {}), **key.cookies})
            all_headers = {**sent, **({"Cookie": jar} if jar else {}), **key.headers}
            return key, self._exchange(operation, url + tail, all_headers, body)

        key, done = exchange()
        if done.response.status_code == 401 and self._session.forget_log_ins(key):
            key, done = exchange()
        if self._actor == "user":
            done = replace(done, schemes=key.schemes)
        answer = Answer(done, self._session.contract, self._session.reporter)
        self._remember(answer, operation, path or {})
        return answer

    def _exchange(self, operation, tail, headers, body):
        __tracebackhide__ = True
        method, _, _ = operation.partition(" ")
        url = self._session.transport.base + tail
        exchange = Exchange(operation, method, url, headers, body)
        raw = {name: value.encode() for name, value in headers.items()}
        waited = 0.0
        while True:
            try:
                response = self._session.transport.send(
                    method, url, headers=raw, **body
                )
            except httpx.HTTPError as error:
                problem = f"there is no answer: {error or type(error).__name__}"
                text = self._session.reporter.failure(exchange, "", [problem])
                raise ContractBroken(text) from None
            wait = _retry_after(response)
            if wait is None or waited + wait > _LONGEST_WAIT:
                return Exchange(operation, method, url, headers, body, response)
            waited += wait
            time.sleep(wait)

    def _remember(self, answer, operation, path):
        """A thing that was created is to be removed when the test is over."""
        cleanup = self._session.contract.operations.get(operation, {}).get("cleanup")
        if cleanup is None or not 200 <= answer.status < 300:
            return
        values = {}
        for name, source in cleanup["parameters"].items():
            try:
                values[name] = (
                    path[source["name"]]
                    if source["from"] == "path"
                    else at(answer.body, source["pointer"])
                )
            except (KeyError, IndexError, TypeError, ValueError):
                self._session.reporter.finding(
                    f"clean-up: what {operation} makes stays, since its answer does not say "
                    f"its {name}"
                )
                return
        self._session.created.append((cleanup["method"], cleanup["path"], values))


def _retry_after(response):
    """Seconds to wait (RFC 9110 §10.2.3), where the answer is a 429 that says so."""
    header = response.headers.get("retry-after")
    if response.status_code != 429 or header is None:
        return None
    if header.strip().isdigit():
        return max(float(header), 0.05)
    try:
        until = email.utils.parsedate_to_datetime(header)
    except ValueError:
        return None
    return max(until.timestamp() - time.time(), 0.05)


NO_CREDENTIAL = Attached()
