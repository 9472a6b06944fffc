"""Every error that Kyosei raises on purpose, drawn as one tree.

KyoseiError                  anything we say ourselves; its text is complete and fit to print
├── InputError               what came in cannot be used; the caller mends the input (exit status 2)
│   ├── AccessRefusedError   a look at somebody's records that is not permitted; `refusal` says why
│   ├── CaseFileError        a line of a case file            FILE:LINE: what, which value, what to do
│   ├── EntryRefusedError    an entry that the journal does not take; `refusal` says why
│   ├── InstitutionFileError a row of an institution's file   FILE:ROW: field: what, which value, what to do
│   ├── QuestionError        a norm, party, day or instant that was asked for
│   ├── IdentityError        an identifier, a link or a key for pseudonyms that cannot be what it says
│   │   ├── IndividualNumberError  an Individual Number is here; the caller destroys what it received
│   │   └── TwoPersonsError        a form carries identifiers of two persons; a person looks at it
│   ├── MissingPartError     an optional part of Kyosei is not installed; the text says which
│   ├── StoreError           a database or data directory that cannot be opened as it was named
│   └── UnsafeAddressError   an address of a webhook that is not called; the caller gives up
├── BundleError              an evidence bundle does not show what it says; `fault` names what (exit status 1)
├── JournalError             what is stored is not what was signed, committed to or logged (exit status 1)
├── LawError                 the law pack contradicts itself; the author of a norm mends it (exit status 1)
└── LogError                 the transparency log cannot do or does not show what it should (exit status 1)
    ├── DamagedLogError      a file of the log is not what the log's other files or its signature say
    ├── ForkError            two different histories under one name; whoever sees it keeps both and tells
    ├── NoteError            a signed note, checkpoint or proof is not written as its specification says
    ├── ProofError           an inclusion or consistency proof does not prove it
    ├── QuorumError          too few witnesses cosigned; nothing is lost, publish again
    └── SignatureError       a note lacks the signature of a trusted key, or such a signature is wrong
"""

from __future__ import annotations

from enum import Enum, StrEnum

__all__ = [
    "AccessRefusal",
    "AccessRefusedError",
    "BundleError",
    "BundleFault",
    "CaseFileError",
    "DamagedLogError",
    "EntryRefusedError",
    "ForkError",
    "IdentityError",
    "IndividualNumberError",
    "InputError",
    "InstitutionFileError",
    "JournalError",
    "KyoseiError",
    "LawError",
    "LineFault",
    "LogError",
    "MissingPartError",
    "NoteError",
    "ProofError",
    "QuestionError",
    "QuorumError",
    "Refusal",
    "SignatureError",
    "StoreError",
    "TwoPersonsError",
    "UnsafeAddressError",
]


class KyoseiError(Exception):
    """The root: catch it to catch everything that Kyosei raises on purpose."""


class InputError(KyoseiError):
    """What came in cannot be used as it is."""


class LineFault(Enum):
    """What is wrong with a line: what it is by itself, or what it says about other lines and parties."""

    MALFORMED = "malformed"
    UNDECLARED_PARTY = "undeclared party"
    NO_TARGET = "no target"
    WRONG_TARGET = "wrong target"
    TARGET_OF_ANOTHER = "target of another"
    OUT_OF_PLACE = "out of place"
    """Its source has no say in the matter."""


class CaseFileError(InputError):
    """A line of a case file is refused; `file` and `line` (from 1) say where, `fault` what sort of mistake it is."""

    def __init__(self, file: str, line: int, message: str, fault: LineFault = LineFault.MALFORMED) -> None:
        super().__init__(f"{file}:{line}: {message}")
        self.file = file
        self.line = line
        self.message = message
        self.fault = fault


class Refusal(StrEnum):
    """Why the journal does not take an entry; the values are what an interface shows to programs."""

    MALFORMED_ENVELOPE = "malformed-envelope"
    UNKNOWN_KEY = "unknown-key"
    KEY_NOT_YET_VALID = "key-not-yet-valid"
    KEY_EXPIRED = "key-expired"
    KEY_REVOKED = "key-revoked"
    BAD_SIGNATURE = "bad-signature"
    NOT_CANONICAL = "not-canonical"
    INDIVIDUAL_NUMBER = "individual-number"
    BAD_SCHEMA = "bad-schema"
    STATED_IN_FUTURE = "stated-in-future"
    REPLAY_WITH_OTHER_BYTES = "replay-with-other-bytes"
    ERASED = "erased"
    WRONG_SPEAKER = "wrong-speaker"
    WRONG_ACTOR = "wrong-actor"
    OUTSIDE_COMPETENCE = "outside-competence"
    UNDECLARED_PARTY = "undeclared-party"
    DANGLING_TARGET = "dangling-target"
    WRONG_TARGET = "wrong-target"
    TARGET_OF_ANOTHER = "target-of-another"
    NOT_ERASABLE = "not-erasable"
    WRONG_HEAD = "wrong-head"


class EntryRefusedError(InputError):
    """The journal does not take an entry; `id` is the entry's, where it could be read."""

    def __init__(self, refusal: Refusal, message: str, id: str | None = None) -> None:
        super().__init__(f"{id or 'entry'}: {message} [{refusal}]")
        self.refusal = refusal
        self.message = message
        self.id = id


class AccessRefusal(StrEnum):
    """Why a look at a person's records is refused; the values are what an interface shows to programs.

    Those from `role-outside-purpose` to `on-behalf-of-another` are the names of policies (access/policies).
    """

    MALFORMED = "malformed"
    SOFTWARE_WITH_HUMAN_ID = "software-with-human-id"
    NO_PURPOSE = "no-purpose"
    UNKNOWN_PURPOSE = "unknown-purpose"
    NO_BASIS = "no-basis"
    KNOWN_IN_FUTURE = "known-in-future"
    ROLE_OUTSIDE_PURPOSE = "role-outside-purpose"
    BASIS_NOT_OF_PURPOSE = "basis-not-of-purpose"
    BASIS_EXPIRED = "basis-expired"
    CASE_MISSING = "case-missing"
    HUMAN_NEEDED = "human-needed"
    WITHHOLDING_WITHOUT_LAW = "withholding-without-law"
    ON_BEHALF_OF_ANOTHER = "on-behalf-of-another"
    NOT_THE_PERSON = "not-the-person"
    NO_MANDATE = "no-mandate"
    NOT_THIS_OFFICE = "not-this-office"
    NO_RELATION = "no-relation"
    NO_CONSENT = "no-consent"
    UNKNOWN_SUBJECT = "unknown-subject"
    CONSENT_TOO_NARROW = "consent-too-narrow"
    ENTRIES_ARE_WHOLE = "entries-are-whole"
    LINKS_ARE_THE_PERSONS = "links-are-the-persons"
    LINK_DISPUTED = "link-disputed"
    DOSSIER_OF_OTHERS = "dossier-of-others"
    EVALUATION_FAILED = "evaluation-failed"


class AccessRefusedError(InputError):
    """A look at a person's records is not permitted."""

    def __init__(self, refusal: AccessRefusal, message: str) -> None:
        super().__init__(f"{message} [{refusal}]")
        self.refusal = refusal
        self.message = message


class InstitutionFileError(InputError):
    """A row of an institution's own file is refused; `row` counts from 1, `field` is its name there."""

    def __init__(self, file: str, row: int, field: str, message: str) -> None:
        super().__init__(f"{file}:{row}: {field}: {message}" if field else f"{file}:{row}: {message}")
        self.file = file
        self.row = row
        self.field = field
        self.message = message


class QuestionError(InputError):
    """The question names something that does not exist here, or cannot be answered as put."""


class StoreError(InputError):
    """A database or data directory cannot be opened as it was named."""


class UnsafeAddressError(InputError):
    """An address of a webhook is none that is called: not public, not secured, or not well formed."""


class BundleFault(StrEnum):
    """What of an evidence bundle is not as it must be; in the order in which it is verified."""

    FORMAT = "format"
    LAW = "law"
    CHECKPOINT = "checkpoint"
    INCLUSION = "inclusion"
    ORDER = "order"
    SIGNATURE = "signature"
    REGISTER = "register"
    RECORDS = "records"
    ATTESTED = "attested"
    ANSWER = "answer"
    SEAL = "seal"


class BundleError(KyoseiError):
    """An evidence bundle does not show what it says."""

    def __init__(self, fault: BundleFault, message: str) -> None:
        super().__init__(f"{fault}: {message}")
        self.fault = fault
        self.message = message


class JournalError(KyoseiError):
    """What is stored is not what was signed, committed to or logged."""


class IdentityError(InputError):
    """An identifier, a link between two, or a key for pseudonyms cannot be what it says."""


class IndividualNumberError(IdentityError):
    """An Individual Number (個人番号) stands where none may; the text says where, and never repeats it."""


class TwoPersonsError(IdentityError):
    """One form carries identifiers of two persons, so that nothing is linked (S6)."""


class MissingPartError(InputError):
    """An optional part of Kyosei is needed and not installed."""


class LawError(KyoseiError):
    """A norm, parameter or reference of a law pack is not well formed."""


class LogError(KyoseiError):
    """The transparency log cannot do what was asked, or does not show what it should."""


class DamagedLogError(LogError):
    """A file of a log is missing or wrong; `file` is its path inside the log, `index` the entry, where that is known."""

    def __init__(self, file: str, message: str, index: int | None = None) -> None:
        super().__init__(f"{file}: {message}" if index is None else f"{file}: entry {index}: {message}")
        self.file = file
        self.index = index


class ForkError(LogError):
    """Two histories where there may be one; `index` is the first entry known to differ, None if only the tree does."""

    def __init__(self, message: str, index: int | None = None) -> None:
        super().__init__(message)
        self.index = index


class NoteError(LogError):
    """A signed note, checkpoint or proof is not well formed."""


class ProofError(LogError):
    """An inclusion or consistency proof does not verify."""


class QuorumError(LogError):
    """Too few witnesses have cosigned; `reasons` says what became of each of the others."""

    def __init__(self, message: str, reasons: tuple[str, ...] = ()) -> None:
        super().__init__("; ".join([message, *reasons]))
        self.reasons = reasons


class SignatureError(LogError):
    """No trusted key has signed, or the signature of a trusted key is wrong."""
