"""Notes, keys, checkpoints and commitments: read as written, refused when anything in them was changed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kyosei.errors import InputError, LogError, NoteError, SignatureError
from kyosei.log import KeyKind, SigningKey, commitment, new_salt, read_signing_key, read_verifier_key
from kyosei.log.checkpoints import Checkpoint, read_checkpoint
from kyosei.log.notes import Note, Signature, cosign_text, read_note, sign_text, signers_of
from tests.log.logs import LOG_KEY, ORIGIN, SECONDS, WITNESS_KEY, key

# The example of C2SP signed-note v1.0.0, and of tlog-checkpoint v1.0.0.
EXAMPLE_KEY = "example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k"
EXAMPLE = """This is an example message.

— example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=
"""
TEXT = Checkpoint(ORIGIN, 3, bytes(32)).text
NOTE = Note(TEXT, (sign_text(LOG_KEY, TEXT), cosign_text(WITNESS_KEY, TEXT, SECONDS)))
KEYS = [LOG_KEY.verifier, WITNESS_KEY.verifier]


def test_the_example_of_the_specification_verifies() -> None:
    verifier = read_verifier_key(EXAMPLE_KEY)
    assert str(verifier) == EXAMPLE_KEY
    assert [found.key for found in signers_of(read_note(EXAMPLE.encode()), [verifier])] == [verifier]


def test_a_note_is_read_as_it_was_written() -> None:
    assert read_note(bytes(NOTE)) == NOTE
    assert [(found.key, found.time) for found in signers_of(NOTE, KEYS)] == [(KEYS[0], None), (KEYS[1], SECONDS)]
    assert read_checkpoint(NOTE.text) == Checkpoint(ORIGIN, 3, bytes(32))


@pytest.mark.parametrize("at", range(len(bytes(NOTE))))
def test_no_bit_of_a_note_can_be_changed_unseen(at: int) -> None:
    for bit in range(8):
        changed = bytearray(bytes(NOTE))
        changed[at] ^= 1 << bit
        try:
            verified = signers_of(read_note(bytes(changed)), KEYS)
        except (NoteError, SignatureError):
            continue
        assert len(verified) < 2, f"bit {bit} of byte {at}"


def test_signatures_of_unknown_keys_are_passed_over() -> None:
    stranger = sign_text(key("stranger.example"), TEXT)
    same_name = sign_text(SigningKey.new(ORIGIN, KeyKind.LOG), TEXT)
    note = Note(TEXT, (stranger, same_name, *NOTE.signatures))
    assert [found.key for found in signers_of(note, KEYS)] == KEYS


def test_a_wrong_signature_of_a_known_key_refuses_the_note() -> None:
    forged = Signature(ORIGIN, LOG_KEY.verifier.key_id, bytes(64))
    for value in (forged, Signature(ORIGIN, LOG_KEY.verifier.key_id, b"short")):
        with pytest.raises(SignatureError, match="is wrong"):
            signers_of(Note(TEXT, (*NOTE.signatures, value)), KEYS)


@pytest.mark.parametrize(
    "content",
    [b"", b"text\n", b"text\n\n", b"text\n\nno signature\n", b"te\xffxt\n\n\xe2\x80\x94 a AAAAAAA=\n",
     "text\n\n— a AAAAAAA=".encode(), "te\txt\n\n— a AAAAAAA=\n".encode(), "text\n\n— a+b AAAAAAA=\n".encode(),
     "text\n\n— a AAAA\n".encode(), "text\n\n— a AAAAAAB=\n".encode(), "text\n\n— a  AAAAAAA=\n".encode(),
     ("text\n\n" + "— a AAAAAAA=\n" * 101).encode(), b"x" * 1_000_001],
)  # fmt: skip
def test_what_is_no_note_is_refused(content: bytes) -> None:
    with pytest.raises(NoteError):
        read_note(content)


def test_sixteen_signatures_are_read() -> None:
    note = Note(TEXT, tuple(sign_text(key(f"log{number}"), TEXT) for number in range(16)))
    assert read_note(bytes(note)) == note


@pytest.mark.parametrize(
    "text",
    ["", "a\n1\n", "a\n01\n" + "A" * 43 + "=\n", "a\n-1\n" + "A" * 43 + "=\n", "a\n1\nAAAA\n", "\n1\n" + "A" * 43 + "=\n",
     "a\n1\n" + "A" * 43 + "=\n\n", f"a\n{1 << 63}\n" + "A" * 43 + "=\n", "a\n1\n" + "A" * 42 + "B=\n"],
)  # fmt: skip
def test_what_is_no_checkpoint_is_refused(text: str) -> None:
    with pytest.raises(NoteError):
        read_checkpoint(text)


@given(st.text(max_size=40), st.sampled_from(KeyKind))
def test_a_key_with_a_usable_name_is_read_back_whole(name: str, kind: KeyKind) -> None:
    try:
        made = SigningKey.new(name, kind)
    except InputError:
        assert not name or "+" in name or not name.isprintable() or any(letter.isspace() for letter in name)
        return
    assert read_verifier_key(str(made.verifier)) == made.verifier
    assert read_signing_key(made.secret_text()).verifier == made.verifier


@pytest.mark.parametrize(
    "text", ["", "a", "a+b", "a+00000000+!", "a+00000000+AAAA", EXAMPLE_KEY.replace("530d", "530e")]
)
def test_what_is_no_key_is_refused(text: str) -> None:
    with pytest.raises(InputError):
        read_verifier_key(text)
    with pytest.raises(InputError) as refusal:
        read_signing_key(f"PRIVATE+KEY+{text}")
    assert "AekyeRrm" not in str(refusal.value)


def test_logs_sign_and_witnesses_cosign_and_neither_does_the_other_s() -> None:
    with pytest.raises(SignatureError):
        sign_text(WITNESS_KEY, TEXT)
    with pytest.raises(SignatureError):
        cosign_text(LOG_KEY, TEXT, SECONDS)


@given(st.binary(max_size=300), st.binary(max_size=300))
def test_a_commitment_has_one_size_and_binds_salt_and_entry(first: bytes, second: bytes) -> None:
    salt, other = new_salt(), new_salt()
    assert len(commitment(salt, first)) == 32
    assert (commitment(salt, first) == commitment(salt, second)) == (first == second)
    assert commitment(salt, first) != commitment(other, first)


@pytest.mark.parametrize("length", [0, 31, 33, 64])
def test_a_salt_of_another_length_is_refused(length: int) -> None:
    with pytest.raises(LogError, match="32 bytes"):
        commitment(bytes(length), b"entry")


@given(st.binary(max_size=400))
def test_any_other_bytes_are_refused(content: bytes) -> None:
    with pytest.raises(NoteError):
        read_checkpoint(read_note(content).text)
