// Checks a log with the reference implementation of golang.org/x/mod/sumdb (note, tlog), which knows nothing of Kyosei.
//
// Arguments: folder of the log, the log's verifier key, the witness's verifier key. Prints what it checked.
package main

import (
	"bytes"
	"crypto/ed25519"
	"encoding/base64"
	"encoding/binary"
	"fmt"
	"os"
	"path/filepath"
	"strconv"
	"strings"

	"golang.org/x/mod/sumdb/note"
	"golang.org/x/mod/sumdb/tlog"
)

// cosigner verifies C2SP cosignature/v1, which x/mod leaves to its users.
type cosigner struct {
	name   string
	hash   uint32
	public ed25519.PublicKey
}

func (c cosigner) Name() string    { return c.name }
func (c cosigner) KeyHash() uint32 { return c.hash }
func (c cosigner) Verify(text, signature []byte) bool {
	if len(signature) != 8+ed25519.SignatureSize {
		return false
	}
	time := binary.BigEndian.Uint64(signature)
	signed := fmt.Sprintf("cosignature/v1\ntime %d\n%s", time, text)
	return ed25519.Verify(c.public, []byte(signed), signature[8:])
}

func newCosigner(vkey string) cosigner {
	parts := strings.SplitN(vkey, "+", 3)
	hash, err := strconv.ParseUint(parts[1], 16, 32)
	must(err)
	public, err := base64.StdEncoding.DecodeString(parts[2])
	must(err)
	if public[0] != 4 {
		panic("not the key of a witness")
	}
	return cosigner{parts[0], uint32(hash), public[1:]}
}

// folder reads tiles as C2SP tlog-tiles lays them out: the Go paths without their height.
type folder string

func (folder) Height() int                        { return 8 }
func (folder) SaveTiles([]tlog.Tile, [][]byte)    {}
func (f folder) read(path string) ([]byte, error) { return os.ReadFile(filepath.Join(string(f), path)) }

func (f folder) ReadTiles(tiles []tlog.Tile) ([][]byte, error) {
	var all [][]byte
	for _, tile := range tiles {
		content, err := f.read("tile/" + strings.TrimPrefix(tile.Path(), "tile/8/"))
		if err != nil {
			return nil, err
		}
		all = append(all, content)
	}
	return all, nil
}

// entries are the records of all bundles, in order.
func (f folder) entries(size int64) [][]byte {
	var all [][]byte
	for int64(len(all)) < size {
		tile := tlog.Tile{H: 8, L: 0, N: int64(len(all)) / 256, W: int(min(256, size-int64(len(all))))}
		content, err := f.read("tile/entries/" + strings.TrimPrefix(tile.Path(), "tile/8/0/"))
		must(err)
		for len(content) > 0 {
			length := binary.BigEndian.Uint16(content)
			all = append(all, content[2:2+length])
			content = content[2+length:]
		}
	}
	return all
}

func main() {
	log, err := note.NewVerifier(os.Args[2])
	must(err)
	content, err := folder(os.Args[1]).read("checkpoint")
	must(err)
	opened, err := note.Open(content, note.VerifierList(log, newCosigner(os.Args[3])))
	must(err)
	if len(opened.Sigs) != 2 || len(opened.UnverifiedSigs) != 0 {
		panic("the log and the witness have not both signed")
	}
	lines := strings.Split(opened.Text, "\n")
	size, err := strconv.ParseInt(lines[1], 10, 64)
	must(err)
	root, err := tlog.ParseHash(lines[2])
	must(err)

	// TileHashReader authenticates every tile that it reads against the root.
	tiles := tlog.TileHashReader(tlog.Tree{N: size, Hash: root}, folder(os.Args[1]))
	entries := folder(os.Args[1]).entries(size)
	if int64(len(entries)) != size {
		panic("the bundles hold another number of entries")
	}
	for begin := int64(0); begin < size; begin += 256 {
		var indexes []int64
		for index := begin; index < min(begin+256, size); index++ {
			indexes = append(indexes, tlog.StoredHashIndex(0, index))
		}
		stored, err := tiles.ReadHashes(indexes)
		must(err)
		for at, hash := range stored {
			if hash != tlog.RecordHash(entries[begin+int64(at)]) {
				panic(fmt.Sprintf("entry %d is not the one in the tree", begin+int64(at)))
			}
		}
	}
	proofs, trees := 0, 0
	for _, argument := range os.Args[4:] {
		checkProof(argument, log, newCosigner(os.Args[3]), entries)
		proofs++
	}
	for old := int64(1); old <= size; old += 1 + size/97 {
		oldRoot, err := tlog.TreeHash(old, tiles)
		must(err)
		proof, err := tlog.ProveTree(size, old, tiles)
		must(err)
		must(tlog.CheckTree(proof, size, root, old, oldRoot))
		trees++
	}
	fmt.Printf("entries %d proofs %d trees %d\n", size, proofs, trees)
}

// checkProof checks a C2SP tlog-proof that Kyosei made.
func checkProof(path string, log note.Verifier, witness cosigner, entries [][]byte) {
	content, err := os.ReadFile(path)
	must(err)
	head, signed, found := bytes.Cut(content, []byte("\n\n"))
	lines := strings.Split(string(head), "\n")
	if !found || lines[0] != "c2sp.org/tlog-proof@v1" {
		panic("not a proof")
	}
	if strings.HasPrefix(lines[1], "extra ") {
		lines = lines[1:]
	}
	index, err := strconv.ParseInt(strings.TrimPrefix(lines[1], "index "), 10, 64)
	must(err)
	var proof tlog.RecordProof
	for _, line := range lines[2:] {
		hash, err := tlog.ParseHash(line)
		must(err)
		proof = append(proof, hash)
	}
	opened, err := note.Open(signed, note.VerifierList(log, witness))
	must(err)
	text := strings.Split(opened.Text, "\n")
	size, err := strconv.ParseInt(text[1], 10, 64)
	must(err)
	root, err := tlog.ParseHash(text[2])
	must(err)
	must(tlog.CheckRecord(proof, size, root, index, tlog.RecordHash(entries[index])))
}

func must(err error) {
	if err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
