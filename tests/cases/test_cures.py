"""How a duty is cured: its proof is read out of the norm, is worth what it says, and fills the real filing."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from pathlib import Path

import pytest

from kyosei.cases.proofs import Proof, proofs_of
from kyosei.cases.what_if import ID, what_if, with_proof
from kyosei.connectors.filing_csv.frame import OFFICE
from kyosei.connectors.jps_acquisition import JPS_ACQUISITION
from kyosei.connectors.jps_acquisition.writing import write_acquisitions
from kyosei.errors import InstitutionFileError
from kyosei.facts.case_file.writing import case_lines
from kyosei.timelines.days import date_from_day, day_from_date
from kyosei.verdicts.check import find_norm
from kyosei.verdicts.evaluate import Loaded
from tests.cli.processes import kyosei
from tests.law.case_tables import LifeCase, all_cases, case_of, known_of, verdict_of
from tests.watch.towns import HERE

DUC = str(HERE.parent / "samples" / "duc.jsonl")
ACQUISITION = ("--norm", "jp.pension.report-acquisition", "--about", "person:duc", "--on", "2026-11-21")
MORE_THAN_ONE_RECORD = {"jp.labour.annual-leave-five-days"}
"""Five days of leave are five records."""
CURED = {"met", "late", "due"}
"""Due: of an interview each quarter, the one that was left out is done, and the next decides."""


def breached() -> Iterator[LifeCase]:
    """The first life of each duty's case table in which it is breached."""
    seen: set[str] = set()
    for one in all_cases():
        expect = one.row.get("expect", {})
        if expect.get("state") == "breached" and one.row["norm"] not in seen:
            seen.add(one.row["norm"])
            yield one


def proofs(law: Loaded, life: LifeCase) -> list[Proof]:
    verdict, day = verdict_of(law, life.row), day_from_date(life.row["on"])
    version = find_norm(law, verdict.norm).version_on(day)
    assert version is not None
    return [
        one for one in proofs_of(version, verdict.about, verdict.arose, day) if not one.source.startswith("unknown")
    ]


def test_the_proof_of_a_duty_cures_it_in_every_table(law: Loaded) -> None:
    cured = 0
    for life in breached():
        row = life.row
        case, day = case_of(row), day_from_date(row["on"])
        known = known_of(row) or case.latest_recorded()
        assert known is not None
        after: set[str] = set()
        for proof in proofs(law, life):
            for change in what_if(law, case, proof, on=day, known=known):
                if change.norm == row["norm"] and list(change.about.values()) == list(row["about"]):
                    assert change.after is not None
                    after.add(change.after.state)
        if proofs(law, life) and row["norm"] not in MORE_THAN_ONE_RECORD:
            assert after & CURED, row["norm"]
            cured += 1
    assert cured >= 45


def test_what_nobody_said_is_only_added_for_the_question(law: Loaded) -> None:
    life = next(one for one in breached() if one.row["norm"] == "jp.pension.report-acquisition")
    case = case_of(life.row)
    known = case.latest_recorded()
    assert known is not None
    other = with_proof(case, proofs(law, life)[0], known)
    assert [one for one in other.statements if one not in case.statements] == [
        one for one in other.statements if one.id == ID
    ]
    assert list(case_lines(other))[: len(case.parties)] == list(case_lines(case))[: len(case.parties)]


@pytest.mark.parametrize(
    ("lang", "said"), [("en", "What is to be done"), ("ja", "行っていただくこと"), ("ja-easy", "して ほしい こと")]
)
def test_the_cure_is_shown_with_what_it_changes(lang: str, said: str) -> None:
    answer = kyosei("cases", "cure", DUC, *ACQUISITION, "--lang", lang)
    assert answer.status == 0, answer.err
    assert said in answer.out
    assert "acquired_on 2025-04-01" in answer.out.replace("\n    ", " ")
    shown = json.loads(kyosei("cases", "cure", DUC, *ACQUISITION, "--format", "json").out)["cures"]
    (one,) = shown
    assert one["proofs"][0]["source"] == "authority:pension-service"
    assert {"breached", "late"} == {
        change[when] for change in one["changes"] if change["norm"] == one["norm"] for when in ("before", "after")
    }


def test_the_acquisition_notice_is_the_real_file(tmp_path: Path) -> None:
    """What is known is filled; what nobody said is empty and named; completed, the reader of the real file takes it."""
    file, office = tmp_path / "SHFD0006.CSV", tmp_path / "office.json"
    cells = {"都道府県コード": "21", "郡市区符号": "01", "事業所記号": "ｹｲﾄ", "事業所番号": "12345"}
    office.write_text(json.dumps(cells), "utf-8")
    answer = kyosei(
        "cases", "cure", DUC, *ACQUISITION, "--filing", str(file), "--establishment", str(office), "--format", "json"
    )  # fmt: skip
    assert answer.status == 0, answer.err
    needed = json.loads(answer.out)["cures"][0]["needed"]
    assert {"種別", "個人番号", "報酬月額_合計", "住所_漢字", "氏名_漢字"} <= set(needed)
    assert not {"氏名_カナ", "生年月日_年月日", "取得年月日_年月日"} & set(needed)
    rows = file.read_bytes().decode("shift_jis").split("\r\n")
    assert rows[0] == "21,01,ｹｲﾄ,001,20261121,22223"
    assert rows[3].split(",")[OFFICE.index("事業所名称")] == "株式会社はまかぜ金型"
    read = JPS_ACQUISITION.read("SHFD0006.CSV", file.read_bytes())
    notice = next(line for line in read if line.get("kind") == "pension.acquisition_notice")
    assert notice["data"] == {"acquired_on": "2025-04-01"}
    assert next(line for line in read if line.get("party") == "person")["born"] == "1997-03-22"
    wrong = kyosei("cases", "cure", DUC, *ACQUISITION, "--filing", str(file), "--establishment", DUC)
    assert wrong.status == 2
    assert "cannot be read as JSON" in wrong.err


@pytest.mark.parametrize("text", ["①", "髙", "Đ", "あ,い", 'あ"'])
def test_what_the_pension_service_does_not_take_is_refused_by_its_cell(text: str) -> None:
    with pytest.raises(InstitutionFileError, match="8 氏名_漢字"):
        write_acquisitions({}, [{"氏名_漢字": text}], date_from_day(45_000))


def _text(folder: Path, file: Path, norm: str, on: str, about: str, lang: str = "ja") -> tuple[list[str], list[str]]:
    """The lines of the text that a command writes, and what it says that no record tells."""
    written = folder / "notice.txt"
    answer = kyosei("cases", "cure", str(file), "--norm", norm, "--on", on, "--about", about, "--filing", str(written),
                    "--lang", lang, "--format", "json")  # fmt: skip
    assert answer.status == 0, answer.err
    return written.read_text("utf-8").splitlines(), json.loads(answer.out)["cures"][0]["needed"]


def test_a_persons_notice_is_written_as_the_table_asks_and_blank_where_nothing_is_known(tmp_path: Path) -> None:
    stories = HERE / "stories"
    left, needed = _text(
        tmp_path, stories / "leaving.jsonl", "jp.immigration.notify-organisation-left", "2026-08-05", "person:thu"
    )
    assert left[3:7] == [
        "届出の事由：契約機関との契約の終了", "契約機関との契約が終了した年月日：2026年7月31日",
        "契約が終了した（離脱した）機関の名称：株式会社北関フーズ", "契約が終了した（離脱した）機関の所在地：＿＿＿＿＿＿",
    ]  # fmt: skip
    assert "氏名：LE THI THU" in left
    assert "生年月日：1999年5月20日" in left
    assert needed == ["契約が終了した（離脱した）機関の所在地", "性別", "国籍・地域", "住居地", "在留カードの番号"]
    school, _ = _text(
        tmp_path, stories / "april.jsonl", "jp.immigration.notify-school-left", "2026-04-05", "person:minh", "en"
    )
    assert school[3] == "届出の事由（what is notified）：活動機関からの離脱"
    assert school[4].endswith("：2026年3月31日")


def test_a_support_report_lists_what_was_done_in_the_year_that_is_over(tmp_path: Path) -> None:
    zaw = HERE.parent / "samples" / "zaw.jsonl"
    lines, needed = _text(tmp_path, zaw, "jp.ssw.supporter-report", "2026-04-05", "person:zaw")
    assert "対象期間：2025年4月1日から2026年3月31日まで" in lines
    assert "特定技能所属機関の名称：株式会社しおさい水産食品" in lines
    assert "その他の支援の実施日：2025年12月1日、2026年3月2日、2026年3月3日、2026年3月5日" in lines
    assert "定期面談の実施日" in needed


WORKERS = (("person:thu", "LE THI THU", 185_000), ("person:an", "TRAN AN", 190_000))


def _hosting(folder: Path, *more: Mapping[str, object], until: str = "2027-02-13", since: str = "2025-07-10") -> Path:
    """Two specified skilled workers of one host, with the host's pay of July and August 2025."""
    isa = "authority:isa"
    lines: list[Mapping[str, object]] = [
        {"type": "party", "id": "org:kita", "party": "organisation", "roles": ["employer"],
         "names": [{"script": "Jpan", "text": "株式会社北関フーズ"}]},
        {"type": "party", "id": "org:tomo", "party": "organisation", "roles": ["supporter"]},
        {"type": "coverage", "kind": "residence.host_report", "source": isa, "about": {"organisation": "org:kita"},
         "from": "2019-01-01", "until": "2026-12-01"},
    ]  # fmt: skip
    for person, name, yen in WORKERS:
        job = {"person": person, "employer": "org:kita"}
        of_job = {"type": "statement", "source": "org:kita", "about": job}
        lines += [
            {"type": "party", "id": person, "party": "person", "born": "1999-05-20", "names": [{"script": "Latn", "text": name}]},
            {"type": "statement", "kind": "residence.status", "source": isa, "about": {"person": person}, "from": since,
             "until": until, "data": {"status": "specified-skilled-worker", "subclass": "ssw-1",
                                      "designated_organisation": "org:kita"}},
            {**of_job, "kind": "work.contract", "from": since, "data": {"wage_yen_per_month": 185_000}},
            *(
                {**of_job, "kind": "work.pay", "from": first, "until": last, "data": {"gross_yen": yen + extra}}
                for first, last, extra in (("2025-07-01", "2025-08-01", 0), ("2025-08-01", "2025-09-01", 500))
            ),
            *({"type": "coverage", "kind": kind, "source": source, "about": about, "from": "1900-01-01", "until": "2026-12-01"}
              for kind, source, about in (("residence.status", isa, {"person": person}), ("work.contract", "org:kita", job))),
        ]  # fmt: skip
    lines += more
    said = "2026-04-02T00:00:00+00:00"
    file = folder / "hosting.jsonl"
    file.write_text("".join(
        json.dumps({"id": f"l{n}", "stated_at": said, **line} if line["type"] != "party" else line) + "\n"
        for n, line in enumerate(lines)
    ), "utf-8")  # fmt: skip
    return file


def test_a_hosts_report_says_of_each_worker_what_is_on_record_and_leaves_sums_over_all_blank(tmp_path: Path) -> None:
    given = {"type": "statement", "kind": "support.action", "source": "org:kita", "on": "2025-10-01",
             "about": {"person": "person:thu", "employer": "org:kita"}, "data": {"action": "life_orientation"}}  # fmt: skip
    lines, needed = _text(tmp_path, _hosting(tmp_path, given), "jp.immigration.host-report", "2026-04-05", "org:kita")
    assert lines[:6] == [
        "特定技能所属機関による定期の届出（案）", "出入国管理及び難民認定法第19条の18第2項、同法施行規則第19条の18", "",
        "対象期間：2025年4月1日から2026年3月31日まで", "特定技能所属機関の名称：株式会社北関フーズ",
        "特定技能所属機関の所在地：＿＿＿＿＿＿",
    ]  # fmt: skip
    assert "対象期間内に受け入れていた特定技能外国人の総数：＿＿＿＿＿＿" in lines
    assert [line for line in lines if line.startswith("対象期間：")] == [lines[3]], "the host stands once"
    assert [line for line in lines if line.startswith("氏名：")] == ["氏名：TRAN AN", "氏名：LE THI THU"]
    assert lines.count("活動を行った期間：2025年7月10日から2026年3月31日まで") == 2
    paid = next(line for line in lines if "2025年7月 185,000円、2025年8月 185,500円、2025年9月 ＿＿＿＿＿＿" in line)
    assert paid.startswith("活動に対する報酬：")
    assert paid.count("＿＿＿＿＿＿") == 7
    assert "活動に対する報酬" in needed
    assert "代表者の氏名" in needed
    assert "その他の支援の実施日：2025年10月1日" in lines
    assert not any("住居地" in line for line in lines)


def test_a_hosts_report_asks_for_nothing_that_is_not_the_hosts_to_say(tmp_path: Path) -> None:
    engaged = ({"type": "statement", "kind": "support.engagement", "source": "org:tomo", "from": "2025-07-10",
                "about": {"person": person, "employer": "org:kita", "supporter": "org:tomo"},
                "data": {"for": "ssw_1", "delegated": "all"}} for person, _, _ in WORKERS)  # fmt: skip
    alone = {"type": "statement", "kind": "employer.profile", "source": "org:kita", "about": {"employer": "org:kita"},
             "from": "2025-04-01", "data": {"legal_form": "sole_proprietor"}}  # fmt: skip
    expiring = _hosting(tmp_path, *engaged, alone, until="2026-02-13")
    lines, needed = _text(tmp_path, expiring, "jp.immigration.host-report", "2026-04-05", "org:kita", "en")
    assert not any("支援の実施日" in line or "面談" in line for line in lines)
    assert not any("代表者" in line for line in lines)
    assert lines.count("活動を行った期間（period of the activity）：2025年7月10日から＿＿＿＿＿＿まで") == 2
    assert "活動を行った期間" in needed


def test_a_quarter_that_was_to_be_reported_on_has_the_items_of_its_time(tmp_path: Path) -> None:
    file = _hosting(tmp_path, since="2025-02-01")
    lines, needed = _text(tmp_path, file, "jp.immigration.host-report", "2025-04-05", "org:kita")
    assert "対象期間：2025年1月1日から2025年3月31日まで" in lines
    assert {"住居地", "活動を行った日数", "従事した業務の内容", "安全衛生に関する状況"} <= set(needed)
    assert not any("平均" in line or "派遣先" in line for line in lines)


def test_what_is_not_known_to_have_happened_is_written_down_for_nobody(tmp_path: Path) -> None:
    zaw = HERE.parent / "samples" / "zaw.jsonl"
    answer = kyosei("cases", "cure", str(zaw), "--norm", "jp.immigration.notify-marriage-ended", "--on", "2026-04-05",
                    "--about", "person:zaw", "--filing", str(tmp_path / "notice.txt"))  # fmt: skip
    assert answer.status == 2
    assert "not on record on which day" in answer.err
    assert not (tmp_path / "notice.txt").exists()
