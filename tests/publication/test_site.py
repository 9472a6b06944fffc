"""The published law: a page a norm in each language, valid and closed in itself, the same bytes every time."""

from __future__ import annotations

import base64
import hashlib
import posixpath
import re
from dataclasses import replace
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Literal

import pytest
from justhtml import JustHTML

from kyosei.errors import InputError, LawError
from kyosei.facts.scopes import SCOPES
from kyosei.facts.vocabulary import KINDS
from kyosei.law.jp.laws import IMMIGRATION_ACT, LAWS, RENUMBERED
from kyosei.norms.checks import sole_holders
from kyosei.norms.compiler import CompiledLaw, compile_law
from kyosei.norms.declare import Norm
from kyosei.publication.cases import read_cases
from kyosei.publication.paraphrases import Paraphrases, read_paraphrases
from kyosei.publication.site import pages_of, write_pages
from kyosei.publication.words import WORDS
from kyosei.statutes.sources import LegalSources
from kyosei.terms.text import Language, Text
from kyosei.timelines.days import date_from_day
from kyosei.wiring import legal_sources
from tests.cli.processes import called, small_kyosei
from tests.cli.small_law import NORMS, small_sources
from tests.depth import SOAKING, searched_deeper
from tests.law.compiled import compiled_japan

LANGUAGES: tuple[Language, ...] = ("ja", "ja-easy", "en")
VALUES = {
    value
    for kind in KINDS
    for field in kind.fields.values()
    for value in (*getattr(field, "options", ()), *getattr(field, "known", ()))
    if re.search("[-_]", value)
}
"""The values of choices and lists that cannot be words of a sentence."""
NOTHING_READ = LegalSources(LAWS, RENUMBERED, (), {}, {})
LOADING = {"script", "img", "iframe", "object", "embed", "audio", "video", "source", "form", "base"}
"""Elements that load something, send something or run something."""


@cache
def law() -> CompiledLaw:
    return compiled_japan()


@cache
def paraphrases() -> Paraphrases:
    return read_paraphrases(legal_sources().words)


@cache
def pages() -> dict[str, bytes]:
    return pages_of(law(), legal_sources())


@cache
def parsed(path: str) -> JustHTML:
    """The page as a browser parses it, with what it finds wrong."""
    return JustHTML(pages()[path].decode(), sanitize=False, collect_errors=True)


def small_pages(*norms: Norm, sources: LegalSources = NOTHING_READ) -> dict[str, str]:
    """The pages of a law of these norms."""
    compiled = compile_law("small", norms, SCOPES, sole_holders(KINDS))
    return {path: content.decode() for path, content in pages_of(compiled, sources).items()}


@cache
def elements(path: str, selector: str) -> list[dict[str, str | None]]:
    """The attributes of every element that a selector finds."""
    return [dict(element.attrs or {}) for element in parsed(path).query(selector)]


@cache
def ids(path: str) -> list[str]:
    """Every id on a page, in order."""
    return [str(found["id"]) for found in elements(path, "*") if "id" in found]


@cache
def cases() -> dict[str, list[str]]:
    """The names of the cases of every norm."""
    found: dict[str, list[str]] = {}
    for case in read_cases(legal_sources().cases):
        found.setdefault(case.norm, []).append(case.name.replace("_", " "))
    return found


BORNE = [norm.id for norm in compiled_japan().norms if norm.latest.bearer is not None]
PATHS = ["index.html"] + [
    f"{language}/{path}"
    for language in LANGUAGES
    for path in (
        *("index.html", "laws.html", "stays.html", "duties.html", "calendar.html"),
        *(f"norms/{norm.id}.html" for norm in compiled_japan().norms),
        *(f"duties/{norm_id}.html" for norm_id in BORNE),
    )
]

LOOKED_AT = [
    path for path in PATHS if SOAKING or path.count("/") != 2 or hashlib.sha256(path.encode()).digest()[0] % 8 == 0
]
"""Every page but those of norms and duties, and of these one in eight; in `make soak` all."""


def test_every_norm_has_its_page_in_every_language_and_there_is_no_other() -> None:
    feeds = [f"{language}/calendar.ics" for language in LANGUAGES]
    assert sorted(pages()) == sorted([*PATHS, *feeds])


@searched_deeper
@pytest.mark.parametrize("path", LOOKED_AT)
def test_a_page_is_valid_and_loads_nothing(path: str) -> None:
    page = parsed(path)
    assert page.errors == []
    assert len(ids(path)) == len(set(ids(path)))
    names = {element.name for element in page.query("*")}
    assert names & LOADING == set()
    assert "link" not in names
    assert not any(name == "style" or name.startswith("on") for found in elements(path, "*") for name in found)


@searched_deeper
@pytest.mark.parametrize("path", LOOKED_AT)
def test_a_page_permits_its_own_style_and_nothing_else(path: str) -> None:
    (style,) = parsed(path).query("style")
    (policy,) = [found["content"] for found in elements(path, "meta") if found.get("http-equiv")]
    text = "".join(str(child.data) for child in style.children or ())
    digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
    assert policy == f"default-src 'none'; style-src 'sha256-{digest}'; base-uri 'none'; form-action 'none'"
    assert "url(" not in text
    assert "@import" not in text


@searched_deeper
@pytest.mark.parametrize("path", LOOKED_AT)
def test_a_page_can_be_read_aloud_and_with_the_keyboard(path: str) -> None:
    (html,) = elements(path, "html")
    assert html["lang"] == ("en" if path.startswith("en/") else "ja")
    assert [found["content"] for found in elements(path, "meta") if found.get("name") == "viewport"]
    levels = [int(element.name[1]) for element in parsed(path).query("h1, h2, h3, h4")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    for table in parsed(path).query("th"):
        assert dict(table.attrs or {}).get("scope") in ("row", "col")
    if path != "index.html":
        assert elements(path, "a")[0]["href"] == "#content"
        assert [found["id"] for found in elements(path, "main")] == ["content"]


@searched_deeper
@pytest.mark.parametrize("path", LOOKED_AT)
def test_every_link_leads_somewhere(path: str) -> None:
    for found in elements(path, "a"):
        target = str(found["href"])
        if target.startswith(("https://laws.e-gov.go.jp/law/", "https://www.moj.go.jp/isa/")):
            continue
        file, _, fragment = target.partition("#")
        where = posixpath.normpath(posixpath.join(posixpath.dirname(path), file)) if file else path
        assert where in pages(), target
        if fragment:
            assert fragment in ids(where), target


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_index_leads_to_every_norm(language: str) -> None:
    links = {found["href"] for found in elements(f"{language}/index.html", "main a")}
    assert links == {f"norms/{norm.id}.html" for norm in law().norms}


@pytest.mark.parametrize("norm_id", [norm.id for norm in compiled_japan().norms])
def test_a_page_tells_what_the_norm_declares_and_all_its_cases(norm_id: str) -> None:
    declared = next(norm.latest for norm in law().norms if norm.id == norm_id)
    text = " ".join(parsed(f"en/norms/{norm_id}.html").to_text().split())
    days = (date_from_day(day).isoformat() for day in (declared.review_on, declared.verified_on))
    for said in (declared.title.en, declared.title.ja, norm_id, *days, declared.says):
        assert " ".join(said.split()) in text
    assert cases()[norm_id]
    assert all(name in text for name in cases()[norm_id])


@pytest.mark.parametrize("norm_id", [norm.id for norm in compiled_japan().norms])
@pytest.mark.parametrize("language", ["ja", "ja-easy"])
def test_a_page_says_what_every_version_demands_in_its_language(
    norm_id: str, language: Literal["ja", "ja-easy"]
) -> None:
    text = "".join(parsed(f"{language}/norms/{norm_id}.html").to_text().split())
    versions = next(norm.versions for norm in law().norms if norm.id == norm_id)
    for version in versions:
        words = paraphrases().text_of(version.norm)
        assert words is not None
        assert "".join(words.said_in(language).split()) in text
        assert "".join(words.en.split()) not in text
    assert WORDS["english_only"].said_in(language) not in pages()[f"{language}/norms/{norm_id}.html"].decode()


@searched_deeper
@pytest.mark.parametrize("path", [path for path in LOOKED_AT if path.startswith("ja")])
def test_a_page_in_japanese_shows_no_value_as_it_is_written_in_a_record(path: str) -> None:
    """Names of kinds, ids and names of cases stay: no page prints the bare value of a choice."""
    text = re.sub(
        r"<style>.*?</style>|<(\w+)[^>]* lang=\"en\"[^>]*>.*?</\1>", " ", pages()[path].decode(), flags=re.DOTALL
    )
    bare = set(re.findall(r"(?<![\w.:@/-])[a-z][a-z0-9]*(?:[-_][a-z0-9]+)+(?![\w.:@/-])", re.sub("<[^>]*>", " ", text)))
    assert bare & VALUES == set()


def test_a_norm_without_words_says_in_which_language_its_docstring_is() -> None:
    found = small_pages(NORMS[0])
    for language in LANGUAGES[:2]:
        page = found[f"{language}/norms/{NORMS[0].id}.html"]
        assert f'<p lang="en">{NORMS[0].says}</p>' in page
        assert WORDS["english_only"].said_in(language) in page
    assert WORDS["english_only"].en not in found[f"en/norms/{NORMS[0].id}.html"]


def test_a_page_of_the_minimum_wage_has_every_amount_with_its_day() -> None:
    rows = parsed("en/norms/jp.labour.minimum-wage.html").query("table tr")
    told = {" ".join(row.to_text().split()) for row in rows}
    assert any("2026-10-01" in row and "¥1,280 an hour" in row for row in told)
    assert any("2019-10-01" in row and "¥1,013 an hour" in row for row in told)


def test_a_provision_that_moves_shows_its_coming_number_and_one_not_at_hand_says_so() -> None:
    norm = replace(NORMS[3], provisions=(IMMIGRATION_ACT.article("22-4", 1, 8),))
    text = small_pages(norm)[f"en/norms/{norm.id}.html"]
    assert "from 2027-04-01: Immigration Control and Refugee Recognition Act art. 22-4(1) item 10" in text
    assert "its text was not at hand" in text


def test_whatever_a_norm_says_is_text_and_never_markup() -> None:
    title = Text("<b>届出</b>", "<i>とどけ</i>", 'Report <script>alert("&")</script>')
    norm = replace(NORMS[0], title=title, says="Say <em>no</em> & more.")
    cases = {
        "small": "cases:\n  - {case: '<u>x', norm: small.report, on: 2026-01-01, given: [], expect: {state: met}}\n"
    }
    found = small_pages(norm, sources=replace(NOTHING_READ, cases=cases))
    for path, text in found.items():
        assert not re.search(r"<(b|i|em|u|script)>", text), path
    english = found["en/norms/small.report.html"]
    assert "<h1>Report &lt;script&gt;alert(&#34;&amp;&#34;)&lt;/script&gt;</h1>" in english
    assert "Say &lt;em&gt;no&lt;/em&gt; &amp; more." in english
    assert "&lt;u&gt;x" in english


def test_what_the_norm_reads_and_who_bears_it_is_told() -> None:
    text = " ".join(parsed("en/norms/jp.pension.report-acquisition.html").to_text().split())
    assert "The duty is that of the employer. The person is affected by it, and has breached nothing." in text
    assert "pension.acquisition_notice" in text
    assert "None: neither nationality, sex, birthplace nor language." in text
    reading = [norm for norm in law().norms if norm.latest.reads]
    assert reading
    for norm in reading:
        told = parsed(f"en/norms/{norm.id}.html").to_text()
        assert all(reads.attribute in told for reads in norm.latest.reads)


@pytest.mark.soak
def test_the_whole_law_makes_the_same_bytes_again() -> None:
    assert pages_of(law(), legal_sources()) == pages()


def test_the_same_law_makes_the_same_bytes_in_every_process(tmp_path: Path) -> None:
    assert called(["law", "publish", str(tmp_path / "here")]).status == 0
    there = small_kyosei("law", "publish", str(tmp_path / "there"))
    assert (there.status, there.err) == (0, "")
    files = [sorted(f.relative_to(tmp_path / at) for f in (tmp_path / at).rglob("*.html")) for at in ("here", "there")]
    assert files[0] == files[1]
    duties = sum(norm.bearer is not None for norm in NORMS)
    assert len(files[0]) == 1 + 3 * (5 + len(NORMS) + duties)
    for file in files[0]:
        assert (tmp_path / "here" / file).read_bytes() == (tmp_path / "there" / file).read_bytes()


def test_a_folder_that_holds_something_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    (tmp_path / "kept").write_text("mine", encoding="utf-8")
    answer = called(["law", "publish", str(tmp_path)])
    assert answer.status == 2
    assert "is not empty; name a new folder" in answer.err
    assert [file.name for file in tmp_path.iterdir()] == ["kept"]


def test_a_folder_that_cannot_be_written_is_refused(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("mine", encoding="utf-8")
    with pytest.raises(InputError, match="cannot be written"):
        write_pages({"index.html": b""}, tmp_path / "file")


@pytest.mark.parametrize("spoilt", ["cases: [", "[]", "cases: [{case: x}]\n", "cases: 3\n"])
def test_a_spoilt_case_table_is_named(spoilt: str) -> None:
    sources = replace(small_sources(), cases={"small": spoilt})
    with pytest.raises(LawError, match=r"small\.cases\.yaml is no case table"):
        small_pages(NORMS[0], sources=sources)
