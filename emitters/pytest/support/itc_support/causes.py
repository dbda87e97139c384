"""What is behind failures: one broken promise fails many tests, and is told once."""

import json

PROPERTY = "broken"
"""The name of a test's property that has a cause and its operation, as JSON."""

_MOST_CAUSES = 20
_MOST_OPERATIONS = 5


class Problem(str):
    """A line of a failure that knows which schema is broken, and says it without the value."""

    def __new__(cls, text, *, place, says):
        problem = super().__new__(cls, text)
        problem.place = place
        problem.says = says
        return problem


class Hint(str):
    """A line of a failure that is no problem itself."""


def causes_of(operation, at, problems):
    """What the problems have in common with those of other tests: the promise that is broken.

    That is the schema, whichever operation's answer breaks it, or else the place of the
    operation's own promise.
    """
    own = f"{operation} at {at}" if at else operation
    return list(
        dict.fromkeys(
            f"{getattr(problem, 'place', None) or own}: {getattr(problem, 'says', problem)}"
            for problem in problems
            if not isinstance(problem, Hint)
        )
    )


class Causes:
    """The broken promises of a run, each with its tests and operations."""

    def __init__(self):
        self._tests = {}
        self._operations = {}

    def add(self, report):
        """Takes in what a failed test says of its causes."""
        for name, text in report.user_properties:
            if name == PROPERTY:
                said = json.loads(text)
                self._tests.setdefault(said["cause"], set()).add(report.nodeid)
                by_cause = self._operations.setdefault(said["cause"], set())
                by_cause.add(said["operation"])

    def lines(self):
        """One line for each, the one that fails most tests first."""
        ranked = sorted(self._tests.items(), key=lambda item: (-len(item[1]), item[0]))
        for cause, tests in ranked[:_MOST_CAUSES]:
            names = sorted(self._operations[cause])
            more = len(names) - _MOST_OPERATIONS
            names = [*names[:_MOST_OPERATIONS], *([f"{more} more"] if more > 0 else [])]
            count = "1 test" if len(tests) == 1 else f"{len(tests)} tests"
            yield f"- {cause} ({count}: {', '.join(names)})"
        if len(ranked) > _MOST_CAUSES:
            yield f"- and {len(ranked) - _MOST_CAUSES} more"
