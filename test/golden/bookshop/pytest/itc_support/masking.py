"""Keeps credentials out of everything that is printed."""

import json
import re
from urllib.parse import quote

_NAME = re.compile(
    r"passw|passphrase|pwd|secret|token|credential|api[-_]?key|authorization|cookie",
    re.IGNORECASE,
)

MASK = "***"


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
    """Text without the given credentials, however they are written in it."""
    for secret in sorted(secrets, key=len, reverse=True):
        if len(secret) >= 4:
            for spelling in (secret, json.dumps(secret)[1:-1], quote(secret, safe="")):
                text = text.replace(spelling, MASK)
    return text
