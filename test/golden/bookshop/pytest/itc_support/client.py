"""The actors that call the API."""

import time
from dataclasses import replace
from functools import partial
from urllib.parse import urlsplit

import httpx

from .answer import Answer, Exchange
from .at_once import send_at_once
from .patient import PatientAnswer, retry_after
from .report import ContractBroken
from .values import at as part_at
from .values import pending
from .walk import Walk, turn_by
from .wire import (
    NOTHING,
    fill_body,
    fill_cookies,
    fill_path,
    fill_query,
    read_path,
    written,
)

_LONGEST_WAIT = 30.0


class Client:
    """Somebody who calls the API: the user, somebody unknown, another user, and so on."""

    def __init__(self, session, actor, patience=None):
        self._session = session
        self._actor = actor
        self._patience = patience

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

    def again(self, times, *, seconds=0, on=()):
        """The same client, whose next answer may take a while.

        Where it is not as it should be, the request is sent again, so many `seconds` later
        and so many times at most; with `on` only after an answer with one of these statuses.
        A header Retry-After knows better how long.
        """
        return Client(self._session, self._actor, (times, seconds, on))

    def at_once(self, times, method, template, /, *, each=None, **parts):
        """Sends a request several times at the same moment, with a JSON body for `each`."""
        __tracebackhide__ = True
        bodies = [{}] * times if each is None else [{"json": body} for body in each]
        return send_at_once(
            [
                partial(self.request, method, template, **parts, **body)
                for body in bodies
            ],
            self._session.transport.takes_several,
        )

    def walk(
        self,
        template,
        /,
        *,
        query=None,
        items="",
        key=None,
        size=None,
        most=None,
        offset=None,
        page=None,
        first=1,
        cursor=None,
        at=None,
        after=None,
        link=False,
        **parts,
    ):
        """All pages of a list, to be checked as one answer is: `conforms`, `lists`, `every`.

        `items` is where a page has its array, `key` what tells items from others, both JSON
        Pointers. `size` names the query parameter that says how many items a page has, and
        `most` is the greatest that may be. The next page is asked for by its `offset`, the
        number of a `page` (of the first it is `first`), a `cursor` (which stands `at` a
        pointer of the page before), what the last item is (`after`), or the header `link`.
        """
        turn = turn_by(
            size=size,
            offset=offset,
            page=page,
            first=first,
            cursor=cursor,
            at=at,
            after=after,
            key=key,
            link=link,
        )
        return Walk(
            lambda each: self.get(template, query=each, **parts),
            query or {},
            items=items,
            key=key,
            size=size,
            most=most,
            turn=turn,
        )

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
        schemes=None,
        credentials=None,
        url=None,
    ):
        """Sends one request, with the credentials of this actor, and returns the answer.

        The template is the contract's own: `"/books/{bookId}"`; or a URL of another server.
        One body at most: `json`, `form`, `multipart`, or `text`, which is a pair of a media
        type and the text. `schemes` names the security schemes whose credentials are sent,
        and no others; `credentials` are sent in place of the actor's own, by scheme.
        With a `url`, that of a Location, it goes there: the template says what is promised.
        """
        __tracebackhide__ = True
        body, kind = fill_body(
            json_value=json, media=media_type, form=form, multipart=multipart, text=text
        )
        sent = {name: written(value) for name, value in (headers or {}).items()}
        if kind is not None and "content-type" not in map(str.lower, sent):
            sent["Content-Type"] = kind
        operation = f"{method} {template}"
        leads = url
        url = (
            fill_path(template, path or {})
            if leads is None
            else self._led(leads, template)
        )

        def exchange():
            __tracebackhide__ = True
            key = self._session.attach(self._actor, operation, schemes, credentials)
            tail = fill_query({**(query or {}), **key.query})
            tail = tail.replace("?", "&", 1) if "?" in url else tail
            jar = fill_cookies({**(cookies or {}), **key.cookies})
            all_headers = {**sent, **({"Cookie": jar} if jar else {}), **key.headers}
            return key, self._exchange(operation, url + tail, all_headers, body)

        def asked():
            __tracebackhide__ = True
            key, done = exchange()
            if done.response.status_code == 401 and self._session.forget_log_ins(key):
                key, done = exchange()
            if key.holder is None:
                return done
            return replace(done, schemes=key.schemes, actor=self._actor)

        def later():
            __tracebackhide__ = True
            done = asked()
            self._remember(Answer(done, *around), operation, path or {})
            return done

        around = (self._session.contract, self._session.reporter)
        if self._patience is not None:
            answer = PatientAnswer(
                asked(), *around, again=later, patience=self._patience
            )
        else:
            # Whoever asks again changes nothing (RFC 9110 §9.2.1).
            again = asked if method == "GET" else None
            answer = Answer(asked(), *around, again=again)
        if leads is not None and answer.status < 300:
            _demand(template, leads)
        self._remember(answer, operation, path or {})
        return answer

    def _led(self, url, template):
        """Where a Location leads, at the API that is asked.

        Behind a proxy a server knows neither the host nor what stands in front of its paths.
        What is on another host and none of these paths is the business of that host.
        """
        __tracebackhide__ = True
        if _is_at(self._session.transport.base, url):
            return url
        path = fill_path(template, _demand(template, url))
        query = urlsplit(url).query
        return f"{path}?{query}" if query else path

    def _exchange(self, operation, tail, headers, body):
        __tracebackhide__ = True
        method, _, _ = operation.partition(" ")
        transport = self._session.transport
        if "://" in tail.partition("?")[0] and not _is_at(transport.base, tail):
            transport = self._session.outside
        url = tail if "://" in tail.partition("?")[0] else transport.base + tail
        exchange = Exchange(operation, method, url, headers, body)
        raw = {name: value.encode() for name, value in headers.items()}
        waited = 0.0
        while True:
            try:
                response = transport.send(method, url, headers=raw, **body)
            except httpx.HTTPError as error:
                problem = f"there is no answer: {error or type(error).__name__}"
                raise self._session.reporter.broken(exchange, "", [problem]) from None
            wait = _retry_after(response)
            if wait is None or waited + wait > _LONGEST_WAIT:
                raised = self._session.transport.raised
                self._session.count(response.status_code)
                return replace(exchange, response=response, raised=raised)
            waited += wait
            time.sleep(wait)

    def _remember(self, answer, operation, path):
        """A thing that was created is to be removed when the test is over."""
        if not 200 <= answer.status < 300:
            return
        self._forget(operation, path)
        cleanup = self._session.contract.operations.get(operation, {}).get("cleanup")
        if cleanup is None:
            return
        values = {}
        for name, source in cleanup["parameters"].items():
            try:
                values[name] = _sources[source["from"]](source, path, answer)
            except (KeyError, IndexError, TypeError, ValueError, ContractBroken):
                self._session.reporter.finding(
                    f"clean-up: what {operation} makes stays, since its answer does not say "
                    f"its {name}"
                )
                return
        # What others have made is theirs: nobody else may be allowed to remove it.
        owner = self._actor if self._actor in ("stranger", "lesser") else "user"
        call = (cleanup["method"], cleanup["path"], values)
        self._session.created.append((owner, *call))

    def _forget(self, operation, path):
        """What a test has removed itself is gone: not every server answers 404 then."""
        removed = (operation, _texts(path))
        self._session.created[:] = [
            (owner, method, template, values)
            for owner, method, template, values in self._session.created
            if (f"{method} {template}", _texts(values)) != removed
        ]


def _demand(template, url):
    """The path parameters of a URL; pending where it leads to something else."""
    __tracebackhide__ = True
    values = read_path(template, url)
    if values is None:
        pending(f"Location leads to {url}, which is no {template}")
    return values


def _texts(path):
    return {name: str(value) for name, value in path.items()}


_sources = {
    "path": lambda source, path, _: path[source["name"]],
    "body": lambda source, _, answer: part_at(answer.body, source["pointer"]),
    "location": lambda source, _, answer: answer.located(source["path"])[
        source["name"]
    ],
}
"""Where a creating call has what tells the created thing from others."""


def _is_at(base, url):
    """Whether a URL leads to the same host as another."""
    return urlsplit(base)[:2] == urlsplit(url)[:2]


def _retry_after(response):
    """Seconds to wait before a request is sent again, where the answer is a 429 that says so."""
    return retry_after(response.headers) if response.status_code == 429 else None
