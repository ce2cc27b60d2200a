"""Whether a marking is as today's program, models and pack would make it: if not, it can be made anew.

In: a Marking, a pack and a scheme.  Out: True or False.
"""

from __future__ import annotations

from reference.pack import Pack
from reference.reading.encoder import encoder_name
from reference.reading.parser import PARSER
from rubric.marking import Marking
from rubric.pipeline import VERSION


def of_today(marking: Marking, pack: Pack, scheme: str, *, facts_only: bool = False) -> bool:
    """True for a marking by the same program, models, pack and scheme as one made now."""
    made = marking.made_by
    encoder = None if facts_only else encoder_name()
    by = (made.marginalia, made.encoder, made.parser, made.pack_sha) == (VERSION, encoder, PARSER, pack.sha)
    return by and (marking.level.scheme if marking.level else None) == (None if facts_only else scheme)
