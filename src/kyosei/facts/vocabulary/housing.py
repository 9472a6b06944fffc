"""Housing and daily life (住居・生活): the registered address, a hidden one, leases, rent, homes that an employer provides."""

from __future__ import annotations

from kyosei.facts.fields import AreaField, ChoiceField, DayField, YenField
from kyosei.facts.kinds import Anyone, Kind, Span, TheParty
from kyosei.facts.scopes import EMPLOYMENT, PERSON

__all__ = ["AddressHidden", "HomeLease", "HomeProvided", "HomeRegistration", "MoveOutNotice", "RentPayment"]

LANDLORD = (TheParty("landlord"),)


class HomeRegistration(
    Kind, name="home.registration", ja="住民登録", en="Registered address", about=("person", "municipality"),
    holders=(TheParty("municipality"),), lag_days=10, scope=PERSON,
):  # fmt: skip
    """Registered as a resident of the municipality."""


class MoveOutNotice(
    Kind, name="home.move_out_notice", ja="転出届", en="Notice of moving out", about=("person", "municipality"),
    span=Span.EVENT, single=False, holders=(TheParty("municipality"),), lag_days=10, scope=PERSON,
):  # fmt: skip
    """The municipality was told that the person would move away."""

    moving_on = DayField("転出予定日", "moving on")


class HomeLease(
    Kind, name="home.lease", ja="賃貸借契約", en="Lease", about=("person", "landlord"), single=False, holders=LANDLORD,
    lag_days=10, scope=PERSON,
):  # fmt: skip
    """A lease of the person's home."""

    rent_yen_per_month = YenField("月額家賃", "monthly rent")
    guarantor = ChoiceField("保証人", "guarantor", "person", "company", "employer", "none")


class RentPayment(
    Kind, name="home.rent_payment", ja="家賃の支払", en="Payment of rent", about=("person", "landlord"),
    span=Span.EVENT, single=False, holders=LANDLORD, lag_days=10, scope=PERSON,
):  # fmt: skip
    """The rent for the month."""

    due_on = DayField("支払期日", "due on")
    paid_on = DayField("支払日", "paid on")
    unpaid_as_of = DayField("未払の確認日", "not paid as of")


class HomeProvided(
    Kind, name="home.provided", ja="社宅・寮", en="Housing provided by the employer", about=("person", "employer"),
    single=False, holders=(TheParty("employer"),), lag_days=10, scope=EMPLOYMENT,
):  # fmt: skip
    """A home that the employer provides."""

    rent_deducted_yen = YenField("控除された家賃", "rent deducted")
    floor_area_m2 = AreaField("居室の床面積", "floor area of the room")


class AddressHidden(
    Kind, name="home.address_hidden", ja="住所の秘匿", en="Hidden address", about=("person",), single=False,
    holders=(TheParty("person"), Anyone("municipality")), lag_days=0, scope=PERSON,
):  # fmt: skip
    """The person asks, or a municipality that supports them says, that their address is shown to nobody but those a law names."""

    shown_to = ChoiceField("見せる相手", "shown to", "nobody", "representatives")


KINDS: tuple[type[Kind], ...] = (
    HomeRegistration, MoveOutNotice, HomeLease, RentPayment, HomeProvided, AddressHidden,
)  # fmt: skip
"""In the order of the vocabulary."""
