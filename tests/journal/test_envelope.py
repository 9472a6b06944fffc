"""Envelopes are compact JWS over canonical JSON, as the libraries of both read and write them."""

from __future__ import annotations

import json
from base64 import urlsafe_b64encode
from typing import Any

import pytest
import rfc8785
from hypothesis import given
from hypothesis import strategies as st
from joserfc import jws
from joserfc.jwk import OKPKey

from kyosei.errors import EntryRefusedError, Refusal
from kyosei.journal.envelope import SigningKey, canonical, open_envelope
from tests.depth import examples

KEY = SigningKey.generate()
TEXTS = st.text(st.sampled_from('aA0"\\/\x00\n\x7f é名\ud7ff\ue000\uffff😀\U00010000'), max_size=3)
NUMBERS = st.integers() | st.sampled_from([2**53 - 1, 2**53, -(2**53), -(2**53) + 1, 0.0, -0.0, 1.0, 1e21, 0.1])
VALUES = st.recursive(
    st.none() | st.booleans() | NUMBERS | TEXTS,
    lambda held: st.lists(held, max_size=3) | st.dictionaries(TEXTS, held, max_size=4),
    max_leaves=8,
)


def written(content: Any) -> bytes | None:
    try:
        return rfc8785.dumps(content)
    except ValueError:
        return None


@examples(300)
@given(st.dictionaries(TEXTS, VALUES, max_size=4))
def test_json_is_written_as_rfc_8785_says(content: dict[str, Any]) -> None:
    wanted = written(content)
    if wanted is None:
        with pytest.raises(ValueError):  # noqa: PT011  # whatever is wrong with it
            canonical(content)
        return
    assert canonical(content) == wanted
    opened = open_envelope(KEY.sign(content))
    assert opened.payload == wanted
    KEY.public.verify(opened)


def test_the_library_of_jws_reads_and_writes_the_same() -> None:
    key = OKPKey.import_key({"kty": "OKP", "crv": "Ed25519", "x": KEY.public.text})
    read = jws.deserialize_compact(KEY.sign({"id": "a"}), key, algorithms=["Ed25519"])
    assert read.payload == b'{"id":"a"}'
    assert read.headers() == {"alg": "Ed25519", "kid": KEY.public.id, "typ": "kyosei-entry+jws"}
    secret = OKPKey.import_key(json.loads(KEY.to_jwk()))
    other = jws.serialize_compact(dict(reversed(read.headers().items())), b'{"id":"b"}', secret, algorithms=["Ed25519"])
    opened = open_envelope(other.encode())
    KEY.public.verify(opened)
    assert (opened.key_id, opened.id) == (KEY.public.id, "b")


def is_taken(received: bytes) -> bool:
    try:
        opened = open_envelope(received)
        KEY.public.verify(opened)
    except EntryRefusedError as error:
        return error.refusal not in (Refusal.MALFORMED_ENVELOPE, Refusal.NOT_CANONICAL, Refusal.BAD_SIGNATURE)
    return True


def test_another_byte_anywhere_is_refused() -> None:
    good = KEY.sign({"id": "a", "type": "party"})
    assert is_taken(good)
    for place in range(len(good)):
        other = b"A" if good[place : place + 1] != b"A" else b"B"
        assert not is_taken(good[:place] + other + good[place + 1 :])
        assert not is_taken(good[:place] + b"\n" + good[place:])
        assert not is_taken(good[:place] + good[place + 1 :])


@pytest.mark.parametrize("header", [
    '{"alg":"none","kid":"k","typ":"kyosei-entry+jws"}', '{"alg":"Ed25519","typ":"kyosei-entry+jws"}',
    '{"alg":"Ed25519","kid":null,"typ":"kyosei-entry+jws"}', '{"alg":"Ed25519","kid":"k","typ":"JWT"}',
    '{"alg":"Ed25519","b64":false,"crit":["b64"],"kid":"k","typ":"kyosei-entry+jws"}', "[]", "{", "",
])  # fmt: skip
def test_a_header_that_is_not_ours_is_refused(header: str) -> None:
    part = urlsafe_b64encode(header.encode()).rstrip(b"=")
    _, payload, signature = KEY.sign({"id": "a"}).split(b".")
    with pytest.raises(EntryRefusedError) as refused:
        open_envelope(b".".join((part, payload, signature)))
    assert refused.value.refusal is Refusal.MALFORMED_ENVELOPE
