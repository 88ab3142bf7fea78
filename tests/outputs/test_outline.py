"""A page as a tree of sections."""

from __future__ import annotations

from ctgkit.outputs.grid import bodies, placed
from ctgkit.outputs.lines import linked
from ctgkit.outputs.outline import Part, outline, rank_below
from ctgkit.page.blocks import Cell, Column, Row, Run, Section, Table


def tree(parts: tuple[Part, ...]) -> list[object]:
    return [(part.section.name, part.rank, tree(part.below)) for part in parts]


def test_sections_hold_those_of_a_deeper_level_that_follow_them() -> None:
    levels = [("a", 0), ("b", 1), ("c", 2), ("d", 1), ("e", 0)]
    parts = outline([Section(name, "", (), level=level) for name, level in levels])
    assert tree(parts) == [("a", 2, [("b", 3, [("c", 4, [])]), ("d", 3, [])]), ("e", 2, [])]


def test_ranks_end_where_html_has_no_more() -> None:
    parts = outline([Section(str(level), "", (), level=level) for level in range(6)])
    ranks = []
    while parts:
        ranks.append(parts[0].rank)
        parts = parts[0].below
    assert ranks == [2, 3, 4, 5, 5, 5]
    assert [rank_below(5, level) for level in (0, 1, 2)] == [5, 6, 6]


def test_the_anchor_of_a_section_is_its_name_unless_it_has_one() -> None:
    found = outline([Section("a", "", ()), Section("a", "", (), "ailleurs")])
    assert [part.anchor for part in found] == ["a", "ailleurs"]


def test_runs_that_lead_to_one_place_are_one_link() -> None:
    a, b, c, d = Run("1.1", "x"), Run(" Titre", "x"), Run(", "), Run("1.2", "y")
    assert [(part.to, part.runs) for part in linked((a, b, c, d))] == [
        ("x", (a, b)),
        (None, (c,)),
        ("y", (d,)),
    ]


def test_cells_stand_in_columns_and_rows_in_bodies() -> None:
    one, wide = Cell((Run("1"),)), Cell((Run("2"),), span=2)
    columns = (Column("a"), Column("b"), Column("c"))
    rows = (Row((one, wide)), Row((one,), group=True), Row((wide, one)), Row((one,), total=True))
    table = Table("", columns, rows)
    assert [cell.column.title for cell in placed(rows[0], table)] == ["a", "b"]
    assert [cell.column.title for cell in placed(rows[2], table)] == ["a", "c"]
    assert [(body.rows, body.total) for body in bodies(table)] == [
        (rows[:1], False),
        (rows[1:3], False),
        (rows[3:], True),
    ]
