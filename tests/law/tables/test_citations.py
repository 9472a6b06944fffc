"""A citation resolves down to the item, a wrong one says what is missing, and the tables cite what exists."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
import yaml

from kyosei.law.jp.tables import minimum_wage, social_insurance, statuses
from scripts.check_citations import Citation, Index, load_index, main, missing, number_in_japanese, unresolved

LAW = Path(__file__).parents[3].parent / "shared/law"

# Acts that the tables cite and whose text is not among the law texts at hand.
NOT_AT_HAND = {"424AC0000000062", "502CO0000000246", "507AC0000000074", "508CO0000000275"}

NEWER_ACT = (
    "**第一条（見出し）**　本文。\n\n- 一　甲。\n  - イ　子。\n    - （１）　細。\n  - ロ　丑。\n\n- 一の二　乙。\n\n"
    "- 二　削除\n\n**２**　第二項。\n\n- 一　丙。\n\n**１０**　第十項。"
)
OLDER_ACT = "**第一条の二**　本文。\n\n**②**　第二項。"
REPEALED = "**第二条**　削除"


def fixture_index() -> Index:
    articles = {("A", "1"): NEWER_ACT, ("A", "1-2"): OLDER_ACT, ("A", "2"): REPEALED}
    return Index(articles, frozenset({"A"}))


@pytest.mark.parametrize(
    "citation",
    [
        ("A", "1", None, None),
        ("A", "1", 2, None),
        ("A", "1", 10, None),
        ("A", "1", None, "1"),
        ("A", "1", 1, "1-2"),
        ("A", "1", 1, "1ロ"),
        ("A", "1", 1, "1イ（１）"),
        ("A", "1", 2, "1"),
        ("A", "1-2", 2, None),
    ],
)
def test_a_provision_that_exists_resolves(citation: Citation) -> None:
    assert missing(fixture_index(), *citation) is None


@pytest.mark.parametrize(
    ("citation", "complaint"),
    [
        (("B", "1", None, None), "B: no text of this law is at hand"),
        (("A", "3", None, None), "A article 3: no such article"),
        (("A", "2", None, None), "A article 2: repealed (削除)"),
        (("A", "1", 3, None), "A article 1 paragraph 3: no such paragraph; the article has 3"),
        (("A", "1-2", 3, None), "A article 1-2 paragraph 3: no such paragraph; the article has 2"),
        (("A", "1", 1, "3"), "A article 1 paragraph 1 item 3: no such item"),
        (("A", "1", 1, "2"), "A article 1 paragraph 1 item 2: no such item"),
        (("A", "1", 2, "1-2"), "A article 1 paragraph 2 item 1-2: no such item"),
        (("A", "1", 1, "1ハ"), "A article 1 paragraph 1 item 1ハ: no ハ there"),
        (("A", "1", 1, "1（１）"), "A article 1 paragraph 1 item 1（１）: no （１） there"),
        (("A", "1", 1, "1ロ（１）"), "A article 1 paragraph 1 item 1ロ（１）: no （１） there"),
        (
            ("A", "1", 1, "one"),
            "A article 1 paragraph 1 item one: not a way to write an item; write 5, 3-2, 5イ or 1ニ（２）",
        ),
    ],
)
def test_a_wrong_citation_says_what_is_missing(citation: Citation, complaint: str) -> None:
    assert missing(fixture_index(), *citation) == complaint


@pytest.mark.parametrize(
    ("number", "written"), [(1, "一"), (10, "十"), (12, "十二"), (20, "二十"), (111, "百十一"), (305, "三百五")]
)
def test_items_are_counted_in_japanese_numerals(number: int, written: str) -> None:
    assert number_in_japanese(number) == written


def test_a_number_that_no_item_bears_is_refused() -> None:
    with pytest.raises(ValueError, match="0: items are numbered"):
        number_in_japanese(0)


def test_the_command_prints_what_does_not_resolve(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    row = {"law_id": "A", "article": "1", "text": NEWER_ACT}
    (tmp_path / "articles.jsonl").write_text(json.dumps(row, ensure_ascii=False) + "\n", encoding="utf-8")
    assert main([str(tmp_path)], ["A 1 2 1", "", "A 1 - 1"]) == 0
    assert main([str(tmp_path)], ["A 1 4"]) == 1
    assert capsys.readouterr().out == "A article 1 paragraph 4: no such paragraph; the article has 3\n"
    assert main([], []) == 2


def test_a_folder_without_texts_is_refused(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match=r"no articles\*\.jsonl"):
        load_index(tmp_path)


def test_known_anchors_resolve_and_their_neighbours_do_not() -> None:
    if not LAW.exists():
        assert missing(fixture_index(), "A", "1") is None
        return
    index = load_index(LAW / "text")
    anchors = yaml.safe_load((LAW / "jp-immigration/citation-anchors.yaml").read_text(encoding="utf-8"))["anchors"]
    assert [missing(index, anchor["law_id"], anchor["article"]) for anchor in anchors] == [None] * len(anchors)
    for wrong in (
        ("326CO0000000319", "20", 7, None),
        ("326CO0000000319", "19-16", 1, "4"),
        ("326CO0000000319", "22-4", 1, "11"),
        ("329AC0000000115", "12", 1, "5ニ"),
        ("431M60000010005", "3", 1, "1ル"),
        ("322AC0000000049", "15", 4, None),
    ):
        assert missing(index, *wrong) is not None, wrong


def test_the_tables_cite_provisions_that_exist() -> None:
    cited: list[Citation] = [minimum_wage.CITATION, *statuses.PERIODS_CITATIONS]
    cited += [citation for _, citation in statuses.NOTIFICATION_CITATIONS]
    cited += [entry.citation for _, table in social_insurance.TABLES for entry in table.values]
    cited += [remuneration.citation for remuneration in social_insurance.PENSION_STANDARD_REMUNERATION]
    if LAW.exists():
        at_hand = [citation for citation in cited if citation[0] not in NOT_AT_HAND]
        assert unresolved(load_index(LAW / "text"), at_hand) == []
        assert {citation[0] for citation in cited} - {citation[0] for citation in at_hand} == NOT_AT_HAND
    else:
        assert all(paragraph is None or paragraph > 0 for _, _, paragraph, _ in cited)
