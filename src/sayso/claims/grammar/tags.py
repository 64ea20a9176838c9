"""Sets of tags and words that several rooms ask for."""

from __future__ import annotations

TENSED = frozenset({"VBD", "VBZ", "VBP"})
"""Penn tags of verbs that have a tense."""
FINITE = TENSED | {"MD"}
"""With modals."""
PAST = frozenset({"VBD", "VBN"})
AUXILIARIES = ("aux", "aux:pass", "cop")
NOUNS = frozenset({"NOUN", "PROPN"})
NOMINAL = NOUNS | {"PRON", "NUM"}
"""Parts of speech that can head a noun phrase."""
RELATIVE = frozenset({"who", "whom", "which", "that"})
"""What opens a relative clause."""
