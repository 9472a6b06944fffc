"""Letters about decisions: every part in sentences, with computed days, and the same content as HTML and as tagged PDF."""

from __future__ import annotations

import io
import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from html.parser import HTMLParser
from typing import Any

import pytest
from pypdf import PdfReader

from kyosei.decisions.acts import Act
from kyosei.decisions.dossier import Alternative, Conduct, Dossier, Submission
from kyosei.decisions.letter import words
from kyosei.decisions.letter.composing import LANGUAGES, Addressed, compose_letter, languages_for
from kyosei.decisions.letter.html import html_of
from kyosei.decisions.letter.pdf import pdf_of
from kyosei.decisions.letter.remedies import deadline_of
from kyosei.decisions.letter.shapes import Letter, Pairs, Table
from kyosei.journal.entries import DecisionAct
from kyosei.norms.procedures import find_procedure
from kyosei.notices.plain_words import accusing_words, faults_of_easy
from kyosei.publication.paraphrases import read_paraphrases
from kyosei.terms.text import Language, Text
from kyosei.timelines.days import day_from_date
from kyosei.verdicts.evaluate import Loaded
from kyosei.verdicts.names import day_said
from kyosei.wiring import legal_sources, procedures_of_japan
from tests.access.setting import noon
from tests.decisions.deciding import HOA, Deciding, granting, refusing
from tests.notices.test_letter import fonts_of, needs_fonts

ADDRESS = "a1" * 32
SEALED, TOLD = noon(date(2026, 11, 23)), noon(date(2026, 11, 30))
NAMES = {HOA: "HOA", "org:acme": "株式会社アクメ"}
CODE = re.compile(r"met|unmet|open|granted|refused|[a-z]+_[a-z_]+")
CODES = re.compile(r"\b(?:met|unmet|open|granted|refused|not_applicable|none|decisive|neutral)\b(?!\w)")
STANDING = (
    "summary",
    "reasons",
    "length",
    "for",
    "against",
    "requirements",
    "gaps",
    "next",
    "remedy",
    "contact",
    "online",
)


@pytest.fixture(scope="module")
def drafted(law: Loaded, server: Any) -> Dossier:  # Any: the fixture of tests.journal
    """A dossier about a stay, with a requirement behind which somebody else's duty stands."""
    with server.fresh() as engine:
        deciding = Deciding.on(engine, law)
        deciding.found("status_fit", "no")
        deciding.setting.world.later()
        return deciding.drafted()


def another(dossier: Dossier) -> Dossier:
    """With a duty of an employer behind the first requirement, and words of the person's that are answered."""
    first, *rest = dossier.assembled.findings
    first = replace(first, attribution=(Conduct("org:acme", "jp.pension.report-acquisition", True),))
    factors = tuple(
        replace(one, conduct="org:acme") if one.id == "tax_and_premiums" else one for one in dossier.opinion.factors
    )
    said = Submission("submission-1", "I & my <employer>", HOA, dossier.assembled.as_of.day, "It was read", (first.id,))
    return replace(
        dossier, assembled=replace(dossier.assembled, findings=(first, *rest)),
        opinion=replace(dossier.opinion, factors=factors, submissions=(said,)),
    )  # fmt: skip


def addressed(law: Loaded, *, told: bool = True, procedure: str = "renewal") -> Addressed:
    acts = [Act("seal", DecisionAct.SEAL, "staff:1", "", None, SEALED)]
    if told:
        acts.append(Act("told", DecisionAct.NOTIFY, "staff:1", "", "en", TOLD))
    return Addressed(
        find_procedure(procedures_of_japan(), procedure), law.law, read_paraphrases(legal_sources().words).text_of,
        lambda party, language: NAMES.get(party, party), TOLD, ADDRESS, acts, f"https://portal.test/decisions/{ADDRESS}",
    )  # fmt: skip


@pytest.fixture(scope="module", params=["granted", "refused"])
def letter(request: pytest.FixtureRequest, drafted: Dossier, law: Loaded) -> Letter:
    decided = granting(drafted) if request.param == "granted" else refusing(drafted)
    return compose_letter(another(decided), addressed(law), LANGUAGES)


class _Read(HTMLParser):
    """The text of a document as it is read, and what it refers to."""

    def __init__(self) -> None:
        super().__init__()
        self.text, self.tags = "", list[str]()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)

    def handle_data(self, data: str) -> None:
        self.text += data


def squeezed(text: str) -> str:
    """Without what a line end in a PDF may change."""
    return re.sub(r"[\s\u00ad\u200b-]+", "", text)


def test_each_edition_has_every_part_and_both_lists_of_evidence(letter: Letter) -> None:
    assert [one.language for one in letter.editions] == list(LANGUAGES)
    for edition in letter.editions:
        keys = [one.key for one in edition.sections]
        assert set(STANDING) <= set(keys)
        assert len(set(keys)) == len(keys)
        for section in edition.sections:
            assert section.blocks, section.key
        assert any(isinstance(one, Table) for key in ("for", "against") for one in edition.section(key).blocks)


def test_no_code_of_a_verdict_stands_without_a_sentence(letter: Letter, law: Loaded) -> None:
    titles = {one.latest.title for one in law.law.norms}
    for edition in letter.editions:
        every = _texts(letter, edition.language)
        assert [text for text in every if not text.strip() or CODE.fullmatch(text) or "jp." in text] == []
        if edition.language != "en":
            assert not CODES.search(" ".join(every))
        ends = [one.said_in(edition.language).partition("{")[0] for one in words.STATES.values()]
        asked = [pair for one in edition.section("requirements").blocks if isinstance(one, Pairs) for pair in one.pairs]
        assert len(asked) >= 8
        for title, said in asked:
            assert any(title == one.said_in(edition.language) for one in titles), title
            assert any(said.startswith(end) for end in ends), said


def _texts(letter: Letter, language: Language, key: str | None = None) -> list[str]:
    (edition,) = (one for one in letter.editions if one.language == language)
    kept = edition.sections if key is None else (edition.section(key),)
    return list(replace(letter, editions=(replace(edition, sections=tuple(kept)),)).texts())[1:]


def test_the_last_day_is_the_earlier_of_both_and_stands_in_every_edition(letter: Letter, law: Loaded) -> None:
    last = day_from_date(date(2027, 5, 31))
    for edition in letter.editions:
        assert day_said(last, edition.language) in " ".join(_texts(letter, edition.language, "remedy"))
    remedy = find_procedure(procedures_of_japan(), "renewal").remedy
    assert deadline_of(remedy, SEALED, TOLD).last_day == last
    late = noon(date(2027, 9, 1))
    assert deadline_of(remedy, SEALED, late).last_day == day_from_date(date(2027, 11, 23)), "a year from the decision"
    end = noon(date(2026, 8, 31))
    assert deadline_of(remedy, end, end).last_day == day_from_date(date(2027, 2, 28)), "February has no 31st"


def test_a_duty_of_somebody_else_is_named_as_theirs(letter: Letter) -> None:
    said = " ".join(_texts(letter, "en"))
    assert "Behind it stands a duty of 株式会社アクメ" in said
    assert "This is what 株式会社アクメ did or left undone, not you." in said


def test_a_draft_says_that_nobody_was_told(drafted: Dossier, law: Loaded) -> None:
    told = replace(addressed(law, told=False), address=None, acts=(), online=None)
    text = " ".join(_texts(compose_letter(granting(drafted), told, ("ja", "en")), "en"))
    assert "Nobody has been told yet." in text
    assert "Told on" not in text


def test_html_and_pdf_have_the_same_content(letter: Letter) -> None:
    page = _Read()
    page.feed(html_of(letter))
    assert not {"script", "link", "img", "iframe"} & set(page.tags)
    read = squeezed(page.text)
    for text in letter.texts():
        assert squeezed(text) in read, text


@needs_fonts
def test_the_pdf_is_tagged_embeds_its_fonts_and_says_what_the_html_says(letter: Letter) -> None:
    written = pdf_of(letter)
    assert written == pdf_of(letter)
    reader = PdfReader(io.BytesIO(written))
    root: Any = reader.trailer["/Root"].get_object()  # Any: objects of pypdf nest freely
    assert root["/MarkInfo"]["/Marked"]
    assert root["/Lang"] == "ja"
    assert "/StructTreeRoot" in root
    assert b"pdfuaid" in root["/Metadata"].get_object().get_data()
    found = dict(fonts_of(reader))
    assert found
    assert all(found.values()), found
    lines = [line for page in reader.pages for line in page.extract_text().splitlines()]
    read = squeezed("".join(line for line in lines if not re.fullmatch(r"\d+ / \d+", line.strip())))
    lost = [text for text in letter.texts() if squeezed(text) not in read]
    assert not lost, lost[:5]


def test_what_an_officer_wrote_is_never_read_as_markup(drafted: Dossier, law: Loaded) -> None:
    milder = Alternative("<script>alert(1)</script>", "#panic() *A* $x$")
    decided = refusing(drafted)
    decided = replace(decided, opinion=replace(decided.opinion, alternatives=(milder,)))
    page = html_of(compose_letter(decided, addressed(law), ("ja",)))
    assert "<script" not in page
    assert "&lt;script&gt;" in page


@pytest.mark.parametrize(
    ("code", "expected"), [("ja", ["ja"]), ("en", ["ja", "en"]), ("vi", ["ja"]), ("ja-easy", ["ja", "ja-easy"])]
)
def test_japanese_is_always_there(code: str, expected: list[str]) -> None:
    assert list(languages_for(code)) == expected


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_word_of_a_letter_is_easy_where_it_says_so_and_accuses_nobody(language: Language) -> None:
    for said in vars(words).values():
        for text in said.values() if isinstance(said, Mapping) else [said]:
            if isinstance(text, Text):
                filled = text.said_in(language)
                assert not accusing_words(filled), filled
                assert language != "ja-easy" or not list(faults_of_easy(filled)), (filled, list(faults_of_easy(filled)))
