"""contract.json: what each operation promises, and where an answer breaks it."""

import contextlib
import fnmatch
import json
import re
from decimal import Decimal
from functools import cached_property, lru_cache
from pathlib import Path

from jsonschema import Draft202012Validator, FormatChecker, ValidationError
from jsonschema.exceptions import best_match
from jsonschema.validators import extend
from referencing import Registry
from referencing.jsonschema import DRAFT202012

from .causes import Problem
from .containment import member, shown
from .masking import is_secret_name
from .patterns import compiled, translated

FOLDER = Path(__file__).resolve().parent.parent

_URI = "urn:itc:contract"

_NEVER = {"not": {}}

_FORMATS = FormatChecker(("date-time", "date", "email", "uuid", "uri", "ipv4", "ipv6"))


class Contract:
    """What contract.json says."""

    def __init__(self, document):
        self.operations = document["operations"]
        self.schemes = document["securitySchemes"]
        self.base_path = document.get("basePath", "")
        self.unread_patterns = {}
        self._usable_document = self._usable(document)
        resource = DRAFT202012.create_resource(self._usable_document)
        self._registry = Registry().with_resource(_URI, resource)
        self._validator = lru_cache(maxsize=None)(self._make_validator)

    def promise(self, operation, status):
        """The key and the promise for a status: its own, its class's, the default."""
        responses = self.operations.get(operation, {}).get("responses", {})
        for key in (str(status), f"{status // 100}XX", "default"):
            if key in responses:
                return key, responses[key]
        return None, None

    def security(self, operation):
        """The security alternatives of an operation.

        Of a method that the path does not declare: those of the first that it does, since
        a server may ask who calls before it looks for the method.
        """
        _, _, path = operation.partition(" ")
        declared = {
            key: promises["security"]
            for key, promises in self.operations.items()
            if key.partition(" ")[2] == path
        }
        return declared.get(operation, next(iter(declared.values()), []))

    def broken_schema(self, value, way, path):
        """One line for each place where the value breaks the schema at `way`."""
        return self._lines(self._validator(way).iter_errors(value), path)

    def broken(self, value, schema, path):
        """The same for a schema that is none of the contract's."""
        validator = _Validator(
            self._usable(schema), registry=self._registry, format_checker=_FORMATS
        )
        return self._lines(validator.iter_errors(value), path)

    def broken_text(self, text, way, path):
        """The same for a body that is no JSON: it is text, or the scalar written in it.

        A schema of objects or arrays speaks of what a parser would make of the text,
        such as XML, and is not checked.
        """
        readings = [
            list(self._validator(way).iter_errors(value)) for value in scalars(text)
        ]
        if not all(readings) or any(map(_wants_structure, readings[0])):
            return []
        return self._lines(readings[0], path)

    def _lines(self, errors, root):
        """One problem for each place, which knows the schema that is shared by its name."""
        found = {}
        for error in errors:
            error = best_match([error])
            path = _path(error, root)
            place = self._places.get(id(error.schema))
            says = _says(error)
            if place is None:
                says = f"{_INDEX.sub('[]', path)}: {says}"
            line = _line(error, path)
            found[line] = Problem(line, place=place, says=says)
        return list(found.values())

    @cached_property
    def _places(self):
        """Where a schema stands in `$defs`, by its identity: `Book/properties/title`."""
        places = {}

        def walk(node, place):
            if isinstance(node, dict):
                places.setdefault(id(node), place)
            items = node.items() if isinstance(node, dict) else enumerate(node)
            for name, item in items:
                if isinstance(item, dict | list):
                    walk(item, f"{place}/{name}" if place else name)

        walk(self._usable_document.get("$defs", {}), "")
        return places

    def _make_validator(self, way):
        parts = "".join("/" + _escaped(part) for part in way)
        return _Validator(
            {"$ref": f"{_URI}#{parts}"},
            registry=self._registry,
            format_checker=_FORMATS,
        )

    def _usable(self, node):
        """The document as Python can check it; patterns that it cannot read are noted."""
        if isinstance(node, list):
            return [self._usable(item) for item in node]
        if not isinstance(node, dict):
            return node
        usable = {
            name: item if name in ("const", "enum") else self._usable(item)
            for name, item in node.items()
        }
        if isinstance(usable.get("pattern"), str):
            self._can_read(usable["pattern"])
        # jsonschema does not say where a schema of `false` is broken.
        properties = usable.get("properties")
        if isinstance(properties, dict):
            usable["properties"] = {
                name: _NEVER if schema is False else schema
                for name, schema in properties.items()
            }
        patterns = usable.get("patternProperties")
        if isinstance(patterns, dict):
            read = {p: s for p, s in patterns.items() if self._can_read(p)}
            usable["patternProperties"] = {translated(p): s for p, s in read.items()}
            if len(read) < len(patterns):
                usable.pop("additionalProperties", None)
                usable.pop("unevaluatedProperties", None)
        return usable

    def _can_read(self, pattern):
        try:
            compiled(pattern)
        except re.error as error:
            self.unread_patterns[pattern] = error.msg
            return False
        return True


def _escaped(part):
    pointer = part.replace("~", "~0").replace("/", "~1")
    return re.sub(
        r"[^\w~.-]", lambda c: "".join(f"%{b:02X}" for b in c[0].encode()), pointer
    )


@lru_cache(maxsize=1)
def contract():
    """The contract beside the tests."""
    return Contract(json.loads((FOLDER / "contract.json").read_text("utf-8")))


def media_type(header):
    """`Application/JSON; charset=utf-8` → `application/json`"""
    return header.split(";")[0].strip().lower()


def is_json(media):
    """Whether a media type is JSON (RFC 6839: or ends with +json)."""
    return media.endswith(("/json", "+json"))


def declared_media(content, media):
    """The media type or range of a promise that an answer's media type belongs to."""
    ranges = sorted(content, key=lambda key: (key.count("*"), -len(key)))
    return next(
        (key for key in ranges if fnmatch.fnmatch(media, media_type(key))), None
    )


def header_readings(text):
    """The values that the text of a header may stand for, as schemas speak of them."""
    yield from scalars(text)
    yield [item.strip() for item in text.split(",")]
    if text.lstrip().startswith(("{", "[")):
        # JSON, as many a server writes what is no scalar.
        with contextlib.suppress(ValueError):
            yield json.loads(text)


def scalars(text):
    """The text, and what else it may stand for: a boolean or a number."""
    yield text
    word = text.strip()
    if word in ("true", "false"):
        yield word == "true"
    if re.fullmatch(r"-?\d+", word):
        yield int(word)
    elif re.fullmatch(r"-?\d+(\.\d+)?([eE][+-]?\d+)?", word):
        yield float(word)


def _wants_structure(error):
    if error.validator in ("anyOf", "oneOf"):
        return bool(error.context) and all(map(_wants_structure, error.context))
    types = error.validator_value
    types = {types} if isinstance(types, str) else types
    return error.validator == "type" and {"object", "array"}.issuperset(types)


def _multiple_of(_validator, factor, value, _schema):
    """Decimal arithmetic: 19.99 is a multiple of 0.01."""
    is_number = isinstance(value, int | float) and not isinstance(value, bool)
    if is_number and factor and Decimal(repr(value)) % Decimal(repr(factor)):
        yield ValidationError("not a multiple")


def _required(_validator, names, value, _schema):
    """The error lies where the member should be."""
    if isinstance(value, dict):
        for name in names:
            if name not in value:
                yield ValidationError("missing", path=[name])


def _pattern(_validator, pattern, value, _schema):
    """In the dialect of ECMA-262; what Python cannot read is a finding, see Contract."""
    try:
        is_broken = isinstance(value, str) and not compiled(pattern).search(value)
    except re.error:
        return
    if is_broken:
        yield ValidationError("no match")


_Validator = extend(
    Draft202012Validator,
    {"multipleOf": _multiple_of, "pattern": _pattern, "required": _required},
)


_INDEX = re.compile(r"\[\d+\]")


def _path(error, root):
    path = root
    for part in error.absolute_path:
        path = f"{path}[{part}]" if isinstance(part, int) else member(path, part)
    return path


def _says(error):
    """What is wrong, without the value that is."""
    keyword, limit = error.validator, error.validator_value
    if keyword == "required":
        return f"{error.absolute_path[-1]} is missing"
    if keyword == "not" and limit == {}:
        return "not allowed in an answer"
    if keyword == "additionalProperties" and limit is False:
        return f"{', '.join(_undeclared(error.instance, error.schema))} is not declared"
    if keyword in _WHOLE:
        return f"breaks {keyword}"
    got = "null, " if error.instance is None else ""
    return f"{got}expected {keyword} {shown(limit)}"


_WHOLE = ("anyOf", "oneOf", "not", "if", "contains", "unevaluatedProperties")
"""Keywords whose own value says too little and too much."""


def _line(error, path):
    keyword, limit = error.validator, error.validator_value
    if keyword == "required":
        return f"{path} is missing"
    value = "***" if is_secret_name(path) else shown(error.instance)
    if keyword == "not" and limit == {}:
        return f"{path} is {value}, but the contract does not allow it in an answer"
    if keyword == "additionalProperties" and limit is False:
        extra = _undeclared(error.instance, error.schema)
        return f"{path} has {', '.join(extra)}, which the contract does not declare"
    if keyword in _WHOLE:
        return f"{path} is {value}, which breaks {keyword}"
    return f"{path} is {value}, expected {keyword} {shown(limit)}"


def _undeclared(value, schema):
    patterns = schema.get("patternProperties", {})
    declared = schema.get("properties", {})
    return [
        name
        for name in value
        if name not in declared and not any(re.search(p, name) for p in patterns)
    ]
