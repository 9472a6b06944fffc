"""What every connector must refuse or keep, tried on its own sample: each test runs for all of them."""

from __future__ import annotations

import re

import pytest

from kyosei.connectors import CONNECTORS
from kyosei.errors import InstitutionFileError
from tests.connectors.samples import FILES, TABLES_BY_NAME, sample, table_bytes, table_cells, with_table_cell


def refusal(name: str, content: bytes) -> InstitutionFileError:
    """The refusal of a file that cannot be read; it names the file and a row of it."""
    with pytest.raises(InstitutionFileError) as caught:
        CONNECTORS[name].read(FILES[name], content)
    assert caught.value.file == FILES[name]
    assert 1 <= caught.value.row <= max(content.count(b"\n") + 1, len(content) // 120 + 1)
    assert str(caught.value).replace("\u3000", " ").isprintable()
    assert re.search("[;:] ", caught.value.message)  # what to do stands behind what is wrong
    return caught.value


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("content", [b"", b"\r\n", b"\n", b"\xef\xbb\xbf", b"\x00", b"\x1a"])
def test_an_empty_file_is_refused(name: str, content: bytes) -> None:
    assert refusal(name, content).row == 1


@pytest.mark.parametrize("name", FILES)
def test_a_file_cut_off_in_its_last_row_is_refused_at_that_row(name: str) -> None:
    content = sample(FILES[name]).rstrip(b"\r\n")
    last = content.splitlines()[-1]
    if name in TABLES_BY_NAME:
        # The row loses its last cells, or with them half of a character.
        cut = content[: -len(last) + last.index(b",", len(last) // 3)]
    else:
        cut = content[: -len(last) // 2]
    assert refusal(name, cut).row == content.count(b"\n") + 1


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("encoding", ["utf-16", "utf-32", "euc_jp", "iso2022_jp", "cp500"])
def test_a_file_in_another_encoding_is_refused_and_never_garbled(name: str, encoding: str) -> None:
    own = "utf-8-sig" if sample(FILES[name]).startswith(b"\xef\xbb\xbf") else "cp932"
    text = sample(FILES[name]).decode("utf-8" if name in ("freee-hr", "smarthr-crews") else own)
    refusal(name, text.encode(encoding, errors="replace"))


@pytest.mark.parametrize("name", FILES)
def test_a_row_that_is_far_too_long_is_refused(name: str) -> None:
    content = sample(FILES[name])
    end = content.rstrip(b"\r\n")
    assert refusal(name, end + b"9" * 200_000 + content[len(end) :]).row == end.count(b"\n") + 1


@pytest.mark.parametrize("name", FILES)
def test_a_row_too_many_is_refused(name: str) -> None:
    refusal(name, sample(FILES[name]) + b"9,9\r\n")


@pytest.mark.parametrize("name", FILES)
def test_reading_twice_gives_the_same_and_adds_nothing(name: str) -> None:
    connector = CONNECTORS[name]
    once, twice = (connector.read(FILES[name], sample(FILES[name])) for _ in range(2))
    assert once == twice
    assert len({line["id"] for line in [*once, *twice]}) == len(once)


@pytest.mark.parametrize("name", FILES)
def test_lines_do_not_depend_on_where_the_file_lies(name: str) -> None:
    connector = CONNECTORS[name]
    there = connector.read(f"elsewhere/{FILES[name].rpartition('/')[2]}", sample(FILES[name]))
    assert there == connector.read(FILES[name], sample(FILES[name]))


# Tables: the same columns in every encoding, and every cell checked.


@pytest.mark.parametrize("name", TABLES_BY_NAME)
def test_a_table_says_the_same_in_both_encodings_and_with_either_line_end(name: str) -> None:
    lines = CONNECTORS[name].read(FILES[name], sample(FILES[name]))
    rows = table_cells(name)
    for encoding in ("utf-8-sig", "cp932"):
        written = table_bytes(rows, encoding)
        for content in (written, written.replace(b"\r\n", b"\n"), written.removesuffix(b"\r\n")):
            assert CONNECTORS[name].read(FILES[name], content) == lines


@pytest.mark.parametrize("name", TABLES_BY_NAME)
def test_a_table_says_the_same_in_any_order_of_rows(name: str) -> None:
    header, *rows = table_cells(name)
    lines = CONNECTORS[name].read(FILES[name], table_bytes([header, *reversed(rows), *rows]))
    straight = CONNECTORS[name].read(FILES[name], sample(FILES[name]))
    assert {str(line["id"]): line for line in lines} == {str(line["id"]): line for line in straight}
    assert len(lines) == len(straight)


@pytest.mark.parametrize("name", TABLES_BY_NAME)
def test_utf8_without_its_mark_is_refused_with_that_reason_or_at_the_header(name: str) -> None:
    found = refusal(name, table_bytes(table_cells(name), "utf-8"))
    assert "UTF-8" in found.message
    assert found.row <= len(table_cells(name))


@pytest.mark.parametrize("name", TABLES_BY_NAME)
def test_any_other_header_is_refused(name: str) -> None:
    header, *rows = table_cells(name)
    for other in (header[::-1], header[:-1], [*header, "備考"], [header[0] + " ", *header[1:]], rows[0]):
        assert refusal(name, table_bytes([other, *rows])).row == 1
    assert refusal(name, table_bytes([header])).row == 1


CELLS = [(name, column.title) for name, table in TABLES_BY_NAME.items() for column in table.layout.columns]


@pytest.mark.parametrize(("name", "title"), CELLS)
def test_a_cell_that_is_no_value_of_its_column_is_refused_by_row_and_column(name: str, title: str) -> None:
    for text in ("=1+1", "＝1", "＊", "x" * 400):
        if text == "＊" and title.endswith(("氏名", "フリガナ", "名", "名称")):
            continue  # any words are a name
        found = refusal(name, with_table_cell(name, 2, title, text))
        assert (found.row, found.field) == (2, title)
        assert "needs" in found.message


@pytest.mark.parametrize(("name", "title"), CELLS)
def test_a_needed_cell_left_empty_is_refused_and_another_says_nothing(name: str, title: str) -> None:
    table = TABLES_BY_NAME[name]
    [column] = [column for column in table.layout.columns if column.title == title]
    content = with_table_cell(name, 2, title, "\u3000 ")
    if column.needed:
        found = refusal(name, content)
        assert (found.row, found.field) == (2, title)
        assert found.message.startswith("is empty; write ")
    else:
        [row, *_] = table.layout.read(FILES[name], content)
        assert row.get(column) is None


@pytest.mark.parametrize("name", TABLES_BY_NAME)
def test_gaiji_and_characters_of_control_or_direction_are_refused(name: str) -> None:
    for character in ("\ue000", "\x00", "\x0b", "\u0085", "\u202e", "\u2067"):
        content = table_bytes(table_cells(name)).replace("作成年月日".encode(), f"作成年月日{character}".encode())
        assert refusal(name, content).row == 1
    # F040 is the first gaiji of CP932.
    header, *rows = table_bytes(table_cells(name), "cp932").split(b"\r\n")
    assert refusal(name, b"\r\n".join([header, b"\xf0\x40" + rows[0], *rows[1:]])).row == 2
