"""Keeps credentials out of everything that is printed."""

import json
import re
from urllib.parse import quote

_NAME = re.compile(
    r"passw|passphrase|pwd|secret|token|credential|api[-_]?key|authorization|cookie",
    re.IGNORECASE,
)

MASK = "***"

_SURE = 4
"""What is at least so long is no part of another word by chance."""


def is_secret_name(name):
    """Whether what has this name is not to be shown."""
    return _NAME.search(re.split(r"[.\[]", name)[-1]) is not None


def mask_value(value):
    """JSON with the members masked that are named like a secret."""
    if isinstance(value, dict):
        return {
            name: MASK if is_secret_name(name) and item else mask_value(item)
            for name, item in value.items()
        }
    if isinstance(value, list):
        return [mask_value(item) for item in value]
    return value


def mask_body(text):
    """A body with the members masked that are named like a secret."""
    try:
        value = json.loads(text)
    except ValueError:
        pairs = r"(?P<name>[\w.-]+)=(?P<value>[^&\s]*)"
        return re.sub(
            pairs,
            lambda pair: (
                f"{pair['name']}={MASK}" if is_secret_name(pair["name"]) else pair[0]
            ),
            text,
        )
    masked = mask_value(value)
    if masked == value:
        return text
    return json.dumps(masked, ensure_ascii=False, separators=(",", ":"))


def mask_secrets(text, secrets):
    """Text without the given credentials, however they are written in it.

    One of fewer than four characters is part of many words: it goes where it is a whole
    value, in quotation marks, behind `=` or behind `Bearer`. What a request carries is
    masked by its place (the header, cookie or query parameter) before it comes here.
    """
    for secret in sorted(filter(None, secrets), key=len, reverse=True):
        for spelling in {secret, json.dumps(secret)[1:-1], quote(secret, safe="")}:
            if len(secret) >= _SURE:
                text = text.replace(spelling, MASK)
            else:
                whole = rf"""(["'=]|\b(?:basic|bearer|token) ){re.escape(spelling)}(?=["'&\s]|$)"""
                text = re.sub(whole, rf"\1{MASK}", text, flags=re.IGNORECASE)
    return text
