"""A walk through the scripts of a desk: where the teacher is, what is decided there, and the last decision undone.

In: a Desk, and what the teacher presses.  Out: the script and slip at hand, and Changes handed to the desk.
A script is worked out once for each decision about it, and what is left in each is kept along, so that a key press costs the
same in a set of a thousand.
"""

from __future__ import annotations

from rubric.desk import Desk
from rubric.marking import Marking, Slip
from rubric.overrides import Change, Override, Reviewed, claim_key, dismiss_claim, take_back
from rubric.reviewing import Left, bringing_back, following, left_to_decide, slips_as_they_stand

Revision = tuple[int, int, Marking | None]


class Walk:
    """Where a teacher is on a desk with at least one script that was read.

    `number` is the script's place on the desk, `at` the slip's in its script, from 0. A script is remembered by its name, for
    late scripts may move the others.
    """

    def __init__(self, desk: Desk, number: int | None = None) -> None:
        self.desk = desk
        self._number, self._name = 0, ""
        self._seen: tuple[Revision, Reviewed] | None = None
        self._left: dict[int, tuple[Marking | None, Left]] = {}
        self._made: list[tuple[str, int, list[Change]]] = []
        read = desk.read
        self.go_to(number if number in read else next((one for one in read if not self.left(one).done), read[0]))

    @property
    def number(self) -> int:
        """The place of the script at hand."""
        scripts = self.desk.scripts
        if self._number >= len(scripts) or scripts[self._number].name != self._name:
            there = self._place_of(self._name)
            read = self.desk.read
            self._number = there if there is not None else self._number if self._number in read else read[0]
            self._name = scripts[self._number].name
        return self._number

    @property
    def name(self) -> str:
        """Whose script this is."""
        return self.desk.scripts[self.number].name

    @property
    def revision(self) -> Revision:
        """Another value whenever the script at hand reads otherwise: another script, one more decision, marked again."""
        return self.number, len(self.history), self.desk.scripts[self.number].marking

    @property
    def history(self) -> list[Override]:
        """What was decided about the script at hand."""
        return self.desk.history(self.number)

    @property
    def reviewed(self) -> Reviewed:
        """The script at hand with every decision in its place."""
        revision = self.revision
        if self._seen is None or self._seen[0] != revision:
            self._seen = (revision, self.desk.reviewed(self.number))
        return self._seen[1]

    @property
    def slip(self) -> Slip | None:
        """The slip at hand as it stands, None where the script has none."""
        slips = slips_as_they_stand(self.reviewed)
        return slips[self.at] if slips else None

    @property
    def place(self) -> tuple[int, int]:
        """Which script this is, from 1, of how many that were read."""
        read = self.desk.read
        return read.index(self.number) + 1, len(read)

    def left(self, number: int) -> Left:
        """What is left to decide about a script."""
        marking = self.desk.scripts[number].marking
        if number not in self._left or self._left[number][0] is not marking:
            self._left[number] = (marking, left_to_decide(self.desk.reviewed(number)))
        return self._left[number][1]

    def done(self) -> int:
        """How many scripts are reviewed."""
        return sum(self.left(number).done for number in self.desk.read)

    def go_to(self, number: int) -> None:
        """Take up a script, at its first slip that is not decided."""
        self._number, self._name = number, self.desk.scripts[number].name
        self.at = following(self.reviewed, -1)

    def step(self, by: int) -> None:
        """Take up the script so many places on; at either end, stay."""
        read = self.desk.read
        place = read.index(self.number) + by
        if 0 <= place < len(read):
            self.go_to(read[place])

    def step_slip(self, by: int) -> None:
        """Take up the slip so many places on; at either end, stay."""
        self.at = max(0, min(self.at + by, len(self.reviewed.tool.slips) - 1))

    def decide(self, *changes: Change) -> None:
        """Take one decision about the script at hand, in as many changes as it needs. Raises ValueError."""
        back = [bringing_back(change, self.history) for change in changes]
        at = self.at
        self._hand_in(changes)
        self._made.append((self._name, at, back[::-1]))

    def decide_slip(self, change: Change) -> None:
        """Take a decision about the slip at hand; the next one that is not decided comes up."""
        self.decide(change)
        self.at = following(self.reviewed, self.at)

    def dismiss_everywhere(self, note: str) -> None:
        """Dismiss the claim at hand in the whole set, here too; the next slip that is not decided comes up."""
        slip = self.reviewed.tool.slips[self.at].id
        own = take_back("slip", slip)
        said_here = bringing_back(own, self.history) != own
        self.decide(*([own] if said_here else []), dismiss_claim(slip, note))
        self.at = following(self.reviewed, self.at)

    def stands_in(self) -> list[str]:
        """The names of the scripts that make the claim at hand."""
        key = claim_key(self.reviewed.tool.slips[self.at].id)
        found = ((one.name, one.marking.slips) for one in self.desk.scripts if one.marking is not None)
        return [name for name, slips in found if any(claim_key(slip.id) == key for slip in slips)]

    @property
    def can_undo(self) -> bool:
        """Whether a decision was taken on this walk that has not been undone."""
        return bool(self._made)

    def undo(self) -> None:
        """Undo the last decision of this walk, and stand where it was taken."""
        if self._made:
            name, at, back = self._made.pop()
            if (number := self._place_of(name)) is not None:
                self._number, self._name, self.at = number, name, at
                self._hand_in(back)

    def _place_of(self, name: str) -> int | None:
        return next((number for number in self.desk.read if self.desk.scripts[number].name == name), None)

    def _hand_in(self, changes: tuple[Change, ...] | list[Change]) -> None:
        for change in changes:
            if change.kind == "claim":
                self.desk.decide_all(self.number, change)
                self._left.clear()
            else:
                self.desk.decide(self.number, change)
                self._left.pop(self.number, None)
