"""The transparency log: salted commitments in a Merkle tree that anybody can verify, without the rest of Kyosei.

It follows RFC 6962 (hashing, proofs) and the C2SP specifications signed-note v1.0.0, tlog-checkpoint v1.0.0, tlog-tiles
v0.1.0, tlog-cosignature v1.0.1 (Ed25519), tlog-witness v1.0.0, tlog-proof@v1 and tlog-policy. Of Kyosei it needs only
`kyosei.errors`, of others only `cryptography`.
"""

from __future__ import annotations

from kyosei.log.checkpoints import Checkpoint
from kyosei.log.commitments import COMMITMENT_BYTES, SALT_BYTES, commitment, new_salt
from kyosei.log.keys import KeyKind, SigningKey, VerifierKey, read_signing_key, read_verifier_key
from kyosei.log.policy import Policy, TrustedWitness, read_policy
from kyosei.log.proofs import Proof, Shown, read_proof, verify_proof, verify_receipt
from kyosei.log.verification import VerifiedLog, verify
from kyosei.log.witness import Witness
from kyosei.log.witness_http import RemoteWitness, WitnessServer, remote_witnesses
from kyosei.log.writer import Log

__all__ = [
    "COMMITMENT_BYTES",
    "SALT_BYTES",
    "Checkpoint",
    "KeyKind",
    "Log",
    "Policy",
    "Proof",
    "RemoteWitness",
    "Shown",
    "SigningKey",
    "TrustedWitness",
    "VerifiedLog",
    "VerifierKey",
    "Witness",
    "WitnessServer",
    "commitment",
    "new_salt",
    "read_policy",
    "read_proof",
    "read_signing_key",
    "read_verifier_key",
    "remote_witnesses",
    "verify",
    "verify_proof",
    "verify_receipt",
]
