"""Stack traces in answers: they tell a stranger how the server is built (OWASP API8:2023)."""

import re

_SIGNATURES = (
    # Python
    r"Traceback \(most recent call last\):",
    # Java, Kotlin, Scala, Groovy
    r"\bat [\w$.<>/]+\((?:[\w$]+\.(?:java|kt|scala|groovy):\d+|Native Method)\)",
    # JavaScript, TypeScript
    r"\bat [^\n]{0,200}?(?:\bnode:internal/[\w/.-]+|\.[cm]?[jt]sx?):\d+:\d+\b",
    # Ruby
    r"\.rb:\d+:in [`'][^'\n]{1,200}'",
    # Go
    r"\bgoroutine \d+ \[[a-z, ]+\]:",
    # PHP
    r"#\d+ [^\n]{1,200}?\.php\(\d+\): ",
    # C#, F#, Visual Basic
    r"\bat [^\n]{1,200}?\) in [^\n]{1,200}?\.(?:cs|fs|vb):line \d+",
    # Rust
    r"\bthread '[^'\n]{1,100}' panicked at ",
)

_TRACE = re.compile("|".join(_SIGNATURES))


def has_trace(text):
    """Whether a text, or JSON, holds what one of the usual runtimes writes when it fails."""
    unescaped = text.replace("\\n", "\n").replace("\\t", "\t").replace('\\"', '"')
    return _TRACE.search(unescaped) is not None
