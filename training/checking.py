"""Checks our own examples: every mistake with its file and line, then counts."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from training.corpora import examples
from training.corpora.examples import Marked, MarkError


def check(paths: Sequence[Path]) -> int:
    """Print the mistakes and the counts; returns the exit status, 1 where there is a mistake."""
    found: list[Marked] = []
    mistakes = 0
    for path in paths:
        for file in sorted(path.glob("*.txt")) if path.is_dir() else [path]:
            for line, block in examples.blocks(file.read_text(encoding="utf-8")):
                try:
                    found.append(marked := examples.parse(block, f"{file}:{line}"))
                    examples.document(marked)
                except MarkError as mistake:
                    mistakes += 1
                    print(mistake)
    print(json.dumps(counted(found), indent=1))
    return int(mistakes > 0)


def counted(found: Sequence[Marked]) -> dict[str, object]:
    """How many examples, sentences, events by type and manner, and attributions there are; texts that stand twice."""
    triggers = [trigger for marked in found for _, trigger in marked.triggers]
    texts = Counter(marked.text for marked in found)
    return {
        "examples": len(found),
        "sentences": sum(_sentences(marked.text) for marked in found),
        "types": dict(Counter(trigger.type for trigger in triggers).most_common()),
        "manners": dict(Counter(trigger.manner for trigger in triggers).most_common()),
        "arguments": dict(Counter(part for marked in found for _, _, part in marked.arguments).most_common()),
        "attributions": sum(part == "cue" for marked in found for _, _, part, _ in marked.parts),
        "twice": [text[:60] for text, count in texts.items() if count > 1],
    }


def _sentences(text: str) -> int:
    """A rough count: ends of lines, and marks that end a sentence before a capital."""
    ends = sum(text[at] in ".?!" and text[at + 1 : at + 3].strip()[:1].isupper() for at in range(len(text) - 1))
    return ends + text.count("\n") + 1
