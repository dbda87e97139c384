"""How a failure reads, and what is found without being one."""

import traceback
import warnings
from http import HTTPStatus
from pathlib import Path

import pytest

from .causes import causes_of
from .masking import MASK, is_secret_name, mask_body, mask_secrets

_LONGEST = 1500
_MOST_PROBLEMS = 10
_MOST_FRAMES = 6
_HERE = Path(__file__).parent


class ContractBroken(AssertionError):
    """An answer that is not what was promised, and the promises that it breaks."""

    def __init__(self, text, operation=None, causes=()):
        super().__init__(text)
        self.operation = operation
        self.causes = causes


# The name alone says it all: tracebacks would put the module in front of it.
ContractBroken.__module__ = "builtins"


class Reporter:
    """Writes exchanges and problems, without a credential in them."""

    def __init__(self, secrets, secret_names):
        self._secrets = secrets
        self._secret_names = {name.lower() for name in secret_names}
        self._found = set()
        self.case = None
        self.item = None

    def broken(self, exchange, at, problems):
        """The failure, to be raised."""
        causes = causes_of(exchange.operation, at, problems)
        return ContractBroken(
            self.failure(exchange, at, problems),
            exchange.operation,
            [mask_secrets(cause, self._secrets) for cause in causes],
        )

    def failure(self, exchange, at, problems):
        """The text of a failure, the same in every language."""
        where = f" at {at}" if at else ""
        case = f"   [{self.case}]" if self.case else ""
        more = len(problems) - _MOST_PROBLEMS
        lines = [f"{exchange.operation} breaks the contract{where}{case}"]
        lines += [f"  - {problem}" for problem in problems[:_MOST_PROBLEMS]]
        lines += [f"  - and {more} more"] if more > 0 else []
        text = "\n".join([*lines, "", *self._exchange(exchange)])
        return mask_secrets(text, self._secrets)

    def finding(self, text):
        """Reports, once per run, something that makes no test fail."""
        if text in self._found:
            return
        self._found.add(text)
        if self.item is not None:
            self.item.user_properties.append(("finding", text))
        message = mask_secrets(f"{FINDING}{text}", self._secrets)
        with warnings.catch_warnings():
            # Also where the project's own settings make warnings errors, or hide them.
            warnings.simplefilter("always", pytest.PytestWarning)
            warnings.warn(pytest.PytestWarning(message), stacklevel=3)

    def _exchange(self, exchange):
        yield f"> {self._curl(exchange)}"
        answer = exchange.response
        if answer is None:
            return
        status = answer.status_code
        known = status in HTTPStatus._value2member_map_
        yield f"< {status} {HTTPStatus(status).phrase if known else ''}".rstrip()
        if answer.content:
            body = _cut(mask_body(answer.text))
            yield "\n".join(f"< {line}" for line in body.splitlines())
        if status >= 500 and exchange.raised is not None:
            yield from _raised(exchange.raised)

    def _curl(self, exchange):
        parts = ["curl", "-X", exchange.method, _quoted(self._url(exchange.url))]
        for name, value in exchange.headers.items():
            secret = self._is_secret(name)
            parts += ["-H", _quoted(f"{name.lower()}: {MASK if secret else value}")]
        body = exchange.body
        if "content" in body:
            text = mask_body(body["content"].decode("utf-8", "replace"))
            parts += ["-d", _quoted(_cut(text))]
        for name, (file, content, *media) in body.get("files", ()):
            parts += ["-F", _quoted(_form_part(name, (file, content, *media)))]
        return " ".join(parts)

    def _url(self, url):
        base, mark, query = url.partition("?")
        pairs = [pair.partition("=") for pair in query.split("&")]
        masked = (
            f"{name}={MASK if self._is_secret(name) else value}" if sign else name
            for name, sign, value in pairs
        )
        return base + mark + "&".join(masked)

    def _is_secret(self, name):
        return name.lower() in self._secret_names or is_secret_name(name)


FINDING = "contract: "
"""What the text of a finding begins with, among other warnings."""


def describe_statuses(expected):
    """`400, 404 or 422`"""
    words = [str(status) for status in expected]
    return " or ".join([", ".join(words[:-1]), words[-1]] if words[1:] else words)


def _raised(error):
    """An exception of the application, and where it came from, the last frames last."""
    frames = traceback.extract_tb(error.__traceback__)
    foreign = [frame for frame in frames if Path(frame.filename).parent != _HERE]
    for frame in foreign[-_MOST_FRAMES:]:
        yield f"! {_near(frame.filename)}:{frame.lineno} in {frame.name}: {frame.line}"
    for line in _cut(f"{type(error).__name__}: {error}").splitlines():
        yield f"! {line}"


def _near(file):
    """A path as it is called from the working folder, where it is below it."""
    path = Path(file)
    return path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path


def _form_part(name, part):
    file, content, *media = part
    if file is None:
        value = MASK if is_secret_name(name) else content.decode("utf-8", "replace")
        return f"{name}={_cut(value)}"
    return f"{name}=@{file};type={media[0]}"


def _quoted(text):
    return "'" + text.replace("'", "'\\''") + "'"


def _cut(text):
    rest = len(text) - _LONGEST
    return f"{text[:_LONGEST]}… ({rest} more characters)" if rest > 0 else text
