"""Text → words, as Universal Dependencies' English treebanks (EWT, GUM) divide it.

Punctuation and hyphens stand alone ("coal-fired" → coal - fired), as do clitics ("don't" → do n't, "Assad's" →
Assad 's); abbreviations, numbers, addresses and a prefix with its hyphen's word ("ex-ministers") stay whole.
"""

from __future__ import annotations

import re

_ABBREVIATIONS = (
    "Adm Apr Assn Aug Ave Bros Brig Bt Capt Cmdr Co Col Corp Cpl Dec Dept Det Dr Drs Feb Fr Ft Gen Gov Hon Inc Jan Jr "
    "Jul Jun Lt Ltd Maj Mar Messrs Mr Mrs Ms Mt Nov Oct Pfc Ph Prof Pvt Rep Reps Rev Sen Sens Sept Sep Sgt Sr St Supt "
    "vs No etc al approx"
).split()
_PREFIXES = (
    "anti co counter cross e ex extra inter intra mid mini multi neo non para post pre pro pseudo quasi re semi sub "
    "super trans ultra un vice"
).split()

_WORD = re.compile(
    rf"""
      (?!(?:cannot|(?:gon|wan|got)[nt]a)\b)[^\W\d_]++(?=[\s,]) | [,.;:?!](?=\s)   # most, and so the first
    | (?:https?://|www\.)[^\s<>"“”]*[^\s<>"“”.,;:!?)\]'’]                # addresses
    | [\w.+-]{{1,64}}@[\w-]{{1,64}}(?:\.[\w-]{{1,64}}){{1,4}}                                       # e-mail
    | [^\W_]+(?:[.-][^\W_]+){{0,4}}\.(?:com|org|net|gov|edu|htm|html|doc|docx|pdf|xls|txt)\b # hosts and files
    | [:;]-?[()DP](?!\w)                                                  # :-)
    | (?:[^\W\d_]\.){{2,}}(?:[^\W\d_](?![\w]))?                           # U.S.  a.m.  U.S.S.R
    | \b(?:{"|".join(_ABBREVIATIONS)})\.(?=\s|,|$)                        # Mr.  Gen.  Oct.
    | \b[A-Z]\.(?=\s+[A-Z])                                               # an initial
    | \b(?:{"|".join(_PREFIXES)})-[^\W\d_]\w*(?:['’](?!(?:s|re|ve|ll|d|m)\b)[^\W\d_]\w+)?   # ex-ministers
    | (?:ca|wo|sha|[^\W\d_]+?)(?=n['’]t\b)                                # do|n't
    | n['’]t\b                                                            # n't
    | can(?=not\b) | (?:gon|wan|got)(?=(?:na|ta)\b)                       # can|not  gon|na
    | ['’](?:s|re|ve|ll|d|m|S|RE|VE|LL|D|M)\b                             # clitics
    | \d+(?:[.,:/]\d+)*(?:st|nd|rd|th|s)?\b                               # numbers, times, ordinals
    | [^\W_]+(?:['’](?!(?:s|re|ve|ll|d|m|S|RE|VE|LL|D|M)\b)[^\W\d_]+)*(?:&[^\W_]+)*   # words, O'Neill, AT&T
    | _+ | \d+[-–]\d+-\d+ | ([^\w\s'"’“”])\1+                                 # telephone numbers; runs: ... -- !!
    | \S                                                                  # any other sign alone
    """,
    re.VERBOSE | re.IGNORECASE,
)


def split(text: str, start: int = 0, end: int | None = None) -> list[tuple[int, int]]:
    """Offsets (start, end) in `text` of the words between `start` and `end`, in order, without white space."""
    return [match.span() for match in _WORD.finditer(text, start, len(text) if end is None else end)]
