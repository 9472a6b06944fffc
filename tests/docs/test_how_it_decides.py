"""The example of docs/how-it-decides.md comes out as the document says."""

from __future__ import annotations

import re
from datetime import date

import pytest

from kyosei.wiring import open_law
from tests.docs.guides import ROOT
from tests.law.case_tables import verdict_of

SERVICE, EMPLOYER = "authority:pension-service", "org:x"
ABOUT = {"person": "person:a", "employer": EMPLOYER}
Line = dict[str, object]


def contract(**terms: object) -> list[Line]:
    """The employer as it is, and the contract from 3 April 2025."""
    profile = {"legal_form": "corporation", "regular_hours_per_week": 40, "regular_days_per_month": 20}
    return [
        {"kind": "employer.profile", "source": EMPLOYER, "about": {"employer": EMPLOYER}, "from": "2016-04-01",
         "data": profile},
        {"kind": "work.contract", "source": EMPLOYER, "about": ABOUT, "from": "2025-04-03", "data": terms},
    ]  # fmt: skip


def notice(source: str, on: str, acquired: str) -> Line:
    """Somebody says that the Service received the notice."""
    return {"kind": "pension.acquisition_notice", "source": source, "about": ABOUT, "on": on,
            "data": {"acquired_on": acquired}}  # fmt: skip


FULL = contract(hours_per_week=40, days_per_month=20, employment_type="regular")
TOLD: Line = {"type": "coverage", "kind": "pension.acquisition_notice", "source": SERVICE, "about": ABOUT,
              "from": "2025-01-01", "until": "2026-11-22"}  # fmt: skip
EXAMPLE: dict[str, list[Line]] = {
    "the Service received the notice on 7 April, for 3 April": [*FULL, notice(SERVICE, "2025-04-07", "2025-04-03")],
    "the Service has told everything about this worker; it received the notice on 20 May": [
        *FULL, TOLD, notice(SERVICE, "2025-05-20", "2025-04-03"),
    ],
    "the Service has told everything about this worker, and there is no notice": [*FULL, TOLD],
    "nothing from the Service": FULL,
    "the Service has told everything; it received a notice for 8 April": [
        *FULL, TOLD, notice(SERVICE, "2025-04-08", "2025-04-08"),
    ],
    "the employer says that it filed; nothing from the Service": [*FULL, notice(EMPLOYER, "2025-04-07", "2025-04-03")],
    "the contract does not say how many hours": contract(employment_type="regular"),
}  # fmt: skip
ROWS = dict(
    re.findall(
        r"^\| (.+?) \| (.+?) \|$",
        (ROOT / "docs/how-it-decides.md").read_text("utf-8").partition("| state on 21 November 2026 |\n| --- | --- |\n")[2]
        .partition("\n\n")[0],
        re.MULTILINE,
    )
)  # fmt: skip


def test_the_document_has_these_rows() -> None:
    assert list(ROWS) == list(EXAMPLE)


@pytest.mark.parametrize("row", EXAMPLE)
def test_a_row_of_the_example_comes_out_as_it_says(row: str) -> None:
    verdict = verdict_of(
        open_law(),
        {"case": "example", "norm": "jp.pension.report-acquisition", "about": ["person:a", EMPLOYER],
         "on": date(2026, 11, 21), "parties": [{"id": "person:a", "born": "1998-05-01"}], "given": EXAMPLE[row]},
    )  # fmt: skip
    said = re.match(r"(?P<state>\w+)(?:: (?P<cause>\w+)(?=;|$))?", ROWS[row])
    assert said is not None
    assert verdict.state == said["state"]
    assert verdict.causes == ((said["cause"],) if said["cause"] else verdict.causes)
    assert verdict.applies == ("open" if "`applies` is open" in ROWS[row] else "yes")
    assert (verdict.bearer, verdict.protects) == (EMPLOYER, "person:a")
