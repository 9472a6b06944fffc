"""Lines that are wrong by themselves are refused, with the exact words."""

from __future__ import annotations

import pytest

from tests.facts.cases import (
    BASE,
    HOA,
    HOA_AT_ACME,
    NEXT,
    NOON,
    contract,
    line,
    party,
    refusal,
    statement,
    status,
    written,
)

ALONE: tuple[tuple[str, dict[str, object], str], ...] = (
    ("unknown_key", contract(form="2026-04-01"), "a statement has no key 'form'; did you mean from?"),
    ("no_id", party("person:x", "person") | {"id": None}, "the party has no `id`; add it"),
    ("empty_id", contract() | {"id": ""}, "`id` is ''; write an id of at most 200 characters without spaces"),
    ("id_of_a_number", contract() | {"id": 7}, "`id` is 7; write an id of at most 200 characters without spaces"),
    (
        "id_twice",
        contract() | {"id": "s-acme"},
        "the id 's-acme' is already that of case.jsonl:5; give each line an id of its own, and declare each party once",
    ),
    (
        "party_twice",
        party("person:hoa", "person"),
        "the id 'person:hoa' is already that of case.jsonl:1;"
        " give each line an id of its own, and declare each party once",
    ),
    (
        "person_with_the_id_of_an_organisation",
        party("org:x", "person"),
        "'org:x' is declared as person; ids of persons begin with person:, those of organisations with org:",
    ),
    ("party_of_no_sort", party("org:x", "company"), "`party` is 'company'; write person or organisation"),
    ("unknown_role", party("org:x", "organisation", roles=["boss"]), "unknown role 'boss'; known are employer, host,"
     " school, supporter, supervising_body, bank, landlord, insurer, municipality, authority"),
    (
        "person_with_roles",
        party("person:x", "person", roles=["employer"]),
        "a person has `roles`; remove them, only organisations have roles",
    ),
    (
        "organisation_that_was_born",
        party("org:x", "organisation", born="2001-01-01"),
        "the organisation 'org:x' has `born`; remove it, only persons are born",
    ),
    (
        "name_without_script",
        party("person:x", "person", names=[{"text": "X"}]),
        "a name is an object without just `script` and `text`;"
        ' write a list such as [{"script": "Latn", "text": "NGUYEN THI HOA"}]',
    ),
    (
        "name_in_no_script",
        party("person:x", "person", names=[{"script": "kanji", "text": "X"}]),
        "the script of a name is 'kanji'; write one of ISO 15924 such as Latn, Jpan, Hang or Mymr",
    ),
    (
        "name_that_steers_the_terminal",
        party("person:x", "person", names=[{"script": "Latn", "text": "\x1b[2J"}]),
        "the text of a name is '\\u001b[2J'; write 1 to 300 characters, none of control",
    ),
    ("misspelt_kind", contract(kind="work.contrat"), "unknown kind 'work.contrat'; did you mean work.contract?"),
    (
        "unknown_kind",
        contract(kind="astrology.sign"),
        "unknown kind 'astrology.sign'; `kyosei vocabulary` lists the kinds",
    ),
    (
        "source_that_is_no_party",
        contract(source="acme"),
        "`source` is 'acme'; write a party such as person:hoa, org:acme, authority:isa,"
        " municipality:kumagaya or insurer:kyokai",
    ),
    (
        "unknown_party",
        statement("work.contract", "org:acme", {**HOA_AT_ACME, "boss": "org:acme"}, **{"from": "2026-04-01"}),
        "work.contract has no party 'boss'; known are person, employer",
    ),
    (
        "missing_party",
        statement("work.contract", "org:acme", HOA, **{"from": "2026-04-01"}),
        "work.contract is about nobody as `employer`; add it to `about`",
    ),
    (
        "about_nothing",
        statement("work.contract", "org:acme", {}) | {"about": None},
        "the statement has no `about`; add it",
    ),
    (
        "organisation_where_a_person_is_meant",
        statement("residence.status", "authority:isa", {"person": "org:acme"}, **{"from": "2026-04-01"}),
        "the person of residence.status is 'org:acme', but must be a person: write an id that begins with person:",
    ),
    (
        "person_where_an_organisation_is_meant",
        statement("work.contract", "person:hoa", {"person": "person:hoa", "employer": "person:minh"}),
        "the employer of work.contract is 'person:minh', but must be no natural person",
    ),
    ("no_from", contract() | {"from": None}, "the statement has no `from`; add it"),
    (
        "day_that_does_not_exist",
        contract(**{"from": "2026-02-29"}),
        "`from` is '2026-02-29'; write a day from 1900 to 2200 such as 2026-11-21",
    ),
    (
        "day_of_another_form",
        contract(**{"from": "2026/04/01"}),
        "`from` is '2026/04/01'; write a day from 1900 to 2200 such as 2026-11-21",
    ),
    (
        "day_in_other_digits",
        contract(**{"from": "２０２６-04-01"}),
        "`from` is '２０２６-04-01'; write a day from 1900 to 2200 such as 2026-11-21",
    ),
    (
        "until_not_after_from",
        contract(until="2026-04-01"),
        "`until` 2026-04-01 is not after `from` 2026-04-01; `until` is the first day outside: correct one of them",
    ),
    (
        "period_with_on",
        contract(on="2026-04-01"),
        "work.contract holds over a period and has `on`; write `from` and `until` instead",
    ),
    (
        "event_with_from",
        statement("residence.application", "authority:isa", HOA, on="2026-04-01", **{"from": "2026-04-01"}),
        "residence.application is an event and has `from`; write the day as `on` instead",
    ),
    (
        "event_without_on",
        statement("residence.application", "authority:isa", HOA),
        "the statement has no `on`; add it",
    ),
    (
        "instant_without_offset",
        contract(stated_at="2026-11-21T12:00:00"),
        "`stated_at` is '2026-11-21T12:00:00'; write an instant with its offset such as 2026-11-21T09:00:00+09:00",
    ),
    (
        "hour_that_does_not_exist",
        contract(stated_at="2026-11-21T25:00:00Z"),
        "`stated_at` is '2026-11-21T25:00:00Z'; write an instant with its offset such as 2026-11-21T09:00:00+09:00",
    ),
    (
        "learnt_before_it_was_said",
        contract(recorded_at="2026-11-21T02:59:59Z"),
        f"`recorded_at` '2026-11-21T02:59:59Z' is before `stated_at` '{NOON}';"
        " nothing is learnt before it is said: correct one of them",
    ),
    (
        "misspelt_field",
        contract(data={"hours_per_wek": 40}),
        "work.contract has no field 'hours_per_wek'; did you mean hours_per_week?",
    ),
    (
        "negative_yen",
        contract(data={"wage_yen_per_month": -1}),
        "work.contract: wage_yen_per_month is -1; it must be between 0 and 10000000000000 yen",
    ),
    (
        "fraction_of_a_yen",
        contract(data={"wage_yen_per_month": 250000.5}),
        "work.contract: wage_yen_per_month is 250000.5; it must be a whole number of yen",
    ),
    (
        "yen_as_text",
        contract(data={"wage_yen_per_month": "250000"}),
        "work.contract: wage_yen_per_month is '250000'; it must be a whole number of yen",
    ),
    (
        "yen_as_true",
        contract(data={"wage_yen_per_month": True}),
        "work.contract: wage_yen_per_month is true; it must be a whole number of yen",
    ),
    (
        "hours_with_three_decimals",
        contract(data={"hours_per_week": 37.125}),
        "work.contract: hours_per_week is 37.125; it must have at most two decimals",
    ),
    (
        "yes_instead_of_true",
        contract(data={"day_student": "yes"}),
        "work.contract: day_student is 'yes'; it must be true or false",
    ),
    (
        "misspelt_choice",
        contract(data={"employment_type": "Regular"}),
        "work.contract: employment_type is 'Regular'; it must be one of regular, fixed_term, part_time, dispatched",
    ),
    (
        "duties_in_capitals",
        contract(data={"duties": ["Sales"]}),
        "work.contract: duties is an array; it must be a list of lower-case slugs",
    ),
    (
        "day_field_of_another_form",
        contract(data={"expected_until": "令和9年3月31日"}),
        "work.contract: expected_until is '令和9年3月31日'; it must be a date such as 2026-11-21",
    ),
    (
        "items_of_another_shape",
        statement("work.pay", "org:acme", HOA_AT_ACME,
                  **{"from": "2026-04-01", "data": {"deductions": {"rent": 35000}}}),
        "work.pay: deductions is an object;"
        ' it must be a list such as [{"item": "commuting", "yen": 10000}]',
    ),
    (
        "person_as_host",
        status(designated_organisation="person:minh"),
        "residence.status: designated_organisation is 'person:minh'; it must be no natural person",
    ),
    (
        "personal_number_is_not_repeated",
        contract(data={"occupation": ["123456789012"], "hours_per_week": "1234-5678-9012"}),
        "work.contract: occupation is an array; it must be text of 1 to 2000 characters, none of control",
    ),
    (
        "personal_number_is_not_shown",
        contract(data={"hours_per_week": "1234-5678-9012"}),
        "work.contract: hours_per_week is (a value with ten or more digits, not shown: it may be a personal number);"
        " it must be a number of hours",
    ),
    (
        "period_that_the_status_never_had",
        status(status="engineer-humanities-international", granted_period="P4Y"),
        "residence.status: granted_period is 'P4Y', which engineer-humanities-international never had;"
        " its periods are P5Y, P3Y, P1Y, P3M: correct it or leave it out",
    ),
    (
        "period_longer_than_can_be_designated",
        status(status="specified-skilled-worker", granted_period="P4Y"),
        "residence.status: granted_period is 'P4Y', which specified-skilled-worker never had;"
        " its periods are P3Y, P2Y, P1Y, P6M, P4M, and any other up to P3Y: correct it or leave it out",
    ),
    (
        "negative_count",
        line("coverage", "new", kind="residence.status", source="authority:isa", about={}, count=-1,
             **{"from": "2026-04-01"}),
        "`count` is -1; write how many statements there are, 0 or more, or leave it out",
    ),
    (
        "coverage_of_an_unknown_party",
        line("coverage", "new", kind="residence.status", source="authority:isa", about={"employer": "org:acme"},
             **{"from": "2026-04-01"}),
        "residence.status has no party 'employer'; known are person",
    ),
    (
        "outcome_of_another_word",
        line("resolution", "new", target="d-1", by="authority:isa", outcome="upheld", reason="x"),
        "`outcome` is 'upheld'; write kept or corrected",
    ),
    (
        "dispute_without_reason",
        line("dispute", "new", target="s-acme", by="person:hoa", reason=""),
        "`reason` is ''; write text of at most 10000 characters, without control characters",
    ),
)  # fmt: skip


@pytest.mark.parametrize(("content", "message"), [case[1:] for case in ALONE], ids=[case[0] for case in ALONE])
def test_a_line_that_is_wrong_by_itself_is_refused(content: dict[str, object], message: str) -> None:
    assert refusal(("case.jsonl", written(*BASE, content))) == f"case.jsonl:{NEXT}: {message}"
