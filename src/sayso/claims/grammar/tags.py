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
SUBJECTS = frozenset({"nsubj", "nsubj:pass", "csubj", "csubj:pass", "nsubj:outer", "csubj:outer"})
"""Relations of subjects."""
FILLED = SUBJECTS | {"expl"}
"""Relations of what stands in a subject's place: "there" and an idle "it" too."""
RELATING = frozenset({"WDT", "WP", "WP$"})
"""Penn tags of relative pronouns."""
RELATIVE = frozenset({"who", "whom", "which", "that"})
"""What opens a relative clause."""
