"""From analysis to claims, whatever the analysis: every span quotes the text, ids are the same on every run."""

from __future__ import annotations

from itertools import pairwise
from typing import get_args

from hypothesis import given
from hypothesis import strategies as st

from sayso.claims import code
from sayso.language.analysis import Analysis, Attribution, Named, Range
from sayso.words import vocabulary
from sayso.words.records import Article, Paragraph, ParagraphKind
from tests.claims.build import Built, build
from tests.claims.oneline import read
from tests.claims.test_voices import ACCORDING, CHAIN, DIRECT, claim
from tests.spans import assert_quotes

WORDS = st.sampled_from(
    'he the troops “ ” " : , . said quoted report citing to not attack left want Hasan who I according and –'.split()
)
TAGS = st.sampled_from(
    [("NOUN", "NN"), ("PROPN", "NNP"), ("VERB", "VBD"), ("VERB", "VBG"), ("PUNCT", "."), ("PRON", "PRP")]
)
RELATIONS = st.sampled_from(
    "nsubj obj obl obl:agent ccomp xcomp advcl acl acl:relcl conj cc punct mark case det cop parataxis appos".split()
)
KINDS = st.sampled_from(list[ParagraphKind](get_args(ParagraphKind)))
LABELS = st.sampled_from(["person", "organisation", "place", "time", "no such label"])


def ranges(size: int) -> st.SearchStrategy[Range]:
    pairs = st.tuples(st.integers(0, size - 1), st.integers(1, size))
    return pairs.map(lambda pair: (min(pair[0], pair[1] - 1), max(pair[0] + 1, pair[1])))


@st.composite
def analyses(draw: st.DrawFn) -> Built:
    """Any article of up to 24 words with trees, paragraphs and attributions that are valid and make no sense."""
    words = draw(st.lists(WORDS, max_size=24))
    size = len(words)
    starts = [sum(len(word) + 1 for word in words[:number]) for number in range(size)]
    text = " ".join(words)
    cuts = sorted({0, size, *draw(st.lists(st.integers(0, size), max_size=3))})
    sentences = list(pairwise(cuts))
    paragraphs = [*sentences, (size, size)]
    sure = st.floats(0, 1)
    parts = st.lists(ranges(size), max_size=2).map(tuple) if size else st.just(())
    several = parts.map(lambda part: tuple(sorted(part)))
    attribution = st.builds(Attribution, several, several, several, sure, sure, sure)
    named = st.builds(lambda part, label: Named(part[0], part[1], label, 0.5), ranges(size), LABELS)
    tags = [draw(TAGS) for _ in words]
    analysis = Analysis(
        text=text,
        starts=starts,
        ends=[start + len(word) for start, word in zip(starts, words, strict=True)],
        lemmas=[word.lower() for word in words],
        upos=[upos for upos, _ in tags],
        xpos=[xpos for _, xpos in tags],
        heads=[head for first, end in sentences for head in draw(trees(first, end))],
        relations=[draw(RELATIONS) for _ in words],
        certain=[draw(sure) for _ in words],
        sentences=sentences,
        paragraphs=paragraphs,
        entities=sorted(draw(st.lists(named, max_size=3)) if size else [], key=lambda entity: entity.first),
        attributions=sorted(draw(st.lists(attribution, max_size=4)), key=lambda known: known.cue),
        model="en-test",
    )
    return Built(article_of(analysis, [draw(KINDS) for _ in paragraphs]), analysis)


@st.composite
def trees(draw: st.DrawFn, first: int, end: int) -> list[int]:
    """Heads of one sentence: every word but the first in a random order depends on one before it in that order."""
    order = draw(st.permutations(range(first, end)))
    heads = {order[0]: -1} | {
        word: draw(st.sampled_from(order[:number])) for number, word in enumerate(order) if number
    }
    return [heads[word] for word in range(first, end)]


def article_of(analysis: Analysis, kinds: list[ParagraphKind]) -> Article:
    offsets = [*analysis.starts, len(analysis.text)]
    paragraphs = [
        Paragraph(offsets[first], analysis.ends[end - 1] if end > first else offsets[first], kind)
        for (first, end), kind in zip(analysis.paragraphs, kinds, strict=True)
    ]
    return Article("b" * 32, None, None, (), None, None, None, None, None, analysis.text, tuple(paragraphs))


@given(analyses())
def test_whatever_the_analysis_claims_are_valid(built: Built) -> None:
    claims = code(*built)
    assert_quotes(built.article.text, claims)
    assert len({found.claim_id for found in claims}) == len(claims)
    for found in claims:
        assert any(span.start <= found.predicate.start and found.predicate.end <= span.end for span in found.content)
        assert found.voices[-1].start is None
        assert found.voices[-1].cue is None
        assert {voice.stance for voice in found.voices} <= vocabulary.load("stances").keys()
        assert {voice.source_kind for voice in found.voices} <= {None, *vocabulary.load("source_kinds")}
        assert 0 <= found.confidence <= 1
        assert (found.kind == "event") == (found.event is not None)


@given(analyses())
def test_the_same_analysis_gives_the_same_claims_in_order_of_position(built: Built) -> None:
    claims = code(*built)
    assert claims == code(*built)
    positions = [(found.content[0].start, found.predicate.start) for found in claims]
    assert positions == sorted(positions)


def test_an_id_depends_on_the_chain_of_voices() -> None:
    ids = {claim(build(table), "left").claim_id for table in (DIRECT, ACCORDING, CHAIN)}
    assert len(ids) == 3
    assert all(len(claim_id) == 32 for claim_id in ids)


def test_an_article_without_words_claims_nothing() -> None:
    assert code(*build("¶\n¶ title")) == []


def test_what_commas_add_about_a_source_is_a_claim() -> None:
    """Without commas the clause tells which Karim said it, and the source holds it all."""
    line = (
        "Karim/NNP/8/nsubj+1:source@person {sign}+1:source who/WP/4/nsubj+1:source "
        "met=meet/VBD/1/acl:relcl+1:source the/DT/6/det+1:source king/NN/4/obj+1:source ,/,/1/punct "
        "said=say/VBD/0/root+1:cue Hama/NNP/11/nsubj+1:content@place had=have/VBD/11/aux+1:content "
        "fallen=fall/VBN/8/ccomp+1:content"
    )
    for sign, claims in ((",/,/4/punct", ["met", "fallen"]), ("himself/PRP/1/appos", ["fallen"])):
        assert [found.predicate.text for found in code(*read(line.format(sign=sign)))] == claims


def test_a_deed_that_is_reported_is_one_claim() -> None:
    line = (
        "A/DT/2/det raid/NN/4/nsubj:pass was=be/VBD/4/aux:pass reported=report/VBN/0/root "
        "against/IN/7/case an/DT/7/det airport/NN/4/obl"
    )
    assert [found.predicate.text for found in code(*read(line))] == ["raid"]
