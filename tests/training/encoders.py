"""Small encoders of random weights with vocabularies of their own, as Hugging Face lays them out."""

from __future__ import annotations

from pathlib import Path

from tokenizers import Tokenizer, models, normalizers, pre_tokenizers, trainers
from transformers import AutoConfig, AutoModel

from sayso.language.pieces import SIGNS
from training.mixture import OWN

BERT_SIGNS, ROBERTA_SIGNS = zip(*SIGNS, strict=True)
SIZES = {
    "hidden_size": 32,
    "num_attention_heads": 4,
    "intermediate_size": 64,
    "max_position_embeddings": 300,
}


def write(folder: Path, kind: str = "bert", layers: int = 2) -> Path:
    """An encoder of the `model_type` KIND, 32 numbers a word piece; its pieces are learned from our own examples."""
    tokenizer = _tokenizer(kind)
    folder.mkdir()
    tokenizer.save(str(folder / "tokenizer.json"))
    signs = {f"{name}_token_id": number for number, name in enumerate(("bos", "eos", "pad"))}
    config = AutoConfig.for_model(
        kind, vocab_size=tokenizer.get_vocab_size(), num_hidden_layers=layers, **SIZES, **signs
    )
    AutoModel.from_config(config).save_pretrained(folder)
    return folder


def _tokenizer(kind: str) -> Tokenizer:
    files = [str(path) for path in sorted(OWN.glob("*.txt"))[:4]]
    if kind in ("roberta", "modernbert"):
        made, trainer = _of_bytes(ROBERTA_SIGNS if kind == "roberta" else BERT_SIGNS)
    elif kind in ("xlm-roberta", "camembert", "deberta-v2"):
        made, trainer = _unigram(BERT_SIGNS if kind == "deberta-v2" else ROBERTA_SIGNS)
    else:
        made, trainer = _word_pieces()
    made.train(files, trainer)
    return made


def _word_pieces() -> tuple[Tokenizer, trainers.Trainer]:
    made = Tokenizer(models.WordPiece(unk_token=BERT_SIGNS[3]))
    made.normalizer = normalizers.BertNormalizer(lowercase=True)
    made.pre_tokenizer = pre_tokenizers.BertPreTokenizer()
    return made, trainers.WordPieceTrainer(vocab_size=800, special_tokens=list(BERT_SIGNS), show_progress=False)


def _of_bytes(signs: tuple[str, ...]) -> tuple[Tokenizer, trainers.Trainer]:
    made = Tokenizer(models.BPE())
    made.pre_tokenizer = pre_tokenizers.ByteLevel(add_prefix_space=False)
    return made, trainers.BpeTrainer(vocab_size=800, special_tokens=list(signs), show_progress=False)


def _unigram(signs: tuple[str, ...]) -> tuple[Tokenizer, trainers.Trainer]:
    made = Tokenizer(models.Unigram())
    made.pre_tokenizer = pre_tokenizers.Metaspace()
    return made, trainers.UnigramTrainer(
        vocab_size=800, special_tokens=list(signs), unk_token=signs[3], show_progress=False
    )
