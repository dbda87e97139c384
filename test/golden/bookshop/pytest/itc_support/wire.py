"""How values are written into a request: paths, queries, cookies, bodies."""

import json
import re
from urllib.parse import quote, unquote, urlsplit

from .values import Upload

NOTHING = object()
"""No body at all, which is not the body `null`."""


def written(value):
    """A scalar as text: numbers and booleans as JSON writes them."""
    return value if isinstance(value, str) else json.dumps(value)


def fill_path(template, values):
    """The path with its parameters put in.

    Unreserved characters and `,;=` stay (RFC 3986 §3.3); all others are percent-encoded.
    """

    def encoded(hole):
        name = hole[1]
        if name not in values:
            return hole[0]
        text = written(values[name])
        if text in (".", ".."):
            return text.replace(".", "%2E")
        return quote(text, safe="-._~,;=", errors="surrogatepass")

    return re.sub(r"\{([^{}]+)\}", encoded, template)


def read_path(template, url):
    """The parameters with which the path of a URL ends as the template does, as texts.

    None where it does not. Whatever stands in front is the server's own business.
    """
    parts = re.split(r"\{([^{}]+)\}", template)
    pattern = "([^/]+)".join(re.escape(part) for part in parts[::2])
    found = re.search(f"{pattern}/?$", urlsplit(url).path)
    if found is None:
        return None
    return dict(zip(parts[1::2], map(unquote, found.groups()), strict=True))


def fill_query(values):
    """The query with its question mark; a list repeats its name."""
    pairs = [
        f"{_query_part(name)}={_query_part(written(item))}"
        for name, value in values.items()
        for item in (value if isinstance(value, list | tuple) else [value])
    ]
    return f"?{'&'.join(pairs)}" if pairs else ""


def _query_part(text):
    return quote(text, safe="-._~,:", errors="surrogatepass")


def cookies_of(headers):
    """The cookies that an answer sets, by name, whichever host it says they are for.

    RFC 6265 §5.2; the last one of a name counts.
    """
    pairs = (
        line.partition(";")[0].partition("=") for line in headers.get_list("set-cookie")
    )
    return {name.strip(): value.strip() for name, sign, value in pairs if sign}


def fill_cookies(values):
    """The Cookie header: what is no cookie-octet (RFC 6265 §4.1.1) is encoded."""
    return "; ".join(
        f"{name}={quote(written(value), safe='!#$%&()*+-./:<=>?@[]^_`{|}~')}"
        for name, value in values.items()
    )


def fill_body(*, json_value, media, form, multipart, text):
    """The body: its bytes, or the parts for the client to join; and its media type."""
    if json_value is not NOTHING:
        return {"content": encode_json(json_value)}, media or "application/json"
    if form is not None:
        query = fill_query(form).removeprefix("?")
        return {"content": query.encode()}, "application/x-www-form-urlencoded"
    if multipart is not None:
        return {"files": list(_parts(multipart))}, None
    if text is not None:
        kind, value = text
        return {"content": written(value).encode("utf-8", "surrogatepass")}, kind
    return {}, None


def encode_json(value):
    """JSON in UTF-8; half a surrogate pair can be written only as an escape."""
    try:
        return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
    except UnicodeEncodeError:
        return json.dumps(value).encode()


def _parts(values):
    for name, value in values.items():
        for item in value if isinstance(value, list | tuple) else [value]:
            if isinstance(item, Upload):
                yield name, (item.name, item.content, item.media_type)
            elif isinstance(item, dict):
                yield name, (None, encode_json(item), "application/json")
            else:
                yield name, (None, written(item).encode())
