"""Articles and analyses made by hand from a table that reads like CoNLL.

One word a line: form, lemma (`-`: the form in lower case), part of speech, Penn tag, head (from 1 within the sentence,
0: root), relation, then any number of marks. A blank line ends a sentence; a line with ¶ starts a paragraph::

    ¶ title
    Rebels   rebel   NOUN  NNS  2  nsubj
    withdraw -       VERB  VBP  0  root

Marks: `1:source`, `1:cue`, `1:content` put the word into a part of attribution 1; `@GPE` into an entity of that label.
Neighbouring words with the same mark make one range. What the heads of meaning say: `!ASSAULT` that the word evokes
such an event, `2>actor` what it is to the event that word 2 of the sentence evokes, `~planned` in what manner it is
presented, `?Witness` of what kind of source it is, `^2` that it means what word 2 of the text does. A probability may
follow a label after "=". A table without such marks is read by weights without these heads.

Words are joined by a space where English has one; a form that ends in `~` is joined to the next word.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple, cast

import numpy as np

from sayso.language import tasks
from sayso.language.analysis import Analysis, Attribution, Named, Range
from sayso.language.meaning import TABLES, Arguments, Meaning
from sayso.words.records import Article, Paragraph, ParagraphKind

if TYPE_CHECKING:
    from numpy.typing import NDArray

CONFIDENCE = 0.95
"""What every tag and part of an attribution gets, unless `build` is told otherwise."""

NO_SPACE_BEFORE = {".", ",", ";", ":", "?", "!", ")", "]", "”", "’", "'s", "’s", "n't", "n’t", "%"}
NO_SPACE_AFTER = {"(", "[", "“", "‘", "$"}


class Built(NamedTuple):
    """An article with the analysis that belongs to it."""

    article: Article
    analysis: Analysis


def build(table: str, *, outlet: str | None = None, confidence: float = CONFIDENCE) -> Built:
    """The article and the analysis that the table describes."""
    builder = _Builder()
    for line in table.splitlines():
        builder.read(line.split())
    return builder.finish(outlet, confidence)


TOLD = {"!": "event_type", "~": "manner", "?": "source_kind", "^": ""}
SURE = 0.9


def _even(classes: tuple[str, ...], count: int) -> NDArray[np.float32]:
    """Log-probabilities [N, C] that say "none", or the last class where there is no such class."""
    logs = np.full((count, len(classes)), np.log(0.01 / (len(classes) - 1)), np.float32)
    logs[:, classes.index("none") if "none" in classes else -1] = np.log(0.99)
    return logs


def _tell(logs: NDArray[np.float32], word: int, label: int, share: float) -> None:
    logs[word] = np.log((1 - share) / (logs.shape[1] - 1))
    logs[word, label] = np.log(share)


class _Builder:
    def __init__(self) -> None:
        self.text = ""
        self.glue = True
        self.rows: list[list[str]] = []
        self.spans: list[tuple[int, int]] = []
        self.sentences: list[Range] = []
        self.paragraphs: list[Range] = []
        self.kinds: list[str] = []
        self.sentence = 0

    def read(self, cells: list[str]) -> None:
        if not cells:
            self._end_sentence()
        elif cells[0] == "¶":
            self._end_paragraph()
            self.kinds.append(cells[1] if len(cells) > 1 else "text")
        else:
            if not self.kinds:
                self.kinds.append("text")
            self._word(cells)

    def finish(self, outlet: str | None, confidence: float) -> Built:
        self._end_paragraph()
        analysis = Analysis(
            text=self.text,
            starts=[start for start, _ in self.spans],
            ends=[end for _, end in self.spans],
            lemmas=[row[0].rstrip("~").lower() if row[1] == "-" else row[1] for row in self.rows],
            upos=[row[2] for row in self.rows],
            xpos=[row[3] for row in self.rows],
            heads=[int(row[4]) for row in self.rows],
            relations=[row[5] for row in self.rows],
            certain=[1.0] * len(self.rows),
            sentences=self.sentences,
            paragraphs=self.paragraphs,
            entities=self._entities(confidence),
            attributions=self._attributions(confidence),
            model="en-test",
            meaning=self._meaning(),
        )
        return Built(self._article(outlet), analysis)

    def _word(self, cells: list[str]) -> None:
        form = cells[0]
        if not self.glue and form not in NO_SPACE_BEFORE:
            self.text += " "
        start = len(self.text)
        self.text += form.rstrip("~")
        self.glue = form.endswith("~") or form in NO_SPACE_AFTER
        self.spans.append((start, len(self.text)))
        head = int(cells[4])
        self.rows.append([*cells[:4], str(self.sentence + head - 1 if head else -1), *cells[5:]])

    def _end_sentence(self) -> None:
        if len(self.rows) > self.sentence:
            self.sentences.append((self.sentence, len(self.rows)))
            self.sentence = len(self.rows)

    def _end_paragraph(self) -> None:
        self._end_sentence()
        first = self.paragraphs[-1][1] if self.paragraphs else 0
        if self.kinds:
            self.paragraphs.append((first, len(self.rows)))
            self.text += "\n\n"
            self.glue = True

    def _entities(self, confidence: float) -> list[Named]:
        labels = sorted({mark for row in self.rows for mark in row[6:] if mark.startswith("@")})
        found = [Named(first, end, label[1:], confidence) for label in labels for first, end in self._ranges(label)]
        return sorted(found, key=lambda named: named.first)

    def _attributions(self, confidence: float) -> list[Attribution]:
        numbers = {mark.split(":")[0] for row in self.rows for mark in row[6:] if ":" in mark and mark[0] not in TOLD}
        found = []
        for number in numbers:
            cue, source, content = (self._ranges(f"{number}:{part}") for part in ("cue", "source", "content"))
            sure = [confidence if part else 0.0 for part in (cue, source, content)]
            found.append(Attribution(cue, source, content, sure[0], sure[1], sure[2]))
        return sorted(found, key=lambda attribution: attribution.cue)

    def _meaning(self) -> Meaning | None:
        told = [
            (word, mark) for word, row in enumerate(self.rows) for mark in row[6:] if mark[0] in TOLD or ">" in mark
        ]
        if not told:
            return None
        count, table = len(self.rows), tasks.table()
        classes = {name: table[name].classes for name in (*TABLES, "argument")}
        tables = {name: _even(classes[name], count) for name in TABLES}
        meaning = Meaning(classes, np.zeros(count, np.float32), tables, antecedents=[-1] * count)
        for word, mark in told:
            label, _, share = mark[1:].partition("=")
            if mark[0] in TOLD and TOLD[mark[0]]:
                _tell(tables[TOLD[mark[0]]], word, classes[TOLD[mark[0]]].index(label), float(share or SURE))
            elif mark[0] == "^":
                earlier = int(label) - 1
                meaning.antecedents[word] = earlier
                if meaning.antecedents[earlier] < 0:
                    meaning.antecedents[earlier] = earlier
            if mark[0] == "!":
                meaning.arguments[word] = Arguments(0, _even(classes["argument"], count).T.copy())
        for word, mark in told:
            if ">" in mark:
                number, _, part = mark.partition(">")
                first = next(first for first, end in self.sentences if first <= word < end)
                logs = meaning.arguments[first + int(number) - 1].logs
                _tell(logs.T, word, classes["argument"].index(part), SURE)
        return meaning

    def _ranges(self, mark: str) -> tuple[Range, ...]:
        ranges: list[Range] = []
        for word, row in enumerate(self.rows):
            if mark in row[6:]:
                if ranges and ranges[-1][1] == word:
                    ranges[-1] = (ranges[-1][0], word + 1)
                else:
                    ranges.append((word, word + 1))
        return tuple(ranges)

    def _article(self, outlet: str | None) -> Article:
        paragraphs = []
        for (first, last), kind in zip(self.paragraphs, self.kinds, strict=True):
            start = self.spans[first][0] if last > first else len(self.text)
            end = self.spans[last - 1][1] if last > first else start
            paragraphs.append(Paragraph(start, end, cast("ParagraphKind", kind)))
        return Article("a" * 32, None, outlet, (), None, "en", None, None, None, self.text, tuple(paragraphs))
