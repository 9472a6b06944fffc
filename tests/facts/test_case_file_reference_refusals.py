"""Lines that do not fit other lines, or speak out of place, are refused, with the exact words."""

from __future__ import annotations

import pytest

from tests.facts.cases import BASE, HOA, HOA_AT_ACME, NEXT, Lines, contract, line, refusal, statement, status, written

TOGETHER: tuple[tuple[str, Lines, str], ...] = (
    (
        "source_that_nobody_declares",
        (contract(source="org:acne"),),
        "no line of type party declares 'org:acne'; add one or correct the id",
    ),
    (
        "party_that_nobody_declares",
        (statement("residence.status", "authority:isa", {"person": "person:x"}, **{"from": "2026-04-01"}),),
        "no line of type party declares 'person:x'; add one or correct the id",
    ),
    (
        "carrier_that_nobody_declares",
        (contract(carried_by="person:x"),),
        "no line of type party declares 'person:x'; add one or correct the id",
    ),
    (
        "host_that_nobody_declares",
        (status(designated_organisation="org:x"),),
        "no line of type party declares 'org:x'; add one or correct the id",
    ),
    (
        "stranger_about_a_contract",
        (contract(source="org:kita"),),
        "'org:kita' can say nothing about work.contract of these parties; only they themselves and the employer can:"
        " correct `source`, and put who brought the document in `carried_by`",
    ),
    (
        "municipality_about_a_status",
        (status() | {"source": "municipality:kumagaya"},),
        "'municipality:kumagaya' can say nothing about residence.status of these parties; only they themselves and"
        " authority:isa can: correct `source`, and put who brought the document in `carried_by`",
    ),
    (
        "person_who_covers",
        (line("coverage", "new", kind="work.contract", source="person:hoa", about=HOA, **{"from": "2026-04-01"}),),
        "'person:hoa' cannot cover work.contract of these parties; only the employer can say that there is nothing"
        " more: correct `source`, or leave the coverage out",
    ),
    (
        "employer_who_covers_for_another",
        (line("coverage", "new", kind="work.contract", source="org:kita", about=HOA_AT_ACME,
              **{"from": "2026-04-01"}),),
        "'org:kita' cannot cover work.contract of these parties; only the employer can say that there is nothing"
        " more: correct `source`, or leave the coverage out",
    ),
    (
        "replaces_nothing",
        (contract(replaces="s-x"),),
        "`replaces` is 's-x', which is no line of this input; add that line or correct the id",
    ),
    (
        "replaces_a_heartbeat",
        (contract(replaces="h-1"),),
        "`replaces` 'h-1' is a heartbeat; name a statement",
    ),
    (
        "replaces_what_another_said",
        (contract(replaces="s-acme", source="person:hoa"),),
        "`replaces` 's-acme' is a statement of 'org:acme', not of 'person:hoa';"
        " a source corrects its own statements, others dispute them",
    ),
    (
        "replaces_another_kind",
        (contract(kind="work.assignment", replaces="s-acme"),),
        "`replaces` 's-acme' is of kind work.contract, not work.assignment;"
        " withdraw it instead, and state the other kind by itself",
    ),
    (
        "replaces_itself",
        (contract(replaces="new"),),
        "`replaces` leads in a circle: new → new; correct one of them",
    ),
    (
        "replaces_in_a_circle",
        (contract(id="a", replaces="b"), contract(id="b", replaces="c"), contract(id="c", replaces="a")),
        "`replaces` leads in a circle: a → b → c → a; correct one of them",
    ),
    (
        "withdraws_nothing",
        (line("withdrawal", "new", target="s-x", source="org:acme"),),
        "`target` is 's-x', which is no line of this input; add that line or correct the id",
    ),
    (
        "withdraws_what_another_said",
        (line("withdrawal", "new", target="s-isa", source="org:acme"),),
        "`target` 's-isa' is a line of 'authority:isa', not of 'org:acme';"
        " only its source takes a line back, others dispute it",
    ),
    (
        "withdraws_a_sign_of_life",
        (line("withdrawal", "new", target="h-1", source="authority:isa"),),
        "`target` 'h-1' is a heartbeat; name a statement, coverage or dispute",
    ),
    (
        "withdraws_another_s_dispute",
        (line("withdrawal", "new", target="d-1", source="org:acme"),),
        "`target` 'd-1' is a line of 'person:hoa', not of 'org:acme';"
        " only its source takes a line back, others dispute it",
    ),
    (
        "disputes_a_dispute",
        (line("dispute", "new", target="d-1", by="org:acme", reason="no"),),
        "`target` 'd-1' is a dispute; name a statement or coverage",
    ),
    (
        "stranger_who_disputes_a_statement",
        (line("dispute", "new", target="s-acme", by="org:kita", reason="no"),),
        "'org:kita' is no party to 's-acme' and cannot dispute it; a person, an office or an organisation that the"
        " line is about can: correct `by`, or leave the dispute out",
    ),
    (
        "stranger_who_disputes_a_coverage",
        (
            line("dispute", "new", target="c-new", by="org:kita", reason="no"),
            line("coverage", "c-new", kind="work.contract", source="org:acme", about=HOA_AT_ACME,
                 **{"from": "2026-04-01"}),
        ),
        "'org:kita' is no party to 'c-new' and cannot dispute it; a person, an office or an organisation that the"
        " line is about can: correct `by`, or leave the dispute out",
    ),
    (
        "resolves_a_statement",
        (line("resolution", "new", target="s-acme", by="authority:isa", outcome="kept", reason="x"),),
        "`target` 's-acme' is a statement; name a dispute",
    ),
    (
        "resolved_by_the_source",
        (line("resolution", "new", target="d-1", by="org:acme", outcome="kept", reason="x"),),
        "'org:acme' is a party to dispute 'd-1' and cannot end it;"
        " an institution or a reviewer can: correct `by`, or let the source withdraw the line",
    ),
    (
        "resolved_by_the_disputer",
        (line("resolution", "new", target="d-2", by="person:hoa", outcome="corrected", reason="x"),),
        "'person:hoa' is a party to dispute 'd-2' and cannot end it;"
        " an institution or a reviewer can: correct `by`, or let the source withdraw the line",
    ),
    (
        "decision_on_no_application",
        (statement("residence.decision", "authority:isa", HOA, on="2026-04-01", data={"application": "s-isa"}),),
        "residence.decision: application is 's-isa', which is no statement of residence.application in this input;"
        " add it, or leave the field out",
    ),
    (
        "decision_on_another_s_application",
        (
            statement("residence.decision", "authority:isa", HOA, on="2026-04-01", data={"application": "ap"}),
            statement("residence.application", "authority:isa", {"person": "person:minh"}, on="2026-03-01")
            | {"id": "ap"},
        ),
        "residence.decision: application 'ap' is about somebody else; correct it, or leave the field out",
    ),
)  # fmt: skip


@pytest.mark.parametrize(("lines", "message"), [case[1:] for case in TOGETHER], ids=[case[0] for case in TOGETHER])
def test_a_line_that_does_not_fit_the_others_is_refused(lines: Lines, message: str) -> None:
    assert refusal(("case.jsonl", written(*BASE, *lines))) == f"case.jsonl:{NEXT}: {message}"
