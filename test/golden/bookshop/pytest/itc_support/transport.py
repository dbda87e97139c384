"""How a request reaches the API: over the network, or in process."""

import asyncio
import inspect
import logging
import sys
import threading
from urllib.parse import urlsplit

import httpx

_TIMEOUT = 30.0


def open_transport(target):
    """A transport to what `target` in conftest.py returns.

    That is a base URL, an `httpx.Client`, an ASGI or WSGI application, or a pair of an
    application and the path in front of its operations.
    """
    target, prefix = target if isinstance(target, tuple) else (target, "")
    if isinstance(target, str):
        if not urlsplit(target).netloc:
            raise ValueError(f"`target` in conftest.py is no base URL: {target!r}")
        return NetworkTransport(httpx.Client(timeout=_TIMEOUT), target)
    if isinstance(target, httpx.Client):
        return NetworkTransport(target, str(target.base_url) + prefix)
    if not callable(target):
        raise TypeError("`target` in conftest.py is no URL and no application")
    if _is_asgi(target):
        return AsgiTransport(target, f"http://testserver{prefix}")
    return WsgiTransport(target, f"http://testserver{prefix}")


def open_elsewhere():
    """A transport to whatever URL it is given, whatever the target is."""
    return NetworkTransport(httpx.Client(timeout=_TIMEOUT), "")


def _is_asgi(app):
    call = app if inspect.isroutine(app) else type(app).__call__
    return inspect.iscoroutinefunction(call)


class NetworkTransport:
    """An `httpx.Client` that keeps no cookies from one request to the next."""

    raised = None
    takes_several = True
    """Whether it may be sent several requests at the same moment."""

    def __init__(self, client, base):
        self.base = base.rstrip("/")
        self._client = client

    def send(self, method, url, **parts):
        """Sends one request; redirects are answers like any other."""
        self._client.cookies.clear()
        request = self._client.build_request(method, url, **parts)
        return self._client.send(request, follow_redirects=False)

    def close(self):
        """Closes the connections."""
        self._client.close()


class Raised(logging.Handler):
    """The first exception of a request: one that an application in process lets out, or one
    that its framework turned into a 500 and logged, as Flask and Django do."""

    def __init__(self):
        super().__init__(logging.ERROR)
        self.error = None
        logging.getLogger().addHandler(self)

    def emit(self, record):
        """Keeps what is logged with its exception."""
        if record.exc_info and record.exc_info[1] is not None:
            self.keep(record.exc_info[1])

    def keep(self, error):
        """Keeps the first: others come of it."""
        self.error = self.error or error

    def close(self):
        """Listens no longer."""
        logging.getLogger().removeHandler(self)
        super().close()


class WsgiTransport(NetworkTransport):
    """A WSGI application, called in process. What it raises is a 500, as on a server."""

    takes_several = False
    """Its server decides about threads (PEP 3333, wsgi.multithread), and here is none."""

    def __init__(self, app, base):
        self._app = app
        self._raised = Raised()
        wsgi = httpx.WSGITransport(app=self._call, raise_app_exceptions=False)
        super().__init__(httpx.Client(transport=wsgi), base)

    @property
    def raised(self):
        """What the application raised while it answered the last request."""
        return self._raised.error

    def send(self, method, url, **parts):
        """Sends one request; redirects are answers like any other."""
        self._raised.error = None
        return super().send(method, url, **parts)

    def close(self):
        """Closes what was opened."""
        self._raised.close()
        super().close()

    def _call(self, environ, start_response):
        try:
            result = self._app(environ, start_response)
            try:
                return [b"".join(result)]
            finally:
                getattr(result, "close", lambda: None)()
        except Exception as error:  # noqa: BLE001
            self._raised.keep(error)
            start_response("500 Internal Server Error", [], sys.exc_info())
            return [b""]


class AsgiTransport:
    """An ASGI application on an event loop of its own, with its lifespan."""

    takes_several = True

    def __init__(self, app, base):
        self.base = base.rstrip("/")
        self._raised = Raised()
        self._app = app
        self._loop = asyncio.new_event_loop()
        self._thread = threading.Thread(target=self._loop.run_forever, daemon=True)
        self._thread.start()
        self._state = {}
        asgi = httpx.ASGITransport(app=self._call, raise_app_exceptions=False)
        self._client = httpx.AsyncClient(transport=asgi)
        self._ending = None
        self._run(self._start_lifespan())

    def send(self, method, url, **parts):
        """Sends one request; redirects are answers like any other."""
        self._raised.error = None
        self._client.cookies.clear()
        request = self._client.build_request(method, url, **parts)
        return self._run(self._client.send(request, follow_redirects=False))

    def close(self):
        """Ends the application's lifespan and the loop."""
        self._raised.close()
        self._run(self._end_lifespan())
        self._run(self._client.aclose())
        self._loop.call_soon_threadsafe(self._loop.stop)
        self._thread.join()
        self._loop.close()

    @property
    def raised(self):
        """What the application raised while it answered the last request."""
        return self._raised.error

    async def _call(self, scope, receive, send):
        try:
            await self._app({**scope, "state": dict(self._state)}, receive, send)
        except Exception as error:
            self._raised.keep(error)
            raise

    def _run(self, coroutine):
        return asyncio.run_coroutine_threadsafe(coroutine, self._loop).result(_TIMEOUT)

    async def _start_lifespan(self):
        self._ending = asyncio.Event()
        self._said = asyncio.Queue()
        self._lifespan = asyncio.create_task(self._live())
        started = asyncio.create_task(self._said.get())
        await asyncio.wait(
            {self._lifespan, started}, return_when=asyncio.FIRST_COMPLETED
        )
        await asyncio.sleep(0)
        if started.done() and started.result()["type"] == "lifespan.startup.failed":
            reason = started.result().get("message", "")
            raise RuntimeError(f"the application does not start: {reason}")
        started.cancel()

    async def _live(self):
        events = iter(("lifespan.startup", "lifespan.shutdown"))

        async def receive():
            event = next(events)
            if event == "lifespan.shutdown":
                await self._ending.wait()
            return {"type": event}

        try:
            scope = {
                "type": "lifespan",
                "asgi": {"version": "3.0"},
                "state": self._state,
            }
            await self._app(scope, receive, self._said.put)
        except Exception:  # noqa: BLE001, S110
            # ASGI: an application that raises here has no lifespan, and that is fine.
            pass

    async def _end_lifespan(self):
        self._ending.set()
        await self._lifespan
