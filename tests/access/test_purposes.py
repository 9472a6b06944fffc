"""Purposes: what each reads follows from its norms, on which provision, until when (P24); and how the policies are held."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kyosei.access.fields import readable_by
from kyosei.access.japan import PURPOSES
from kyosei.access.policy import Denied, Failed, Policies
from kyosei.access.purposes import (
    AboutNorms,
    LegalBasis,
    Purpose,
    WholeRecord,
    Withholding,
    load_purposes,
    provisions_of,
)
from kyosei.access.requests import Role
from kyosei.errors import LawError
from kyosei.facts.vocabulary import KINDS
from kyosei.law.jp.laws import LAWS, PERSONAL_INFORMATION_ACT
from kyosei.law.jp.pack import NORMS
from kyosei.terms.citations import Citer
from kyosei.terms.expressions import Node
from kyosei.terms.text import Text
from kyosei.timelines.days import NEVER, day_from_date
from kyosei.wiring import kept_law, legal_sources
from tests.access.setting import purposes
from tests.law.compiled import compiled_japan

LAW = compiled_japan()
ABOUT_NORMS = [purpose for purpose in PURPOSES if isinstance(purpose.reads, AboutNorms)]
BASIS = LegalBasis(PERSONAL_INFORMATION_ACT.article(33, 1), 46_000, 46_365)
GOOD = Purpose(
    "test.purpose", Text("あ", "あ", "a"), frozenset((Role.OFFICER,)), AboutNorms(("jp.immigration.lawful-stay",)),
    (BASIS,), audience=frozenset(("authority:isa",)),
)  # fmt: skip


def by_id(id_: str) -> Purpose:
    return next(purpose for purpose in PURPOSES if purpose.id == id_)


def named(norms: tuple[str, ...]) -> frozenset[str]:
    return readable_by(LAW, norms).names()


@pytest.mark.parametrize("purpose", PURPOSES, ids=lambda purpose: purpose.id)
def test_every_basis_is_of_a_listed_law_and_is_checked_against_the_texts(purpose: Purpose) -> None:
    cited = {basis.provision for basis in provisions_of(purpose)}
    assert cited
    assert {provision.law for provision in cited} <= {law.law_id for law in LAWS}
    assert {c.provision for c in legal_sources().citations if c.by == Citer("purpose", purpose.id)} == cited


@pytest.mark.parametrize("purpose", PURPOSES, ids=lambda purpose: purpose.id)
def test_every_field_that_is_read_has_a_basis_that_is_in_force_and_will_end(purpose: Purpose) -> None:
    """P24, on every day from the release of the law to the first review of a norm."""
    released = day_from_date(date(2026, 11, 21))
    bases = [*purpose.bases, *([purpose.consent] if purpose.consent else [])]
    until = min(basis.until_day for basis in bases)
    reads_nothing = purpose.names_alone or purpose.roles == {Role.OPERATOR}
    assert bool(purposes().readable[purpose.id].kinds) is not reads_nothing, (
        "who keeps cases or is asked reads no records"
    )
    assert all(basis.is_in_force(day) for basis in bases for day in range(released, until))
    assert released + 90 < until
    assert max(basis.until_day for basis in bases) <= released + 366


def test_every_field_that_any_norm_reads_is_read_for_a_purpose_with_a_basis() -> None:
    read = set().union(*(purposes().readable[purpose.id].names() for purpose in ABOUT_NORMS))
    assert named(tuple(norm.id for norm in NORMS)) - read == set()


@pytest.mark.parametrize("purpose", ABOUT_NORMS, ids=lambda purpose: purpose.id)
def test_a_norm_taken_out_takes_its_own_fields_with_it(purpose: Purpose) -> None:
    assert isinstance(purpose.reads, AboutNorms)
    norms = purpose.reads.norms
    whole = named(norms)
    for norm in norms:
        rest = tuple(one for one in norms if one != norm)
        others = set().union(*(named((one,)) for one in rest)) if rest else set()
        assert named(rest) == others
        assert whole - named(rest) == named((norm,)) - others


def test_what_a_norm_reads_follows_what_is_derived() -> None:
    deductions = readable_by(LAW, ["jp.pension.insured"]).kinds
    assert "work.employment" not in deductions
    assert deductions["work.foreign_worker_notice"] == {"event", "event_on"}
    assert readable_by(LAW, ["jp.immigration.lawful-stay"]).kinds["residence.decision"] >= {"application", "procedure"}


def below(node: Node) -> Iterator[Node]:
    """A node and all that it is made of, each once."""
    seen: dict[int, Node] = {}
    waiting = [node]
    while waiting:
        one = waiting.pop()
        if id(one) not in seen:
            seen[id(one)] = one
            waiting += one.arguments
    yield from seen.values()


def test_a_norm_that_refers_to_another_reads_what_the_other_reads() -> None:
    referring = [
        (norm.id, node.label.norm)
        for norm in LAW.norms
        for version in norm.versions
        for piece in version.pieces.values()
        for node in below(piece)
        if node.label is not None and node.label.norm is not None
    ]
    assert referring
    for norm, other in referring:
        assert other is not None
        assert named((other,)) <= named((norm,))


def test_the_law_that_was_kept_reads_the_same_fields(tmp_path: Path) -> None:
    environment = {"XDG_CACHE_HOME": str(tmp_path), "KYOSEI_CACHE": str(tmp_path), "HOME": str(tmp_path)}
    kept_law(environment)  # keeps it
    kept = kept_law(environment)
    for norm in LAW.norms:
        assert readable_by(kept, [norm.id]) == readable_by(LAW, [norm.id]), norm.id


@pytest.mark.parametrize(
    ("id_", "bearer"), [("employer.own-duties", "employer"), ("school.own-duties", "school"),
                        ("support.own-duties", "supporter"), ("bank.stay", "bank")],
)  # fmt: skip
def test_an_organisation_reads_for_its_own_duties_only(id_: str, bearer: str) -> None:
    reads = by_id(id_).reads
    assert isinstance(reads, AboutNorms)
    assert {norm.latest.bearer for norm in LAW.norms if norm.id in reads.norms} == {bearer}


def test_only_the_person_and_who_acts_for_them_reads_names_or_everything() -> None:
    assert [purpose.id for purpose in PURPOSES if isinstance(purpose.reads, WholeRecord)] == ["own.records"]


ILL_FORMED = {
    "no_basis": replace(GOOD, bases=()),
    "a_basis_without_end": replace(GOOD, bases=(replace(BASIS, until_day=NEVER),)),
    "a_basis_that_ends_before_it_begins": replace(GOOD, bases=(replace(BASIS, until_day=46_000),)),
    "nobody": replace(GOOD, roles=frozenset()),
    "no_norm": replace(GOOD, reads=AboutNorms(())),
    "a_norm_that_is_none": replace(GOOD, reads=AboutNorms(("jp.none",))),
    "the_whole_record_for_an_officer": replace(GOOD, reads=WholeRecord()),
    "officers_of_no_office": replace(GOOD, audience=frozenset()),
    "an_office_that_is_none": replace(GOOD, audience=frozenset(("org:acme",))),
    "an_office_without_officers": replace(GOOD, roles=frozenset((Role.EMPLOYER,))),
    "withheld_for_no_time": replace(GOOD, withholding=Withholding(BASIS, 0)),
    "withheld_by_a_basis_without_end": replace(GOOD, withholding=Withholding(replace(BASIS, until_day=NEVER), 9)),
}  # fmt: skip


@pytest.mark.parametrize("name", ILL_FORMED)
def test_an_ill_formed_purpose_is_refused_at_load(name: str) -> None:
    load_purposes([GOOD], LAW, KINDS)
    with pytest.raises(LawError):
        load_purposes([ILL_FORMED[name]], LAW, KINDS)


def test_a_purpose_declared_twice_is_refused_at_load() -> None:
    with pytest.raises(LawError, match="twice"):
        load_purposes([GOOD, GOOD], LAW, KINDS)


@given(st.sets(st.sampled_from([norm.id for norm in NORMS]), min_size=1), st.data())
def test_a_consent_limits_what_is_read_to_what_it_names(norms: set[str], data: st.DataObject) -> None:
    whole = readable_by(LAW, norms)
    names = data.draw(st.sets(st.sampled_from(sorted(whole.names() | {"person.born", "tax.income", "none"}))))
    limited = whole.limited_to(names)
    for kind, fields in limited.kinds.items():
        assert fields == (
            whole.kinds[kind] if kind in names else {f for f in whole.kinds[kind] if f"{kind}.{f}" in names}
        )
    assert {kind for kind in whole.kinds if kind in names} <= limited.kinds.keys() <= whole.kinds.keys()
    assert limited.born == (whole.born and "person.born" in names)


@pytest.mark.parametrize(
    ("policies", "said"),
    [
        ("permit (principal, action, resource", "cannot be read"),
        ("permit (principal, action, resource) when { principal.nationality == 1 };", "break their schema"),
        ('permit (principal, action == Kyosei::Action::"write", resource);', "break their schema"),
    ],
)  # fmt: skip
def test_policies_that_break_their_schema_are_refused_at_load(policies: str, said: str) -> None:
    folder = Path(__file__).parents[2] / "src/kyosei/access/policies"
    with pytest.raises(LawError, match=said):
        Policies(policies, (folder / "schema.cedarschema").read_text("utf-8"))


def test_an_error_on_one_ground_refuses_what_another_would_permit() -> None:
    policies = Policies.shipped()
    requester = {"id": "person:hoa", "software": False, "role": "person"}
    context = {
        "day": 46_000,
        "purpose": {"id": "p", "roles": ["person"], "audience": [], "needsCase": False, "byConsent": False},
        "basis": {"declared": True, "from": 0, "until": 50_000},
    }
    person = {"id": "person:hoa", "alive": True}
    permitted = policies.decide("read", requester, person, [context])
    assert getattr(permitted, "policy", None) == "the-person-themself"
    assert isinstance(policies.decide("read", requester, person, [context, {**context, "day": "x"}]), Failed)
    assert isinstance(policies.decide("unheardOf", requester, person, [context]), Failed)
    assert isinstance(policies.decide("read", {**requester, "id": "person:minh"}, person, [context]), Denied)


def test_a_basis_is_in_force_from_its_first_day_to_the_day_before_its_end() -> None:
    day = timedelta(days=1)
    first, end = date(2026, 6, 14), date(2027, 11, 21)
    basis = by_id("own.records").bases[0]
    days = [first - day, first, end - day, end]
    assert [basis.is_in_force(day_from_date(one)) for one in days] == [False, True, True, False]
