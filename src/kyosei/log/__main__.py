"""`python -m kyosei.log`: the log's own command, for those who have nothing of Kyosei but this folder and `errors.py`."""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from kyosei.errors import InputError, KyoseiError
from kyosei.log import commands
from kyosei.log.keys import KeyKind
from kyosei.log.policy import Policy


def main(arguments: Sequence[str], clock: Callable[[], float]) -> int:
    """The exit status: 0 verified or done, 1 not verified, 2 unusable arguments or input."""
    chosen = _parser().parse_args(arguments)
    try:
        _run(chosen, clock)
    except InputError as error:
        return _refuse(error, 2)
    except KyoseiError as error:
        return _refuse(error, 1)
    except KeyboardInterrupt:
        return 130
    return 0


def _run(chosen: argparse.Namespace, clock: Callable[[], float]) -> None:
    match chosen.command:
        case "verify":
            _write(commands.verify_log(chosen.directory, _policy(chosen), chosen.since))
        case "proof":
            _write(commands.make_proof(chosen.directory, _policy(chosen), chosen.index, chosen.salt).decode())
        case "verify-proof":
            _write(commands.check_proof(chosen.file, _policy(chosen), chosen.entry, chosen.leaf))
        case "witness":
            commands.serve_witness(chosen.state, chosen.signing_key, _policy(chosen), chosen.listen, clock, _write)
        case "key":
            _write(commands.make_key(chosen.name, chosen.file, KeyKind.WITNESS if chosen.of_witness else KeyKind.LOG))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m kyosei.log", description="Verify, prove and witness a transparency log."
    )
    named = parser.add_subparsers(dest="command", required=True)
    verify = _trusting(named.add_parser("verify", help="verify a whole log from its files"))
    verify.add_argument("directory", type=Path)
    verify.add_argument("--since", type=Path, action="append", default=[], metavar="CHECKPOINT", help="one seen before")
    proof = _trusting(named.add_parser("proof", help="print the proof that an entry is in the log"))
    proof.add_argument("directory", type=Path)
    proof.add_argument("index", type=int)
    proof.add_argument("--salt", type=Path, metavar="FILE", help="the entry's salt, which makes the proof a receipt")
    check = _trusting(named.add_parser("verify-proof", help="verify a proof or receipt, offline"))
    check.add_argument("file", type=Path)
    check.add_argument("--entry", type=Path, metavar="FILE", help="the entry itself, for a receipt")
    check.add_argument("--leaf", metavar="HEX", help="what the log holds of the entry")
    witness = _trusting(named.add_parser("witness", help="run a witness of the logs trusted"))
    witness.add_argument("state", type=Path, help="the folder of its memory")
    witness.add_argument("--signing-key", type=Path, required=True, metavar="FILE")
    witness.add_argument("--listen", default="127.0.0.1:8787", metavar="HOST:PORT")
    key = named.add_parser("key", help="make a signing key; prints its verifier key")
    key.add_argument("name", help="for a log its origin, such as log.example.jp/2026")
    key.add_argument("file", type=Path)
    key.add_argument("--of-witness", action="store_true")
    return parser


def _trusting(parser: argparse.ArgumentParser) -> argparse.ArgumentParser:
    parser.add_argument("--policy", type=Path, metavar="FILE", help="whom to trust (C2SP tlog-policy)")
    parser.add_argument("--key", action="append", default=[], metavar="VKEY", help="a log's verifier key")
    parser.add_argument("--witness", action="append", default=[], metavar="VKEY", help="a witness's verifier key")
    parser.add_argument("--quorum", type=int, metavar="N", help="how many of the witnesses; default: all")
    return parser


def _policy(chosen: argparse.Namespace) -> Policy:
    return commands.chosen_policy(chosen.policy, chosen.key, chosen.witness, chosen.quorum)


def _write(text: str) -> None:
    sys.stdout.write(text)
    sys.stdout.flush()


def _refuse(error: KyoseiError, status: int) -> int:
    sys.stderr.write(f"{error}\n")
    return status


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:], time.time))
