"""The log as its one writer sees it: entries are added by number, and a checkpoint makes them public.

What always holds: a checkpoint that stands under its name is covered by tiles that are durable; a checkpoint that was
signed is never contradicted by a later one, also after a crash, because it is durable in `.writer/signed` before anybody
else sees it. There is no repair: after a crash the writer is opened as always, its caller adds again what is not in
`size` (or more: what is there already is compared and passed over), and publishes.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from types import TracebackType
from typing import Final, Self

from kyosei.errors import DamagedLogError, ForkError, LogError
from kyosei.log.checkpoints import Checkpoint
from kyosei.log.commitments import COMMITMENT_BYTES
from kyosei.log.cosigning import AskedWitness, Cosigning
from kyosei.log.disk import PRIVATE, Disk, claim, put, remove_folder
from kyosei.log.frontier import Frontier
from kyosei.log.keys import SigningKey
from kyosei.log.merkle import leaf_hashes
from kyosei.log.notes import Note, sign_text
from kyosei.log.policy import Opened, Policy
from kyosei.log.proofs import Proof
from kyosei.log.tile_names import CHECKPOINT, TILE_WIDTH, TileName, level_widths
from kyosei.log.tiles import Tiles, bundle_of

__all__ = ["Log"]

_SIGNED: Final = f"{PRIVATE}/signed"


class Log:
    """A log in one folder, written by one process and by one thread of it at a time; `proof` may be called from any."""

    def __init__(
        self,
        directory: Path,
        key: SigningKey,
        policy: Policy | None = None,
        witnesses: Sequence[AskedWitness] = (),
        disk: Disk | None = None,
    ) -> None:
        """Opens the log, or begins it where the folder is empty or not there.

        `key`: its name is the origin. `policy`: its quorum decides when a checkpoint is published; without one, at once.
        LogError while another process holds the folder or where the key is not the log's; DamagedLogError or ForkError
        where the files do not fit their checkpoints.
        """
        self._directory = directory
        self._key = key
        self._own = Policy.of([key.verifier])
        self._disk = disk or Disk()
        self._cosigning = Cosigning(policy or self._own, witnesses)
        self._held = claim(self._disk, directory)
        try:
            self._restore()
        except BaseException:
            self.close()
            raise

    def _restore(self) -> None:
        """Takes the state from what is durable."""
        self._published = self._opened(CHECKPOINT)
        known = [opened for opened in (self._opened(_SIGNED), self._published) if opened is not None]
        size = max((opened.checkpoint.size for opened in known), default=0)
        self._tiles = Tiles(self._directory, size)
        for opened in known:
            if self._tiles.root(opened.checkpoint.size) != opened.checkpoint.root:
                raise ForkError(
                    f"the tiles do not have the root of the checkpoint that was signed at {opened.checkpoint.size} entries; "
                    "`kyosei log verify` names the file"
                )
        self._tiles.check_edge()
        edge = [self._tiles.name(level, count // TILE_WIDTH) for level, count in level_widths(size)]
        self._frontier = Frontier.of(size, [self._tiles.hashes(name) if name.width > 0 else [] for name in edge])
        self._signed = max(known, key=lambda opened: opened.checkpoint.size) if known else None
        self._added: list[bytes] = []
        self._full: list[tuple[TileName, list[bytes]]] = []

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        """Lets go of the folder; what was added and not published is forgotten."""
        self._cosigning.close()
        self._held.release()

    @property
    def origin(self) -> str:
        """The name of the log."""
        return self._key.name

    @property
    def size(self) -> int:
        """How many entries there are, those not published included: the number of the next."""
        return self._frontier.size

    @property
    def published(self) -> Checkpoint | None:
        """The checkpoint that everybody sees; None before the first."""
        return self._published.checkpoint if self._published else None

    def extend(self, first: int, leaves: Sequence[bytes]) -> None:
        """Adds commitments (32 bytes each) as the entries `first`, `first` + 1 and so on; they are not yet published.

        The caller's order has to be durable before: the log keeps what is published, and the caller what comes after. An
        entry that is there already has to be the same, else ForkError with its number. LogError where numbers would be
        left out, or a leaf is no commitment. After an error nothing was added.
        """
        if not 0 <= first <= self.size:
            raise LogError(f"the next entry of {self.origin} is {self.size}; entries from {first} would leave a gap")
        for at, leaf in enumerate(leaves):
            if len(leaf) != COMMITMENT_BYTES:
                raise LogError(
                    f"entry {first + at} has {len(leaf)} bytes; the log takes commitments of {COMMITMENT_BYTES} bytes"
                )
        known = min(len(leaves), self.size - first)
        for at in range(known):
            if self._entry(first + at) != leaves[at]:
                raise ForkError(f"entry {first + at} of {self.origin} is there with another commitment", first + at)
        new = list(leaves[known:])
        self._full += self._frontier.extend(leaf_hashes(new))
        self._added += new

    def publish(self, time: datetime) -> Checkpoint:
        """Makes every entry added so far public, and gives the checkpoint that covers them.

        Order: tiles, signed checkpoint, cosignatures, published checkpoint, each durable before the next. QuorumError
        where too few witnesses answer: what was added is kept, and publishing again is all there is to do. `time` is now,
        with its offset; a witness whose clock is far from it does not count. Does nothing where nothing is new.
        """
        if self._published is not None and self._published.checkpoint.size == self.size:
            return self._published.checkpoint
        self._write_tiles()
        signed = self._sign()
        cosigned = self._cosigning.collect(signed.note, self._tiles, int(time.timestamp()))
        note = Note(signed.note.text, (*signed.note.signatures, *cosigned))
        put(self._disk, self._directory, {CHECKPOINT: bytes(note)})
        self._published = Opened(signed.checkpoint, note, ())
        return signed.checkpoint

    def proof(self, index: int, extra: bytes = b"") -> Proof:
        """The proof that a published entry is in the log; with the entry's salt as `extra` it is a receipt.

        LogError where the entry is not published yet.
        """
        published, tiles = self._published, self._tiles
        size = published.checkpoint.size if published else 0
        if published is None or not 0 <= index < size:
            raise LogError(f"entry {index} of {self.origin} is not published; {size} entries are")
        if tiles.size != size:
            tiles = Tiles(self._directory, size)
        return Proof(index, tuple(tiles.inclusion(index)), bytes(published.note), extra)

    def _entry(self, index: int) -> bytes:
        durable = self._tiles.size
        return self._tiles.entry(index) if index < durable else self._added[index - durable]

    def _write_tiles(self) -> None:
        """Writes every tile and bundle that is new since the last time, once each."""
        size, durable = self.size, self._tiles.size
        if size == durable:
            return
        hashes = {name.path: b"".join(tile) for name, tile in [*self._full, *self._frontier.partial()]}
        put(self._disk, self._directory, {**self._bundles(durable, size), **hashes})
        # A full tile takes the place of the partial ones before it. Done before signing, so that a crash repeats it.
        full = [name for name, _ in self._full]
        bundles = [TileName(None, name.number) for name in full if name.level == 0]
        for name in (*full, *bundles):
            remove_folder(self._disk, self._directory / name.folder_of_partial)
        self._tiles = Tiles(self._directory, size)
        self._added.clear()
        self._full.clear()

    def _bundles(self, durable: int, size: int) -> dict[str, bytes]:
        """The bundles from the one in which entry `durable` stands."""
        begin = durable - durable % TILE_WIDTH
        old = [] if begin == durable else list(self._tiles.entries(self._tiles.name(None, begin // TILE_WIDTH)))
        entries = [*old, *self._added]
        return {
            TileName(None, (begin + at) // TILE_WIDTH, min(TILE_WIDTH, size - begin - at)).path: bundle_of(
                entries[at : at + TILE_WIDTH]
            )
            for at in range(0, len(entries), TILE_WIDTH)
        }

    def _sign(self) -> Opened:
        """The signed checkpoint of all tiles, durable before anybody sees it: from here on this is our history."""
        checkpoint = Checkpoint(self.origin, self.size, self._frontier.root())
        if self._signed is None or self._signed.checkpoint != checkpoint:
            note = Note(checkpoint.text, (sign_text(self._key, checkpoint.text),))
            put(self._disk, self._directory, {_SIGNED: bytes(note)})
            self._signed = Opened(checkpoint, note, ())
        return self._signed

    def _opened(self, name: str) -> Opened | None:
        file = self._directory / name
        if not file.is_file():
            return None
        try:
            return self._own.open_uncosigned(file.read_bytes())
        except LogError as error:
            raise DamagedLogError(
                name, f"{error}; open the log with its own key, or take the file from a copy"
            ) from error
