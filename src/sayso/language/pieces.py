"""Words → the encoder's word pieces and each word's shape (the vocabulary is uncased, so shapes carry the case)."""

from __future__ import annotations

from pathlib import Path

from tokenizers import Tokenizer
from tokenizers.models import WordPiece

SHAPES = ("none", "lower", "title", "upper", "mixed", "letter", "digits", "number", "sign")
"""What `shape` tells apart; "none" is for the encoder's own signs and for padding."""

SIGNS = (("[CLS]", "<s>"), ("[SEP]", "</s>"), ("[PAD]", "<pad>"), ("[UNK]", "<unk>"))
"""The encoder's own signs, as BERT's vocabularies call them and as RoBERTa's do."""
_SPACES = "Ġ▁"
"""Begin a piece that begins a word, in vocabularies other than WordPiece."""

_CACHED = 100_000  # words; about 20 MB, a corpus of news has fewer frequent ones


def shape(word: str) -> int:
    """Number in SHAPES of a word's shape."""
    if word.isalpha():
        if word.islower():
            return 1
        if word.isupper():
            return 5 if len(word) == 1 else 3
        return 2 if word[0].isupper() and word[1:].islower() else 4
    if word.isdigit():
        return 6
    if any(c.isdigit() for c in word):
        return 7
    if any(c.isalpha() for c in word):
        return 2 if word[0].isupper() and not word.isupper() else 3 if word.isupper() else 1
    return 8


class Pieces:
    """Turns words into piece ids, remembering what it has seen.

    A word gives at most `most` pieces; one that the tokenizer knows nothing of (control characters) gives [UNK].
    """

    def __init__(self, path: Path, most: int = 12) -> None:
        self._tokenizer = Tokenizer.from_file(str(path))
        self._tokenizer.no_truncation()
        self._tokenizer.no_padding()
        self._most = most
        self._seen: dict[str, tuple[tuple[int, ...], int]] = {}
        self._numbers: dict[str, int] = self._tokenizer.get_vocab()
        self._whole = isinstance(self._tokenizer.model, WordPiece)
        """Whether a piece without a mark is one that begins a word; elsewhere one with a mark is."""
        self.words = frozenset(self._numbers if self._whole else {piece.lstrip(_SPACES) for piece in self._numbers})
        """The vocabulary; its pieces that are whole words are the commonest words of the language."""
        self.first, self.between, self.padding, self._unknown = map(self._id, SIGNS)

    def _id(self, names: tuple[str, ...]) -> int:
        found = [number for name in names if (number := self._tokenizer.token_to_id(name)) is not None]
        if not found:
            raise ValueError(f"the tokenizer has no {' or '.join(names)}")
        return int(found[0])

    def of(self, word: str) -> tuple[tuple[int, ...], int]:
        """Piece ids of one word (at least one) and its shape."""
        known = self._seen.get(word)
        if known is None:
            known = (self._encoded(word), shape(word))
            if len(self._seen) >= _CACHED:
                self._seen.clear()
            self._seen[word] = known
        return known

    def _encoded(self, word: str) -> tuple[int, ...]:
        plain = self._whole and word.isascii() and word.isalnum()
        if plain and (number := self._numbers.get(word.lower())) is not None:
            return (number,)  # what the tokenizer would say, which takes ten times as long
        text = word[:100] if self._whole else f" {word[:100]}"
        ids = self._tokenizer.encode(text, add_special_tokens=False).ids[: self._most]
        return tuple(ids) or (self._unknown,)
