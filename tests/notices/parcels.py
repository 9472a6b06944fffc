"""Parcels as channels get them."""

from __future__ import annotations

from kyosei.notices.asking import NoticeRequest
from kyosei.notices.catalogue import Catalogue
from kyosei.notices.channels.channel import Parcel
from kyosei.notices.composing import compose
from tests.notices.asked import NOON

__all__ = ["parcel_of"]

NAMES = {"person:hoa": "Nguyễn Thị Hòa", "org:sakura": "さくら食品株式会社"}


def parcel_of(
    catalogue: Catalogue, *requests: NoticeRequest, address: str = "", names: dict[str, str] | None = None
) -> Parcel:
    """These notices as one parcel, under a key made of the number that they are."""
    messages = tuple(compose(catalogue, request) for request in requests)
    keys = tuple(request.key for request in requests)
    known = NAMES if names is None else names
    return Parcel(f"{len(requests):032x}", requests[0].recipient, address, keys, messages, known, NOON)
