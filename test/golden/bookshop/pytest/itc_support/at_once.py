"""The same request several times at the same moment."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier


def send_at_once(times, send, takes_several=True):
    """The answers to `times` calls of `send`, which all begin at the same moment.

    Where the API cannot take several at once, they go one after the other.
    """
    if not takes_several:
        return Answers([send() for _ in range(times)])
    start = Barrier(times)

    def wait_and_send():
        start.wait()
        return send()

    with ThreadPoolExecutor(times) as pool:
        return Answers(
            [
                future.result()
                for future in [pool.submit(wait_and_send) for _ in range(times)]
            ]
        )


class Answers:
    """The answers to the same request, sent several times at once."""

    def __init__(self, answers):
        self._answers = answers

    def conform(self, *expected, others):
        """Fails unless one answer conforms to what is expected, and each other to `others`."""
        __tracebackhide__ = True
        first, *more = sorted(
            self._answers, key=lambda answer: not answer.has_status(*expected)
        )
        first.conforms(*expected)
        for answer in more:
            if answer.has_status(*expected):
                answer.fails("another request like it, sent at once, was accepted too")
            answer.conforms(*others)
