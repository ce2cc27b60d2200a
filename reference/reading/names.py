"""Names that are misspelt: the only importer of rapidfuzz.

In: the words of a text and the proper names a pack knows.  Out: which of the pack's words a misspelt word stands for.
Only capitalised words of five letters or more are tried, first letters must agree, and a word that the pack already has,
that English has, or that the text also writes in lower case, is left alone.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence

from reference.reading.parser import is_english
from reference.reading.words import Word

LEAST_LETTERS = 5
LETTERS_A_SLIP = 4  # one slip of the pen in four letters: "Kostov" is no "Kosovo", "Godesberg" no "Goldberg"
LIKENESS = 82.0  # normalised Levenshtein similarity, 0 to 100: "eisenhour" 84, "kruschev" 89, "kenedy" 92


def misspelt(words: Sequence[Word], names: Collection[str]) -> dict[str, str]:
    """Folded words of the text that are misspelt names, each with the folded name it stands for."""
    small = {word.norm for word in words if not word.capital}
    tried = {
        word.norm
        for word in words
        if word.capital
        and len(word.norm) >= LEAST_LETTERS
        and word.norm not in names
        and word.norm not in small
        and not is_english(word.norm)
    }
    if not tried:
        return {}
    from rapidfuzz import fuzz, process
    from rapidfuzz.distance import OSA

    found = {}
    for norm in sorted(tried):
        likely = sorted(name for name in names if name[0] == norm[0] and abs(len(name) - len(norm)) <= 3)
        best = process.extractOne(norm, likely, scorer=fuzz.ratio, score_cutoff=LIKENESS)
        if best is not None and not _inflected(norm, best[0]) and OSA.distance(norm, best[0]) <= len(norm) // LETTERS_A_SLIP:
            found[norm] = best[0]
    return found


def _inflected(norm: str, name: str) -> bool:
    """True where the two differ by an ending only: "cubans" is not a misspelt "cuban"."""
    longer, shorter = (norm, name) if len(norm) > len(name) else (name, norm)
    return longer.startswith(shorter) and longer[len(shorter) :] in {"s", "n", "ns", "an", "ans", "ian", "ish", "es"}
