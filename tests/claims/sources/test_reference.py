"""Whom "he", "the source" and "Hasan" stand for: precision first, null where two are possible."""

from __future__ import annotations

from tests.claims.build import Built, build
from tests.claims.test_voices import claim

LEFT = "troops troop NOUN NNS 4 nsubj {n}:content\nleft leave VERB VBD 2 ccomp {n}:content"
FELL = "towns town NOUN NNS 4 nsubj {n}:content\nfell fall VERB VBD 2 ccomp {n}:content"


def same_as(built: Built, predicate: str) -> str | None:
    found = claim(built, predicate).voices[0].same_as
    return None if found is None else found.text


def speech(number: int, source: str, said: str) -> str:
    """ "SOURCE said troops left": one word of source with its columns, one said clause."""
    return f"{source} {number}:source\nsaid say VERB VBD 0 root {number}:cue\n{said.format(n=number)}\n\n"


HASAN = "Hasan - PROPN NNP 2 nsubj @person"
HE = "He he PRON PRP 2 nsubj"
OFFICIALS = "Officials official NOUN NNS 2 nsubj"
THEY = "They they PRON PRP 2 nsubj"


def test_he_is_the_only_man_who_spoke_before() -> None:
    assert same_as(build(speech(1, HASAN, LEFT) + speech(2, HE, FELL)), "fell") == "Hasan"


def test_the_pronouns_voice_takes_kind_and_name_of_whom_it_stands_for() -> None:
    voice = claim(build(speech(1, HASAN, LEFT) + speech(2, HE, FELL)), "fell").voices[0]
    assert (voice.text, voice.source_kind, voice.named) == ("He", "person", True)


def test_he_is_nobody_where_two_men_are_near() -> None:
    met = """
        Hasan  -    PROPN NNP 2 nsubj @person
        met    meet VERB VBD 0 root
        Nasser -    PROPN NNP 2 obj @person
        .      -    PUNCT . 2 punct

    """
    assert same_as(build(met + speech(1, HE, FELL)), "fell") is None


def test_she_is_no_man() -> None:
    mister = """
        Mr.    -     PROPN NNP 2 compound 1:source
        Hasan  -     PROPN NNP 3 nsubj 1:source @person
        said   say   VERB VBD 0 root 1:cue
        troops troop NOUN NNS 5 nsubj 1:content
        left   leave VERB VBD 3 ccomp 1:content

    """
    she = speech(2, "She she PRON PRP 2 nsubj", FELL)
    assert same_as(build(mister + she), "fell") is None


def test_they_are_the_officials_who_spoke() -> None:
    assert same_as(build(speech(1, OFFICIALS, LEFT) + speech(2, THEY, FELL)), "fell") == "Officials"


def test_the_source_is_the_anonymous_one_who_spoke() -> None:
    source = """
        A      -     DET DT 3 det 1:source
        rebel  -     NOUN NN 3 compound 1:source
        source -     NOUN NN 4 nsubj 1:source
        said   say   VERB VBD 0 root 1:cue
        troops troop NOUN NNS 6 nsubj 1:content
        left   leave VERB VBD 4 ccomp 1:content

    """
    again = """
        The    -     DET DT 2 det 2:source
        source -     NOUN NN 3 nsubj 2:source
        added  add   VERB VBD 0 root 2:cue
        towns  town  NOUN NNS 5 nsubj 2:content
        fell   fall  VERB VBD 3 ccomp 2:content
    """
    assert same_as(build(source + again), "fell") == "A rebel source"


def test_the_ministry_is_nobody_where_two_ministries_spoke() -> None:
    def ministry(number: int, nation: str, said: str) -> str:
        return f"""
            The    -     DET DT 3 det {number}:source
            {nation} -   ADJ JJ 3 amod {number}:source @nationality
            ministry -   NOUN NN 4 nsubj {number}:source
            said   say   VERB VBD 0 root {number}:cue
            troops troop NOUN NNS 6 nsubj {number}:content
            {said} -     VERB VBD 4 ccomp {number}:content

        """

    the = """
        The    -     DET DT 2 det 3:source
        ministry -   NOUN NN 3 nsubj 3:source
        added  add   VERB VBD 0 root 3:cue
        towns  town  NOUN NNS 5 nsubj 3:content
        fell   fall  VERB VBD 3 ccomp 3:content
    """
    assert same_as(build(ministry(1, "Turkish", "left") + the), "fell") == "The Turkish ministry"
    assert same_as(build(ministry(1, "Turkish", "left") + ministry(2, "Syrian", "stayed") + the), "fell") is None


def test_a_surname_is_the_fuller_name() -> None:
    full = """
        Omar   -     PROPN NNP 3 nsubj 1:source @person
        Hasan  -     PROPN NNP 1 flat 1:source @person
        said   say   VERB VBD 0 root 1:cue
        troops troop NOUN NNS 5 nsubj 1:content
        left   leave VERB VBD 3 ccomp 1:content

    """
    assert same_as(build(full + speech(2, HASAN, FELL)), "fell") == "Omar Hasan"


def test_a_first_name_alone_is_the_one_person_who_bears_it() -> None:
    def speaking(name: str) -> str:
        return f"""
        {name}  -     PROPN NNP 3 nsubj 1:source @person
        Hasan  -     PROPN NNP 1 flat 1:source @person
        said   say   VERB VBD 0 root 1:cue
        troops troop NOUN NNS 5 nsubj 1:content
        left   leave VERB VBD 3 ccomp 1:content

    """

    again = """
        Rezan  -     PROPN NNP 2 nsubj 3:source @person
        added  add   VERB VBD 0 root 3:cue
        towns  town  NOUN NNS 4 nsubj 3:content
        fell   fall  VERB VBD 2 ccomp 3:content
    """
    assert same_as(build(speaking("Rezan") + again), "fell") == "Rezan Hasan"
    other = speaking("Rezan").replace("Hasan", "Khalil").replace("1:", "2:")
    assert same_as(build(speaking("Rezan") + other + again), "fell") is None


def test_a_surname_is_the_same_with_either_apostrophe() -> None:
    full = """
        Omar     -     PROPN NNP 3 nsubj 1:source @person
        O’Hasan  -     PROPN NNP 1 flat 1:source @person
        said     say   VERB VBD 0 root 1:cue
        troops   troop NOUN NNS 5 nsubj 1:content
        left     leave VERB VBD 3 ccomp 1:content

        O'Hasan  -     PROPN NNP 2 nsubj 2:source @person
        said     say   VERB VBD 0 root 2:cue
        towns    town  NOUN NNS 4 nsubj 2:content
        fell     fall  VERB VBD 2 ccomp 2:content
    """
    assert same_as(build(full), "fell") == "Omar O’Hasan"


def test_who_is_the_noun_of_its_clause() -> None:
    built = build("""
        Hasan  -     PROPN NNP 8 nsubj @person
        ,      -     PUNCT , 4 punct
        who    -     PRON WP 4 nsubj 1:source
        said   say   VERB VBD 1 acl:relcl 1:cue
        towns  town  NOUN NNS 6 nsubj 1:content
        fell   fall  VERB VBD 4 ccomp 1:content
        ,      -     PUNCT , 4 punct
        left   leave VERB VBD 0 root
    """)
    assert same_as(built, "fell") == "Hasan"


def test_i_am_whoever_is_quoted() -> None:
    built = build("""
        “      -     PUNCT `` 3 punct 1:content
        I      -     PRON PRP 3 nsubj 1:content 2:source
        know   -     VERB VBP 8 ccomp 1:content 2:cue
        towns  town  NOUN NNS 5 nsubj 1:content 2:content
        fell   fall  VERB VBD 3 ccomp 1:content 2:content
        ,      -     PUNCT , 3 punct
        ”      -     PUNCT '' 3 punct
        said   say   VERB VBD 0 root 1:cue
        Hasan  -     PROPN NNP 8 nsubj 1:source @person
    """)
    assert same_as(built, "fell") == "Hasan"


def test_a_chain_of_references_points_to_the_first_full_mention() -> None:
    built = build(
        speech(1, HASAN, LEFT) + speech(2, HE, LEFT.replace("left leave", "stayed stay")) + speech(3, HE, FELL)
    )
    assert same_as(built, "stayed") == "Hasan"
    assert same_as(built, "fell") == "Hasan"


def test_he_is_none_of_several() -> None:
    assert same_as(build(speech(1, OFFICIALS, LEFT) + speech(2, HE, FELL)), "fell") is None
    family = """
        The    -     DET DT 2 det 1:source
        father -     NOUN NN 5 nsubj 1:source
        and    -     CCONJ CC 4 cc 1:source
        driver -     NOUN NN 2 conj 1:source
        said   say   VERB VBD 0 root 1:cue
        troops troop NOUN NNS 7 nsubj 1:content
        left   leave VERB VBD 5 ccomp 1:content

    """
    assert same_as(build(family + speech(2, HE, FELL)), "fell") is None


def test_a_last_name_that_looks_like_a_plural_is_one_man() -> None:
    peters = "Peters - PROPN NNPS 2 nsubj @person"
    assert same_as(build(speech(1, peters, LEFT) + speech(2, HE, FELL)), "fell") == "Peters"


def test_a_last_name_that_is_tagged_as_no_person_is_the_one_met_before() -> None:
    met = """
        Colonel -    PROPN NNP 3 compound
        Omar   -     PROPN NNP 3 compound @person
        Dean   -     PROPN NNP 4 nsubj @person
        arrived arrive VERB VBD 0 root
        .      -     PUNCT . 4 punct

    """
    dean = "Dean - PROPN NNP 2 nsubj @organisation"
    voice = claim(build(met + speech(1, dean, LEFT)), "left").voices[0]
    assert (voice.source_kind, voice.named) == ("military", True)
    assert voice.same_as is not None
    assert claim(build(speech(1, dean, LEFT)), "left").voices[0].source_kind == "organisation"


def test_he_is_nobody_in_what_he_says() -> None:
    people = """
        People people NOUN NNS 8 obl 2:content
        like   like  ADP IN 3 case 2:content
        Nasser -     PROPN NNP 1 nmod 2:content @person
        ,      -     PUNCT , 1 punct
        he     he    PRON PRP 6 nsubj 2:source
        said   say   VERB VBD 8 parataxis 2:cue
        ,      -     PUNCT , 6 punct
        fell   fall  VERB VBD 0 root 2:content

    """
    assert same_as(build(speech(1, HASAN, LEFT) + people), "fell") == "Hasan"


def test_he_is_rather_the_man_of_his_own_sentence_than_one_of_the_last() -> None:
    met = """
        Nasser  -      PROPN NNP 2 nsubj @person
        arrived arrive VERB VBD 0 root

    """
    sang = """
        As     as    SCONJ IN 3 mark
        Hasan  -     PROPN NNP 3 nsubj @person
        left   leave VERB VBD 5 advcl
        he     he    PRON PRP 5 nsubj 1:source
        said   say   VERB VBD 0 root 1:cue
        towns  town  NOUN NNS 7 nsubj 1:content
        fell   fall  VERB VBD 5 ccomp 1:content
    """
    assert same_as(build(met + sang), "fell") == "Hasan"


def test_they_are_the_subject_of_their_sentence_though_it_says_nothing() -> None:
    built = build("""
        Rebels  rebel   NOUN NNS 2 nsubj
        stayed  stay    VERB VBD 0 root
        because because SCONJ IN 5 mark
        they    they    PRON PRP 5 nsubj 1:source
        said    say     VERB VBD 2 advcl 1:cue
        towns   town    NOUN NNS 7 nsubj 1:content
        fell    fall    VERB VBD 5 ccomp 1:content
    """)
    assert same_as(built, "fell") == "Rebels"


def test_who_is_a_person_and_no_rise_of_one() -> None:
    built = build("""
        The    -     DET DT 2 det
        rise   -     NOUN NN 9 nsubj
        of     -     ADP IN 4 case
        Hasan  -     PROPN NNP 2 nmod
        ,      -     PUNCT , 7 punct
        who    -     PRON WP 7 nsubj 1:source
        said   say   VERB VBD 2 acl:relcl 1:cue
        towns  town  NOUN NNS 9 nsubj 1:content
        fell   fall  VERB VBD 0 root 1:content
    """)
    assert same_as(built, "fell") == "Hasan"


def test_a_full_name_speaks_for_the_bare_one_in_the_headline() -> None:
    full = """
        Omar   -     PROPN NNP 3 nsubj 2:source @person
        Hasan  -     PROPN NNP 1 flat 2:source @person
        said   say   VERB VBD 0 root 2:cue
        troops troop NOUN NNS 5 nsubj 2:content
        stayed stay  VERB VBD 3 ccomp 2:content

    """
    built = build("¶ title\n" + speech(1, HASAN, LEFT) + "¶ text\n" + full + speech(3, HASAN, FELL))
    assert [same_as(built, said) for said in ("left", "stayed", "fell")] == [None, None, "Omar Hasan"]


def test_where_two_men_are_near_the_models_link_tells_which() -> None:
    met = """
        Hasan  -    PROPN NNP 2 nsubj @person
        met    meet VERB VBD 0 root
        Nasser -    PROPN NNP 2 obj @person
        .      -    PUNCT . 2 punct

    """
    assert same_as(build(met + speech(1, f"{HE} ^3", FELL)), "fell") == "Nasser"
    she = "She she PRON PRP 2 nsubj ^2"
    assert (
        same_as(
            build(
                "Mr. - PROPN NNP 2 compound @person\nHasan - PROPN NNP 3 nsubj @person\nleft leave VERB VBD 0 root\n\n"
                + speech(1, she, FELL)
            ),
            "fell",
        )
        is None
    )


BILL_HADDAD = """
    Bill   -     PROPN NNP 3 nsubj 1:source @person
    Haddad -     PROPN NNP 1 flat 1:source @person
    said   say   VERB VBD 0 root 1:cue
    troops troop NOUN NNS 5 nsubj 1:content
    left   leave VERB VBD 3 ccomp 1:content

"""
RANIA_HADDAD = BILL_HADDAD.replace("Bill", "Maryam").replace("1:", "2:")


def test_a_first_name_that_is_a_noun_is_no_title() -> None:
    she = speech(3, "She she PRON PRP 2 nsubj", FELL)
    he = speech(3, HE, FELL)
    assert same_as(build(BILL_HADDAD + RANIA_HADDAD + she), "fell") == "Maryam Haddad"
    assert same_as(build(BILL_HADDAD + RANIA_HADDAD + he), "fell") == "Bill Haddad"


def test_a_last_name_with_its_particle_is_the_fuller_name() -> None:
    particle = """
        De     -     PROPN NNP 3 nsubj 1:source @person
        Souza  -     PROPN NNP 1 flat 1:source @person
        said   say   VERB VBD 0 root 1:cue
        troops troop NOUN NNS 5 nsubj 1:content
        stayed stay  VERB VBD 3 ccomp 1:content

    """
    full = """
        Mayor  -     NOUN NN 2 compound 2:source
        Omar   -     PROPN NNP 5 nsubj 2:source @person
        de     -     PROPN NNP 2 flat 2:source @person
        Souza  -     PROPN NNP 2 flat 2:source @person
        said   say   VERB VBD 0 root 2:cue
        troops troop NOUN NNS 7 nsubj 2:content
        left   leave VERB VBD 5 ccomp 2:content

    """
    again = particle.replace("1:", "3:").replace("stayed stay ", "fell   fall ")
    assert same_as(build(particle + full + again), "fell") == "Mayor Omar de Souza"


def test_whom_he_stood_for_is_no_she_later() -> None:
    he = speech(2, HE, "towns town NOUN NNS 4 nsubj {n}:content\nburned burn VERB VBD 2 ccomp {n}:content")
    she = speech(3, "She she PRON PRP 2 nsubj", FELL)
    assert same_as(build(speech(1, HASAN, LEFT) + he + she), "fell") is None


def test_he_is_nobody_of_a_quotation_while_the_telling_has_one() -> None:
    quoted = """
        “        -     PUNCT `` 3 punct
        Nasser   -     PROPN NNP 3 nsubj 1:content @person
        failed   fail  VERB VBD 9 ccomp 1:content
        us       we    PRON PRP 3 obj 1:content
        all      -     ADV RB 3 advmod 1:content
        ,        -     PUNCT , 9 punct
        ”        -     PUNCT '' 9 punct
        Hasan    -     PROPN NNP 9 nsubj 1:source @person
        said     say   VERB VBD 0 root 1:cue
        .        -     PUNCT . 9 punct

    """
    assert same_as(build(quoted + speech(2, HE, FELL)), "fell") == "Hasan"


def test_an_administration_is_no_he() -> None:
    body = """
        The    -     DET DT 2 det 1:source
        administration - NOUN NN 3 nsubj 1:source
        said   say   VERB VBD 0 root 1:cue
        troops troop NOUN NNS 5 nsubj 1:content
        left   leave VERB VBD 3 ccomp 1:content

    """
    assert same_as(build(body + speech(2, HE, FELL)), "fell") is None


def test_the_union_is_the_named_body_that_spoke_last() -> None:
    named = """
        The    -     DET DT 2 det 1:source
        Association - PROPN NNP 5 nsubj 1:source @organisation
        of     -     ADP IN 4 case 1:source @organisation
        Weavers weaver PROPN NNPS 2 nmod 1:source @organisation
        said   say   VERB VBD 0 root 1:cue
        troops troop NOUN NNS 7 nsubj 1:content
        left   leave VERB VBD 5 ccomp 1:content

    """
    the = """
        The    -     DET DT 2 det 2:source
        union  -     NOUN NN 3 nsubj 2:source
        added  add   VERB VBD 0 root 2:cue
        towns  town  NOUN NNS 5 nsubj 2:content
        fell   fall  VERB VBD 3 ccomp 2:content
    """
    assert same_as(build(named + the), "fell") == "The Association of Weavers"


def test_i_outside_of_quotations_is_whom_the_last_paragraph_introduces() -> None:
    first = "¶\n" + speech(1, "I i PRON PRP 2 nsubj", FELL)
    note = """
        ¶
        Karim   -  PROPN NNP 5 nsubj @person
        Haddad  -  PROPN NNP 1 flat @person
        is      be AUX VBZ 5 cop
        a       -  DET DT 5 det
        weaver  -  NOUN NN 0 root
    """
    assert same_as(build(first + note), "fell") == "Karim Haddad"


def test_a_predicate_stands_for_nobody() -> None:
    told = """
        She    she   PRON PRP 4 nsubj
        was    be    AUX  VBD 4 cop
        the    -     DET  DT  4 det
        pupil  -     NOUN NN  0 root
        .      -     PUNCT .  4 punct

    """
    built = build(told + speech(1, "She she PRON PRP 2 nsubj ^4", FELL))
    assert same_as(built, "fell") is None


NOMINEE = """
    The        the        DET   DT  3 det   2:source
    Democratic democratic ADJ   JJ  3 amod  2:source
    nominee    -          NOUN  NN  4 nsubj 2:source
    said       say        VERB  VBD 0 root  2:cue
    towns      town       NOUN  NNS 6 nsubj 2:content
    fell       fall       VERB  VBD 4 ccomp 2:content

"""


def test_the_partys_nominee_is_the_one_person_who_has_spoken() -> None:
    assert same_as(build(speech(1, HASAN, LEFT) + NOMINEE), "fell") == "Hasan"
    nasser = speech(3, HASAN.replace("Hasan", "Nasser"), LEFT)
    assert same_as(build(speech(1, HASAN, LEFT) + nasser + NOMINEE), "fell") is None


def test_a_name_right_after_an_office_that_spoke_holds_it() -> None:
    office = """
        The    the    DET   DT  2 det    1:source
        mayor  -      NOUN  NN  3 nsubj  1:source
        said   say    VERB  VBD 0 root   1:cue
        troops troop  NOUN  NNS 5 nsubj  1:content
        left   leave  VERB  VBD 3 ccomp  1:content

    """
    name = """
        Ada    -      PROPN NNP 3 nsubj  2:source @person
        Quist  -      PROPN NNP 1 flat   2:source @person
        said   say    VERB  VBD 0 root   2:cue
        towns  town   NOUN  NNS 5 nsubj  2:content
        fell   fall   VERB  VBD 3 ccomp  2:content

    """
    assert claim(build(office + name), "fell").voices[0].source_kind == "official"
    resident = office.replace("The    the ", "A      a   ").replace("mayor", "guard")
    assert claim(build(resident + name), "fell").voices[0].source_kind == "person"
