"""Takes a sealed dossier elsewhere, such as before a court, for the person or who acts for them: two looks at their records."""

from __future__ import annotations

from dataclasses import replace

from kyosei.access.reading import ReadPath
from kyosei.access.requests import Request
from kyosei.bundles.exporting import attested_of, bundled
from kyosei.decisions.bundle import DossierBundle, write_dossier_bundle
from kyosei.decisions.sealed import sealed_dossier
from kyosei.errors import BundleError, BundleFault
from kyosei.journal.envelope import SigningKey
from kyosei.journal.journal import Journal
from kyosei.norms.archive import write_law
from kyosei.verdicts.evaluate import Loaded

__all__ = ["export_dossier"]


def export_dossier(
    journal: Journal, path: ReadPath, loaded: Loaded, request: Request, address: str, seal_with: SigningKey, program: str
) -> bytes:  # fmt: skip
    """The dossier as a file, sealed with the operator's root key. loaded: the law that the dossier was assembled under.

    program: name and version of this program. AccessRefusedError unless the whole record is for whoever asks, and the person
    was told of the decision.
    """
    found = sealed_dossier(path, request, address)
    as_of = found.dossier.assembled.as_of
    if loaded.law.version != as_of.law:
        raise BundleError(BundleFault.LAW, f"the dossier is under {as_of.law}, not under {loaded.law.version}")
    read = path.excerpt(replace(request, known=as_of.known), as_of.position)
    entries = {one.sequence: one for one in (*read.entries, *found.entries)}
    bundle = DossierBundle(
        program, address, max(one.recorded_at for one in entries.values()), max(entries) + 1,
        tuple(bundled(journal, entries[sequence]) for sequence in sorted(entries)),
        attested_of(read.held, read.entries), write_law(loaded.law), tuple(loaded.holidays.tolist()),
    )  # fmt: skip
    return write_dossier_bundle(bundle.sealed(seal_with.sign(bundle.seal_content())))
