"""How conftest.py says where a credential comes from: a log-in, made while tests run."""

from urllib.parse import quote

from .credentials import basic
from .values import at


class LogIn:
    """A call whose answer has a credential. It never prints what it sends."""

    def __init__(self, method, path, parts, take, *, log_out=None, sign_up=None):
        self._method = method
        self._path = path
        self._parts = parts
        self._take = take
        self._log_out = log_out
        self._sign_up = sign_up

    def __repr__(self):
        return f"<log-in by {self._method} {self._path}>"

    @property
    def missing(self):
        """The names of what the environment does not say of who logs in."""
        of_sign_up = [] if self._sign_up is None else [self._sign_up[2]]
        return list(dict.fromkeys(_names_of_nothing([self._parts, *of_sign_up])))

    @property
    def can_end(self):
        """Whether it is known how to log out."""
        return self._log_out is not None

    def __call__(self, api):
        """Logs in, and returns the credential."""
        __tracebackhide__ = True
        return self._take(self._open(api))

    def ended(self, api, scheme):
        """Logs in and out again, and returns the credential, which was good once."""
        __tracebackhide__ = True
        answer = self._open(api)
        credential = self._take(answer)
        method, path, pointers = self._log_out
        answer.accepted("2XX", having=tuple(pointers.values()))
        values = {name: at(answer.body, pointer) for name, pointer in pointers.items()}
        held = {scheme: credential}
        api.request(method, path, path=values, credentials=held).accepted("2XX")
        return credential

    def _open(self, api):
        __tracebackhide__ = True
        if self._sign_up is not None:
            method, path, parts = self._sign_up
            api.request(method, path, **parts).accepted("2XX")
            self._sign_up = None
        path = self._path(api) if callable(self._path) else self._path
        return api.request(self._method, path, **self._parts).accepted("2XX")


def log_in(
    method,
    path,
    *,
    token=None,
    header=None,
    cookie=None,
    template="{token}",
    log_out=None,
    sign_up=None,
    **parts,
):
    """A log-in by a call of the API, or of another server where `path` is a URL.

    `token` is a JSON Pointer to the credential in the answer's body; `header` or `cookie`
    name where else the answer has it. `template` is what is sent later: `"Token {token}"`.
    `log_out` says how it is ended: a method, a path, and for each path parameter a JSON
    Pointer into the answer. `sign_up` is a call that makes whoever logs in, once before: a
    method, a path, and what it sends: `("POST", "/users", {"json": {...}})`. All else is
    the request: `json=`, `form=`, `headers=`.
    """

    def take(answer):
        __tracebackhide__ = True
        if token is not None:
            found = at(answer.accepted("2XX", having=token).body, token)
        else:
            found = answer.given(header=header, cookie=cookie)
        return template.replace("{token}", str(found))

    return LogIn(method, path, parts, take, log_out=log_out, sign_up=sign_up)


def client_credentials(
    token_url=None, *, client_id, client_secret, scope=None, discovery=None
):
    """An access token for a client itself (RFC 6749 §4.4).

    `discovery` is the URL of an OpenID Connect document that names the token endpoint.
    """
    form = {"grant_type": "client_credentials"}
    return _grant(token_url, discovery, form, (client_id, client_secret), scope)


def password_grant(
    token_url=None,
    *,
    username,
    password,
    client_id=None,
    client_secret=None,
    scope=None,
    discovery=None,
):
    """An access token for somebody's name and password (RFC 6749 §4.3)."""
    form = {"grant_type": "password", "username": username, "password": password}
    client = None if client_id is None else (client_id, client_secret or "")
    return _grant(token_url, discovery, form, client, scope)


def _grant(token_url, discovery, form, client, scope):
    parts = {"form": form if scope is None else {**form, "scope": scope}}
    if client is not None and None not in client:
        # RFC 6749 §2.3.1: both are encoded as in a form before they are joined.
        pair = ":".join(quote(part, safe="") for part in client)
        parts["headers"] = {"Authorization": f"Basic {basic(pair)}"}
    elif client is not None:
        parts["client"] = dict(zip(("client_id", "client_secret"), client, strict=True))

    def endpoint(api):
        __tracebackhide__ = True
        return (
            api.get(discovery)
            .accepted(200, having="/token_endpoint")
            .body["token_endpoint"]
        )

    path = token_url if discovery is None else endpoint
    return LogIn("POST", path, parts, lambda answer: _access_token(answer, scope))


def _access_token(answer, scope):
    """The token; none where it is good for more than was asked for (RFC 6749 §3.3)."""
    __tracebackhide__ = True
    body = answer.accepted("2XX", having="/access_token").body
    granted = body.get("scope") or ""
    more = scope is not None and not set(granted.split()) <= set(scope.split())
    return None if more else body["access_token"]


def _names_of_nothing(parts):
    items = parts.items() if isinstance(parts, dict) else enumerate(parts)
    for name, part in items:
        if part is None:
            yield str(name)
        elif isinstance(part, dict | list):
            yield from _names_of_nothing(part)
