"""Dictionary forms as tags: a rule says how many letters to cut from the lower-cased word and what to add.

"-3+y" turns "denies" into "deny"; "=be" replaces the whole word. The
idea is that of UDPipe (Straka 2018), with suffixes only.
"""

from __future__ import annotations


def rule(form: str, lemma: str) -> str:
    """The rule that leads from a word to its lemma, both lower-cased; "-0+" where they are equal."""
    form, lemma = form.lower(), lemma.lower()
    shared = 0
    while shared < min(len(form), len(lemma)) and form[shared] == lemma[shared]:
        shared += 1
    if shared == 0 or len(form) - shared > 5:
        return f"={lemma}"
    return f"-{len(form) - shared}+{lemma[shared:]}"


def apply(rule: str, form: str) -> str:
    """The lemma that a rule gives for a word, lower-cased. A rule that cuts more than there is leaves the word."""
    form = form.lower()
    if rule.startswith("="):
        return rule[1:]
    cut, add = rule[1:].split("+", 1)
    keep = len(form) - int(cut)
    return form[:keep] + add if keep > 0 else form
