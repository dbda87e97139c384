"""Where the credentials of a request go: contract.json says how each scheme travels."""

import base64
from dataclasses import dataclass, field

BROKEN = "not-a-credential"
"""What is of the right kind, and nobody ever got it."""


@dataclass(frozen=True)
class Attached:
    """Where the credentials of one request go."""

    headers: dict = field(default_factory=dict)
    query: dict = field(default_factory=dict)
    cookies: dict = field(default_factory=dict)
    schemes: tuple = ()
    holder: object = None
    """Whose they are, where they are good ones."""


def attach(schemes, values, holder=None):
    """Puts the credentials (by the names of their schemes) where the schemes say."""
    attached = Attached(schemes=tuple(values), holder=holder)
    for name, value in values.items():
        scheme = schemes.get(name, {"type": "http", "scheme": "bearer"})
        if scheme["type"] == "apiKey":
            places = {
                "header": attached.headers,
                "query": attached.query,
                "cookie": attached.cookies,
            }
            places[scheme["in"]][scheme["name"]] = value
            continue
        word = authorization_scheme(scheme)
        if word is not None and str(value).lower().startswith(f"{word} "):
            # The whole header, as some set-ups keep it.
            attached.headers["Authorization"] = value
        elif word == "basic":
            attached.headers["Authorization"] = f"Basic {basic(value)}"
        elif word is not None:
            attached.headers["Authorization"] = f"{word.capitalize()} {value}"
    return attached


def authorization_scheme(scheme):
    """The HTTP authentication scheme (RFC 9110 §11.1) of the header Authorization, if any."""
    if scheme["type"] == "http":
        return scheme["scheme"]
    return "bearer" if scheme["type"] in ("oauth2", "openIdConnect") else None


def basic(value):
    """RFC 7617 §2: Base64 of `user:password`; what is malformed is no Base64 at all."""
    if value == BROKEN:
        return "!"
    pair = value if ":" in value else f"{value}:{value}"
    return base64.b64encode(pair.encode()).decode()
