"""A request several times at the same moment."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier


def send_at_once(sends, takes_several=True):
    """The answers to these calls, which all begin at the same moment.

    Where the API cannot take several at once, they go one after the other.
    """
    if not takes_several:
        return Answers([send() for send in sends])
    start = Barrier(len(sends))

    def wait_and_send(send):
        start.wait()
        return send()

    with ThreadPoolExecutor(len(sends)) as pool:
        return Answers(list(pool.map(wait_and_send, sends)))


class Answers:
    """The answers to a request that was sent several times at once."""

    def __init__(self, answers):
        self._answers = answers

    def conform(self, *expected, others):
        """Fails unless one answer conforms to what is expected, and each other to `others`.

        Of the answers that are as expected, the one is rather one that no other may be like.
        """
        __tracebackhide__ = True
        first, *more = sorted(
            self._answers,
            key=lambda answer: (
                not answer.has_status(*expected),
                answer.has_status(*others),
            ),
        )
        first.conforms(*expected)
        for answer in more:
            if answer.has_status(*expected) and not answer.has_status(*others):
                answer.fails("another request like it, sent at once, was accepted too")
            answer.conforms(*others)
