"""What rows say of who they are about, and which of it is one person."""

import re
from collections import defaultdict
from collections.abc import Hashable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

import numpy as np
from numpy.typing import NDArray

from journey_viewer.model.people import Person, Sex


class Identity(NamedTuple):
    """All that one row says of who it is about; "" or None where it says nothing."""

    nhs_number: str
    local_id: str
    issuer: str
    name: str
    born: date | None
    died: date | None
    sex: Sex
    named_gp: str = ""

    @property
    def name_key(self) -> str:
        """The name, initials or code without case, spaces or punctuation."""
        return re.sub(r"[\W_]", "", self.name.casefold()) or self.name

    @property
    def person(self) -> Person:
        return Person(
            *(self.name, self.nhs_number, self.local_id, self.born, self.died, self.sex),
            named_gp=self.named_gp,
        )

    @property
    def is_nobody(self) -> bool:
        return not (self.nhs_number or self.local_id or self.name)


@dataclass(frozen=True, eq=False, repr=False)
class Named:
    """The different identities in one table, in order of appearance; ``codes``: which one each row has.

    ``system`` is where its local ids mean something, ``file`` where its names do.
    """

    identities: tuple[Identity, ...]
    codes: NDArray[np.intp]
    system: Hashable
    file: int
    filled_down: int = 0


class Keys:
    """What links identities: the same key, the same person."""

    def __init__(self, named: Sequence[Named]) -> None:
        self._numbers: defaultdict[Hashable, set[str]] = defaultdict(set)
        self._issuers: defaultdict[Hashable, set[str]] = defaultdict(set)
        self._owners: defaultdict[Hashable, set[Hashable]] = defaultdict(set)
        self._births: defaultdict[Hashable, set[date]] = defaultdict(set)
        pairs = [(identity, told) for told in named for identity in told.identities]
        for identity, told in pairs:
            if identity.issuer:
                self._issuers[told.system, identity.local_id].add(identity.issuer.casefold())
        for identity, told in pairs:
            if identity.nhs_number and identity.local_id:
                self._numbers[self._local(identity, told)].add(identity.nhs_number)
        for identity, told in pairs:
            name = told.file, identity.name_key
            if identity.name and (identity.nhs_number or identity.local_id):
                self._owners[name].add(self(identity, told))
            elif identity.name and identity.born:
                self._births[name].add(identity.born)

    def unlinking_ids(self, told: Named) -> int:
        """How many local ids of this table stand for more than one person, so that they link nobody."""
        ids = {
            self._local(one, told) for one in told.identities if one.local_id and self._is_shared(one, told)
        }
        return len(ids)

    def _local(self, identity: Identity, told: Named) -> Hashable:
        """The local id with its issuer: its own, else the only one of which that id is known."""
        issuers = self._issuers.get((told.system, identity.local_id), set())
        only = next(iter(issuers)) if len(issuers) == 1 else ""
        return told.system, identity.issuer.casefold() or only, identity.local_id

    def _is_shared(self, identity: Identity, told: Named) -> bool:
        """True of an id beside several NHS numbers, or one of several issuers that does not say which."""
        issuers = self._issuers.get((told.system, identity.local_id), set())
        numbers = self._numbers.get(self._local(identity, told), set())
        return len(numbers) > 1 or (len(issuers) > 1 and not identity.issuer)

    def __call__(self, identity: Identity, told: Named) -> Hashable:
        if identity.nhs_number:
            return "nhs", identity.nhs_number
        if identity.local_id:
            local = self._local(identity, told)
            if self._is_shared(identity, told):
                return "local", local, told.file
            numbers = self._numbers.get(local, set())
            return ("nhs", *numbers) if numbers else ("local", local)
        name = told.file, identity.name_key
        owners = self._owners.get(name, set())
        if len(owners) == 1:
            return next(iter(owners))
        namesakes = len(self._births.get(name, ())) > 1
        return ("name", name, identity.born) if namesakes else ("name", name)
