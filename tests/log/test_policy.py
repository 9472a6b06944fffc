"""A policy file says whom to trust, as C2SP tlog-policy writes it."""

from __future__ import annotations

from itertools import combinations

import pytest

from kyosei.errors import InputError
from kyosei.log import KeyKind, Policy, TrustedWitness, VerifierKey, read_policy
from tests.log.logs import ALONE, LOG_KEY, WITNESS_KEY, WITNESSED, key

X = [key(f"x{number}.example", KeyKind.WITNESS).verifier for number in range(3)]
Y = [key(f"y{number}.example", KeyKind.WITNESS).verifier for number in range(2)]
HEAD = f"log {LOG_KEY.verifier}\nwitness W {WITNESS_KEY.verifier} https://witness.example.jp\n"
TWO_LEVELS = "\n".join(
    [
        "# two of three, and any of two",
        f"log {LOG_KEY.verifier}   https://log.example.jp",
        *(f"\twitness X{at}\t{verifier}" for at, verifier in enumerate(X)),
        "group X 2 X0 X1 X2",
        "",
        *(f"witness Y{at} {verifier}" for at, verifier in enumerate(Y)),
        "group Y any Y0 Y1",
        "group both all X Y",
        "quorum both",
    ]
)


def test_a_quorum_of_two_levels_is_reached_by_the_right_sets_only() -> None:
    policy = read_policy(TWO_LEVELS.encode())
    assert policy.logs == (LOG_KEY.verifier,)
    keys: list[VerifierKey] = [*X, *Y]
    for count in range(6):
        for chosen in combinations(keys, count):
            enough = len(set(chosen) & set(X)) >= 2 and len(set(chosen) & set(Y)) >= 1
            assert policy.quorum.is_reached(chosen) == enough


def test_one_witness_or_none_can_be_the_quorum() -> None:
    one = read_policy(f"{HEAD}quorum W\n".encode())
    assert one.witnesses == (TrustedWitness(WITNESS_KEY.verifier, "https://witness.example.jp"),)
    assert one.quorum.is_reached([WITNESS_KEY.verifier])
    assert not one.quorum.is_reached([])
    assert read_policy(f"{HEAD}quorum none\n".encode()).quorum.is_reached([])
    assert WITNESSED.quorum.is_reached([WITNESS_KEY.verifier])
    assert not WITNESSED.quorum.is_reached(X)
    assert ALONE.quorum.is_reached([])


@pytest.mark.parametrize(
    ("lines", "line"),
    [("", None), ("quorum W\nquorum W\n", 4), ("quorum V\n", 3), ("group G all V\n", 3), ("group G 2 W\n", 3),
     ("group G 0 W\n", 3), ("group G all\n", 3), ("group G all W W\n", 3), ("group W all W\n", 3), ("group none all W\n", 3),
     ("group G all W\ngroup H all W\n", 4), ("witness V a+b\n", 3), ("log a+00000000+AAAA\n", 3), ("hello\n", 3),
     (f"log {LOG_KEY.verifier}\n", 3), (f"log {WITNESS_KEY.verifier}\n", 3), (f"witness V {LOG_KEY.verifier}\n", 3),
     (f"witness V {WITNESS_KEY.verifier}\n", 3)],
)  # fmt: skip
def test_what_is_no_policy_is_refused_with_its_line(lines: str, line: int | None) -> None:
    with pytest.raises(InputError, match="no quorum line" if line is None else f"policy, line {line}:"):
        read_policy((HEAD + lines).encode())


def test_a_policy_of_keys_takes_logs_as_logs_and_witnesses_as_witnesses() -> None:
    witness = TrustedWitness(WITNESS_KEY.verifier)
    with pytest.raises(InputError, match="a quorum of 2"):
        Policy.of([LOG_KEY.verifier], [witness], 2)
    with pytest.raises(InputError, match="this one is a witness's"):
        Policy.of([WITNESS_KEY.verifier])
    with pytest.raises(InputError, match="this one is a log's"):
        Policy.of([], [TrustedWitness(LOG_KEY.verifier)])
    with pytest.raises(InputError, match="twice"):
        Policy.of([LOG_KEY.verifier, LOG_KEY.verifier])
