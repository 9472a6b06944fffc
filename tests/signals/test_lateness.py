"""Who is named, and who is not: promises over made-up offices."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from kyosei.signals.lateness import LEAST_OTHERS, Report, month_of, signals_of
from tests.depth import examples
from tests.signals.offices import ALLOWED_DAYS, first_day

MONTHS = 24
CHANGED = "org:0"


def office(
    organisations: int = 12, office: str = "authority:a", delays: dict[int, int] | None = None, worse_from: int = MONTHS
) -> list[Report]:
    """Three filings of each organisation in each month, in time; `delays`: what the office adds to everybody in a month."""
    added = delays or {}
    return [
        Report(
            f"org:{number}", "pension.acquisition_notice", office, first_day(month) + 5 * filing,
            (number + filing) % 5 + added.get(month, 0) + (60 if number == 0 and month >= worse_from else 0),
            ALLOWED_DAYS,
        )
        for month in range(MONTHS) for number in range(organisations) for filing in range(3)
    ]  # fmt: skip


def test_one_that_becomes_late_is_named_with_its_month_and_nobody_else() -> None:
    found = signals_of(office(worse_from=14))
    assert [one.organisation for one in found.signals] == [CHANGED]
    signal = found.signals[0]
    assert signal.since_month == month_of(first_day(14))
    assert signal.since_month <= signal.raised_month <= month_of(first_day(20))
    assert [(c.channel, c.filings, c.late) for c in signal.channels] == [("pension.acquisition_notice", 30, 30)]


def test_who_has_been_late_in_all_channels_from_the_beginning_has_not_become_late() -> None:
    channels = ("pension.acquisition_notice", "work.pay", "tax.instalment", "health.acquisition_notice", "work.hours")

    def filed(late_until: int) -> list[Report]:
        """Six in ten filings of the one are late until some month, and one in ten of everybody else's."""
        random = np.random.default_rng(5)
        found = []
        for one in (replace(one, channel=channel) for channel in channels for one in office()):
            worse = one.organisation == CHANGED and one.arrived_day < first_day(late_until)
            found.append(replace(one, delay_days=60 if random.random() < (0.6 if worse else 0.1) else 0))
        return found

    assert signals_of(filed(MONTHS)).signals == ()
    assert signals_of(filed(12)).signals == ()  # and has become better since


delays = st.dictionaries(st.integers(0, MONTHS - 1), st.integers(1, 90), max_size=MONTHS)


@given(delays)
@examples(30)
def test_an_office_that_is_late_with_everybody_names_nobody(common: dict[int, int]) -> None:
    assert signals_of(office(delays=common)).signals == ()


@given(
    st.dictionaries(st.integers(0, 11), st.integers(1, 90)),
    st.dictionaries(st.integers(12, MONTHS - 1), st.integers(1, 90), max_size=6),
)
@examples(20)
def test_who_becomes_late_is_named_although_the_office_is_late_with_everybody(
    before: dict[int, int], since: dict[int, int]
) -> None:
    """In a month in which many are late, being late says little: half of the year must say more."""
    common = before | since
    assert [one.organisation for one in signals_of(office(delays=common, worse_from=12)).signals] == [CHANGED]


@given(st.integers(0, 1000), st.integers(2, 6))
@examples(10)
def test_neither_the_order_nor_copies_of_what_was_sent_together_matter(seed: int, copies: int) -> None:
    reports = office(worse_from=14)
    wanted = signals_of(reports)
    sent_together = [one for one in reports for _ in range(copies)]
    order = np.random.default_rng(seed).permutation(len(sent_together))
    assert signals_of([sent_together[place] for place in order]) == wanted


def test_alone_at_an_office_or_beside_a_giant_nobody_is_compared() -> None:
    few = office(organisations=LEAST_OTHERS, worse_from=14)
    assert signals_of(few).compared == 0
    giant = [
        replace(one, arrived_day=one.arrived_day + day)
        for one in few if one.organisation == "org:1" for day in range(5)
    ]  # fmt: skip
    many = office(organisations=LEAST_OTHERS + 2, worse_from=14)
    beside = [*many, *(replace(one, arrived_day=one.arrived_day + 1) for one in giant)]
    assert signals_of(many).compared == LEAST_OTHERS + 2
    named = {one.organisation for one in signals_of(beside).signals}
    assert named == set()


def test_within_what_is_allowed_nobody_is_late_however_much_slower_they_became() -> None:
    slower = [
        replace(one, delay_days=ALLOWED_DAYS) if one.organisation == CHANGED and month_of(one.arrived_day) % 2 else one
        for one in office()
    ]
    assert signals_of(slower).signals == ()


def test_a_natural_person_is_never_named() -> None:
    reports = office(worse_from=14)
    assert signals_of(reports, unnamed=frozenset({CHANGED})).signals == ()
    theirs = [replace(one, organisation="person:hoa") if one.organisation == CHANGED else one for one in reports]
    assert signals_of(theirs).signals == ()
    assert signals_of(theirs).compared == 11


def test_nothing_on_record_is_nothing_to_say() -> None:
    assert signals_of([]).compared == 0
