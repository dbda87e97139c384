"""Whether an answer has what the rest of a test speaks of."""

from .containment import member, shown
from .values import at, pending, segments_of


def lacking(body, pointer, operation):
    """Why a body has nothing at a JSON Pointer; None where it has.

    A list that is too short is nobody's fault: the test is pending.
    """
    __tracebackhide__ = True
    path = "body"
    for segment in segments_of(pointer):
        if isinstance(body, list) and segment.isdigit():
            if int(segment) >= len(body):
                count = f"{len(body)} item{'' if len(body) == 1 else 's'}"
                pending(
                    f"{path} of {operation} has {count}, and the test needs item {segment}"
                )
            path, body = f"{path}[{segment}]", body[int(segment)]
        elif not isinstance(body, dict):
            return f"{path} is {shown(body)}, without {segment}, which the test needs"
        elif segment not in body:
            return f"{member(path, segment)} is missing, which the test needs"
        else:
            path, body = member(path, segment), body[segment]
    return f"{path} is null, and the test needs it" if body is None else None


def wanted(body, pointer):
    """What a JSON Pointer leads to; pending where the answer, which may lack it, does."""
    __tracebackhide__ = True
    problem = lacking(body, pointer, "the answer")
    if problem is not None:
        pending(problem)
    return at(body, pointer)
