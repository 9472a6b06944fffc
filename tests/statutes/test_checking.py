"""A provision that changed, went or moved is named with who rests on it; what cannot be looked up is said, not passed over."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from kyosei.errors import InputError, LawError
from kyosei.statutes.checking import Fault, Findings, Reason, check_citations, read_citations
from kyosei.statutes.readings import Read, load_readings, write_readings
from kyosei.statutes.texts import read_texts
from kyosei.terms.citations import Citation, Citer, Provision, Renumbering, provision_on
from kyosei.timelines.days import NEVER, day_from_date
from tests.statutes.texts import ACT, write_texts

READ_ON = day_from_date(date(2026, 11, 21))
MOVE = day_from_date(date(2027, 4, 1))
TEN_DAYS = "**第五条**　事業主は、十日以内に届け出る。"
GROUNDS = "**第七条**　取り消すことができる。\n\n- 一　甲。\n\n- 二　乙。"
GROUNDS_AFTER = "**第七条**　取り消すことができる。\n\n- 一　新。\n\n- 二　甲。\n\n- 三　乙。"
FIVE, ONE, TWO = Provision(ACT, "5"), Provision(ACT, "7", "1", "1"), Provision(ACT, "7", "1", "2")
THREE = Provision(ACT, "7", "1", "3")
NORM, FACT = Citer("norm", "jp.labour.report"), Citer("fact", "days:2020-01-01")
MOVED = tuple(
    Renumbering(date(2027, 4, 1), was, becomes, "verified", "an invented act")
    for was, becomes in ((ONE, TWO), (TWO, THREE))
)


def cited(*provisions: Provision, by: Citer = NORM, read_on: int = READ_ON, until: int = NEVER) -> list[Citation]:
    return [Citation(provision, read_on, by, until) for provision in provisions]


def found(
    folder: Path,
    citations: list[Citation],
    read: dict[tuple[Provision, int], Read],
    moves: tuple[Renumbering, ...] = (),
) -> Findings:
    return check_citations(citations, read_texts(folder), read, moves)


@pytest.fixture
def texts(tmp_path: Path) -> Path:
    return write_texts(tmp_path / "texts", {"5": TEN_DAYS, "7": GROUNDS}, "2026-06-14")


def test_what_was_read_reads_as_it_did(texts: Path) -> None:
    citations = cited(FIVE, ONE, TWO)
    findings = found(texts, citations, read_citations(citations, read_texts(texts), ()))
    assert findings == Findings(3, (), ())
    assert findings.to_read_again() == ()


def test_one_changed_provision_names_every_norm_and_fact_that_rests_on_it_and_nothing_else(
    texts: Path, tmp_path: Path
) -> None:
    citations = [*cited(FIVE, ONE), *cited(FIVE, by=FACT), *cited(ONE, by=Citer("norm", "jp.other"))]
    read = read_citations(citations, read_texts(texts), ())
    later = write_texts(tmp_path / "later", {"5": TEN_DAYS.replace("十日", "五日"), "7": GROUNDS}, "2027-01-01")
    findings = found(later, citations, read)
    assert [(d.provision, d.fault, d.text_of) for d in findings.drift] == [
        (FIVE, Fault.CHANGED, day_from_date(date(2027, 1, 1)))
    ]
    assert findings.to_read_again() == (FACT, NORM)
    assert findings.unchanged == 1


@pytest.mark.parametrize(
    ("articles", "detail"),
    [
        ({"7": GROUNDS}, "no such article"),
        ({"5": "**第五条**　削除", "7": GROUNDS}, "the article is repealed (削除)"),
    ],
)
def test_a_provision_that_is_gone_is_missing(
    texts: Path, tmp_path: Path, articles: dict[str, str], detail: str
) -> None:
    read = read_citations(cited(FIVE), read_texts(texts), ())
    later = write_texts(
        tmp_path / "later", articles, "2027-01-01", earlier={"2026-06-14": {"5": TEN_DAYS}}
    )  # fmt: skip
    (drift,) = found(later, cited(FIVE), read).drift
    assert (drift.fault, drift.detail) == (Fault.MISSING, detail)


def test_a_provision_that_nobody_has_read_is_drift(texts: Path) -> None:
    (drift,) = found(texts, cited(FIVE), {}).drift
    assert drift.fault is Fault.UNRECORDED


def test_an_item_that_moved_unannounced_is_found_where_it_went(texts: Path, tmp_path: Path) -> None:
    read = read_citations(cited(ONE, TWO), read_texts(texts), ())
    later = write_texts(tmp_path / "later", {"7": GROUNDS_AFTER}, "2027-04-01")
    assert [(d.provision, d.fault, d.moved_to) for d in found(later, cited(ONE, TWO), read).drift] == [
        (ONE, Fault.CHANGED, TWO),
        (TWO, Fault.CHANGED, THREE),
    ]


def test_an_item_that_the_registry_says_moved_is_no_drift_before_nor_after(texts: Path, tmp_path: Path) -> None:
    read = read_citations(cited(ONE, TWO), read_texts(texts), MOVED)
    later = write_texts(tmp_path / "later", {"7": GROUNDS_AFTER}, "2027-04-01")
    for folder in (texts, later):
        assert found(folder, cited(ONE, TWO), read, MOVED) == Findings(2, (), ())


def test_a_norm_of_the_coming_law_cites_its_numbers_and_waits_for_its_text(texts: Path, tmp_path: Path) -> None:
    coming = cited(ONE, THREE, read_on=MOVE)
    (waiting,) = found(texts, cited(ONE, read_on=MOVE), {}, MOVED).unchecked
    assert waiting.reason is Reason.NOT_YET_IN_TEXT
    (drift,) = found(texts, cited(THREE, read_on=MOVE), {}, MOVED).drift
    assert (drift.provision, drift.looked_for, drift.fault) == (THREE, TWO, Fault.UNRECORDED)
    later = write_texts(tmp_path / "later", {"7": GROUNDS_AFTER}, "2027-04-01")
    read = read_citations(coming, read_texts(later), MOVED)
    assert found(later, coming, read, MOVED) == Findings(2, (), ())


def test_what_has_ended_is_held_against_the_text_of_its_time(tmp_path: Path) -> None:
    earlier = {"2020-01-01": {"5": TEN_DAYS}}
    folder = write_texts(tmp_path / "texts", {"5": TEN_DAYS.replace("十日", "五日")}, "2026-06-14", earlier=earlier)
    day = day_from_date(date(2025, 12, 31))
    ended = cited(FIVE, read_on=day, until=day + 1)
    still = cited(FIVE)
    read = read_citations([*ended, *still], read_texts(folder), ())
    assert read[FIVE, day].sha256 != read[FIVE, READ_ON].sha256
    assert found(folder, [*ended, *still], read).unchanged == 2


def test_a_day_before_every_text_and_a_law_without_text_are_not_checked(texts: Path) -> None:
    day = day_from_date(date(2015, 1, 1))
    elsewhere = Provision("300AC0000000009", "1")
    findings = found(texts, [*cited(FIVE, read_on=day, until=day + 1), *cited(elsewhere)], {})
    assert [(u.provision, u.reason) for u in findings.unchecked] == [
        (FIVE, Reason.DAY_NOT_AT_HAND),
        (elsewhere, Reason.LAW_NOT_AT_HAND),
    ]
    assert findings.drift == ()


def test_a_supplementary_provision_is_missing_only_from_a_law_that_is_at_hand_with_some(tmp_path: Path) -> None:
    nine = Provision(ACT, "suppl:9", "1")
    without = write_texts(tmp_path / "without", {"5": TEN_DAYS}, "2026-06-14")
    findings = found(without, cited(nine), {})
    assert [(u.provision, u.reason) for u in findings.unchecked] == [(nine, Reason.SUPPLEMENT_NOT_AT_HAND)]
    assert findings.drift == ()
    having = write_texts(tmp_path / "having", {"5": TEN_DAYS, "suppl:1": TEN_DAYS}, "2026-06-14")
    assert [drift.fault for drift in found(having, cited(nine), {}).drift] == [Fault.MISSING]


def test_where_copies_of_one_day_differ_either_may_be_what_was_read(tmp_path: Path) -> None:
    other = TEN_DAYS.replace("十日", "五日")
    folder = write_texts(tmp_path / "texts", {"5": TEN_DAYS}, "2026-06-14", earlier={"2026-06-14": {"5": other}})
    for text in (TEN_DAYS, other):
        alone = write_texts(tmp_path / "alone", {"5": text}, "2026-06-14")
        read = read_citations(cited(FIVE), read_texts(alone), ())
        assert found(folder, cited(FIVE), read).drift == ()


def test_readings_survive_being_written_and_hold_no_word_of_the_law(texts: Path) -> None:
    read = read_citations(cited(FIVE, ONE, TWO), read_texts(texts), ())
    written = write_readings(read)
    assert load_readings(written) == read
    assert write_readings(load_readings(written)) == written
    assert "届け出る" not in written


@pytest.mark.parametrize("spoilt", ["", "[]", '{"readings": [{}]}', '{"readings": [{"law": "x"}]}', '{"readings": 1}'])
def test_a_spoilt_file_of_readings_is_refused(spoilt: str) -> None:
    with pytest.raises(LawError):
        load_readings(spoilt)


@pytest.mark.parametrize(
    "line",
    [
        "no json",
        "[]",
        '{"law_id": "A", "article": "1", "text": "x"}',
        '{"law_id": "A", "article": "1", "text": "x", "enforced_at": "soon"}',
        '{"law_id": "A", "article": "1", "text": "x", "enforced_at": 20260614}',
    ],
)
def test_a_line_that_is_no_article_is_refused_by_its_number(tmp_path: Path, line: str) -> None:
    (tmp_path / "articles.jsonl").write_text(
        '{"law_id": "A", "article": "1", "text": "x", "enforced_at": "2026-06-14"}\n\n' + line, encoding="utf-8"
    )
    with pytest.raises(InputError, match=r"articles\.jsonl:3: this is no article"):
        read_texts(tmp_path)


def test_a_folder_without_texts_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InputError, match=r"no articles\*\.jsonl; give the folder"):
        read_texts(tmp_path)


def test_going_there_and_back_is_the_same_provision() -> None:
    for provision in (ONE, TWO, Provision(ACT, "7", None, "1イ"), FIVE, Provision(ACT, "7")):
        after = provision_on(provision, READ_ON, MOVE, MOVED)
        assert after is not None
        back = provision_on(after, MOVE, READ_ON, MOVED)
        assert back == provision
