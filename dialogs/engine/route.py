"""Where a resident stands in a dialog, worked out from their answers alone.

Nothing here is stored: a session keeps answers by question id and the place is recomputed
each turn. Inserting, removing or reordering questions never strands a live session; it is
simply asked whatever it has not answered yet.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dialogs.engine.questions import Answer, Answers, Question


@dataclass(frozen=True)
class Route:
    """`answered`: questions on this route that hold a whole answer; `next`: the first that does not.

    `ahead` counts the questions on the route as far as the answers so far tell.
    """

    answered: tuple[Question, ...]
    next: Question | None
    ahead: int

    def before(self, question: Question | None) -> Question | None:
        """The answered question one step back from `question` (None stands for the summary).

        Quiet questions, such as the consent, are not looked back at.
        """
        here = self.answered.index(question) if question in self.answered else len(self.answered)
        return next((q for q in reversed(self.answered[:here]) if not q.quiet), None)


def route(questions: Sequence[Question], answers: Answers) -> Route:
    """Walk `questions` with `answers` and say how far they lead."""
    done: list[Question] = []
    seen: dict[str, Answer] = {}
    for place, question in enumerate(questions):
        if question.asked and not question.asked.holds(seen):
            continue
        if question.id not in answers or not _whole(question, answers[question.id], seen):
            later = [q for q in questions[place + 1 :] if q.asked is None or q.asked.holds(seen)]
            return Route(tuple(done), question, len(done) + 1 + len(later))
        done.append(question)
        seen[question.id] = answers[question.id]
    return Route(tuple(done), None, len(done))


def _whole(question: Question, answer: Answer, seen: Answers) -> bool:
    if question.stops:
        return False
    if answer is None:
        return question.optional
    return question.kind.holds(answer, seen)
