"""Patterns of a contract, which are in the dialect of ECMA-262, as Python reads them."""

import re
from functools import cache

_ESCAPE = re.compile(
    r"\\(?:u\{(?P<point>[\dA-Fa-f]+)\}"
    r"|u(?P<high>[dD][89abAB][\dA-Fa-f]{2})\\u(?P<low>[dD][c-fC-F][\dA-Fa-f]{2})"
    r"|u(?P<unit>[\dA-Fa-f]{4})"
    r"|x(?P<byte>[\dA-Fa-f]{2})"
    r"|c(?P<control>[A-Za-z])"
    r"|k<(?P<group>\w+)>"
    r"|(?P<null>0)(?!\d)"
    r"|(?P<other>[\s\S]))",
    re.ASCII,
)

_CONTROLS = {"t": "\t", "n": "\n", "r": "\r", "v": "\v", "f": "\f"}

# ECMA-262 §12.2 and §12.3: what `\s` matches, and what `.` does not.
_SPACE = r"\t\n\v\f\r \xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ufeff"
_LINE_END = r"\n\r\u2028\u2029"

_QUANTIFIER = re.compile(r"\{\d+(?:,\d*)?\}")

_OPENS_GROUP = re.compile(r"\(\?<(?![=!])")


@cache
def compiled(pattern):
    """The pattern as an expression of Python.

    Raises `re.error` where Python has nothing like it, such as `\\p{L}`.
    """
    return re.compile(translated(pattern))


def translated(pattern):
    """The same pattern in Python's dialect.

    There, `$` also matches before a last line break, `.` matches more, `\\d` and `\\w`
    go beyond ASCII, and a named group is written `(?P<name>...)`.
    """
    parts = []
    at = 0
    while at < len(pattern):
        part, at = _part(pattern, at)
        parts.append(part)
    return f"(?a:{''.join(parts)})"


def _part(pattern, at):
    """What begins at an index, outside of a set, and where it ends."""
    char = pattern[at]
    if char == "\\":
        escape = _escape(pattern, at)
        return _outside(escape), escape.end()
    if char == "[":
        return _set(pattern, at + 1)
    if char == "(" and _OPENS_GROUP.match(pattern, at):
        return "(?P<", at + 3
    if char == "{" and not _QUANTIFIER.match(pattern, at):
        return r"\{", at + 1
    return {"$": r"\Z", ".": f"[^{_LINE_END}]"}.get(char, char), at + 1


def _escape(pattern, at):
    escape = _ESCAPE.match(pattern, at)
    if escape is None:
        raise re.error("nothing is escaped", pattern, at)
    if escape["other"] in ("p", "P"):
        raise re.error(f"Python has no \\{escape['other']}", pattern, at)
    return escape


def _outside(escape):
    if escape["group"]:
        return f"(?P={escape['group']})"
    char = _character(escape)
    if char is not None:
        return re.escape(char)
    return {"s": f"[{_SPACE}]", "S": f"[^{_SPACE}]"}.get(escape["other"], escape[0])


def _character(escape):
    """The character that an escape stands for; none, where it stands for several or a place."""
    if escape["high"]:
        units = bytes.fromhex(escape["high"] + escape["low"])
        return units.decode("utf-16-be")
    digits = escape["point"] or escape["unit"] or escape["byte"]
    if digits:
        return chr(int(digits, 16))
    if escape["control"]:
        return chr(ord(escape["control"]) % 32)
    other = escape["other"]
    if escape["null"] or other is None:
        return "\0"
    if other in "dDwWsSbB" or other.isdigit():
        return None
    return _CONTROLS.get(other, other)


def _set(pattern, at):
    """A set such as `[^a-z]`, from behind its bracket on, and where it ends."""
    negation = "^" if pattern.startswith("^", at) else ""
    at += len(negation)
    members = []
    while not pattern.startswith("]", at):
        first, isolated, at = _member(pattern, at)
        if pattern.startswith("-", at) and not pattern.startswith("-]", at):
            last, last_isolated, at = _member(pattern, at + 1)
            is_range = not isolated and not last_isolated
            members.append(first + ("-" if is_range else r"\-") + last)
        else:
            members.append(first)
    if not members:
        return r"[\s\S]" if negation else "(?!)", at + 1
    return f"[{negation}{''.join(members)}]", at + 1


def _member(pattern, at):
    """A member of a set, whether it stands for several characters, and where it ends."""
    if at >= len(pattern):
        raise re.error("a set does not end", pattern, at)
    if pattern[at] != "\\":
        return _in_set(pattern[at]), False, at + 1
    escape = _escape(pattern, at)
    char = "\b" if escape["other"] == "b" else _character(escape)
    if char is not None:
        return _in_set(char), False, escape.end()
    return {"s": _SPACE}.get(escape["other"], escape[0]), True, escape.end()


def _in_set(char):
    return f"\\{char}" if char in "\\]^-[&~|" else char
