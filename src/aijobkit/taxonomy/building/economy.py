"""
From the NAICS 2022 structure and index and the OEWS sector tables to industries, search terms, employment and pay.
"""

from __future__ import annotations

import re
from collections import defaultdict
from pathlib import Path

import attrs

from aijobkit.errors import DataBuildError
from aijobkit.taxonomy.building.reading import Row, Table, read_table

__all__ = ["Pay", "read_industries", "read_pay", "read_terms", "sector_of"]

# NAICS writes three sectors as ranges; OEWS and the index write their first digits.
RANGES = {"31": "31-33", "32": "31-33", "33": "31-33", "44": "44-45", "45": "44-45", "48": "48-49", "49": "48-49"}
# OEWS puts government (without schools, hospitals and the postal service) under 99; NAICS calls public administration 92.
_OEWS_GOVERNMENT = "99"
_PUBLIC_ADMINISTRATION = "92"
# Wages that BLS does not publish above, dollars a year (May 2022 to May 2024 estimates); shown there as "#".
OEWS_TOP_WAGE = 239_200
# OEWS joins these SOC 2018 occupations (source: OEWS May 2024 structure); its other joined codes are SOC broad groups,
# which end in 0.
OEWS_JOINED = {
    "21-1018": ("21-1011", "21-1014"),
    "25-2052": ("25-2055", "25-2056"),
    "25-9045": ("25-9042", "25-9043", "25-9049"),
    "51-2028": ("51-2022", "51-2023"),
    "53-1047": ("53-1042", "53-1043", "53-1044", "53-1049"),
}
_NAICS_FORM = re.compile(r"\d{2,6}|\d{2}-\d{2}")
_SOC_FORM = re.compile(r"\d{2}-\d{4}")
_CODE_COLUMNS = ("code", "2022 NAICS US Code", "NAICS22", "NAICS Code")
_TITLE_COLUMNS = ("title", "2022 NAICS US Title", "NAICS Title")
_TERM_COLUMNS = ("INDEX ITEM DESCRIPTION", "2022 NAICS Index Description", "term")


@attrs.frozen(kw_only=True)
class Pay:
    """Employment (jobs) and median pay (dollars a year) of one occupation in one sector; None where BLS suppresses the cell."""

    sector: str
    soc: str
    employment: int | None
    median_pay: int | None
    is_top_coded: bool


def sector_of(code: str) -> str:
    """
    Return the NAICS sector of *code*.

    >>> sector_of("3254"), sector_of("62"), sector_of("48-49")
    ('31-33', '62', '48-49')
    """
    return RANGES.get(code[:2], code[:2])


def _read(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise DataBuildError(f"cannot be read: {error.strerror or error}", file=path.name) from None


def _column(table: Table, names: tuple[str, ...]) -> str:
    for name in names:
        if table.has(name):
            return name
    raise DataBuildError(
        f"the header lacks this column; it has {', '.join(table.columns)[:200]!r}, known names are {', '.join(names)}",
        file=table.name,
        line=1,
        column=names[0],
    )


def read_industries(path: Path) -> dict[str, str]:
    """
    Read the NAICS 2022 structure: all codes of two to six digits with their titles.

    Args:
        path: The list of codes and titles, tab or comma separated.

    Returns:
        Titles by code; the three range sectors are one code each, such as ``31-33``.

    Raises:
        DataBuildError: If the file is not such a list.
    """
    table = read_table(path.name, _read(path))
    code_column, title_column = _column(table, _CODE_COLUMNS), _column(table, _TITLE_COLUMNS)
    found: dict[str, str] = {}
    for row in table:
        if not row.text(code_column):
            continue
        code = row.code(code_column, _NAICS_FORM, "5132")
        code = RANGES.get(code, code)
        # The official list marks titles shared by the three countries with a trailing T.
        title = re.sub(r"(?<=[a-z)])T$", "", row.needed(title_column)).strip()
        if found.setdefault(code, title) != title:
            raise row.trouble(f"{code} stands here for the second time with another title", code_column)
    if not found:
        raise DataBuildError("no code below the header; download the file again", file=table.name, line=2, column=code_column)
    return found


def parent_of(code: str, known: dict[str, str]) -> str:
    """Return the next coarser code that is *known*, or an empty text for a sector."""
    if len(code) == 2 or "-" in code:
        return ""
    for length in range(len(code) - 1, 2, -1):
        if code[:length] in known:
            return code[:length]
    sector = sector_of(code)
    return sector if sector in known else ""


def read_terms(path: Path, known: dict[str, str]) -> tuple[list[tuple[str, str]], int]:
    """
    Read the NAICS index: what establishments do, with the code of the industry.

    Args:
        path: The index file, tab or comma separated.
        known: Industries by code; entries of other codes are left out.

    Returns:
        Pairs of term and code, and the number of rows read.  Cross references (``******``) are left out.
    """
    table = read_table(path.name, _read(path))
    code_column, term_column = _column(table, _CODE_COLUMNS), _column(table, _TERM_COLUMNS)
    found = []
    for row in table:
        code, term = row.text(code_column), row.text(term_column)
        if set(code) <= {"*"} or not term:
            continue
        if row.code(code_column, _NAICS_FORM, "513210") in known:
            found.append((term, code))
    return found, len(table)


def _count(row: Row, column: str) -> int | None:
    text = row.text(column).replace(",", "")
    # "**" is suppressed by BLS, "#" is above the top wage.
    if text in ("", "**", "#"):
        return None
    if not re.fullmatch(r"\d+(\.0*)?", text):
        raise row.trouble(f"{text[:40]!r} is not a whole number", column)
    return int(text.split(".")[0])


def read_pay(path: Path) -> tuple[list[Pay], int]:
    """
    Read OEWS national estimates by sector and detailed occupation.

    Args:
        path: Table with the columns naics, occ_code, tot_emp, a_median; o_group and i_group where several levels are mixed.

    Returns:
        The cells, and the number of rows read.
    """
    table = read_table(path.name, _read(path), ["naics", "occ_code", "tot_emp", "a_median"])
    cells = []
    seen = set()
    for row in table:
        if row.text("o_group").lower() not in ("", "detailed") or row.text("i_group").lower() not in ("", "sector"):
            continue
        sector = row.code("naics", _NAICS_FORM, "62")[:2]
        sector = _PUBLIC_ADMINISTRATION if sector == _OEWS_GOVERNMENT else sector_of(sector)
        soc = row.code("occ_code", _SOC_FORM, "15-2051")
        if (sector, soc) in seen:
            raise row.trouble(f"{soc} stands in sector {sector} for the second time; give one row for each", "occ_code")
        seen.add((sector, soc))
        is_top = row.text("a_median") == "#"
        cells.append(
            Pay(
                sector=sector,
                soc=soc,
                employment=_count(row, "tot_emp"),
                median_pay=OEWS_TOP_WAGE if is_top else _count(row, "a_median"),
                is_top_coded=is_top,
            )
        )
    return cells, len(table)


def employment(cells: list[Pay]) -> dict[str, tuple[int, int | None]]:
    """
    Sum *cells* over sectors: jobs by SOC occupation, and the mean of sector medians weighted by jobs (dollars a year).

    The national median is not in the sector table, so the pay is derived.  Suppressed cells count nothing.
    """
    jobs: dict[str, int] = defaultdict(int)
    weighted: dict[str, list[tuple[int, int]]] = defaultdict(list)
    for cell in cells:
        if cell.employment is not None:
            jobs[cell.soc] += cell.employment
            if cell.median_pay is not None:
                weighted[cell.soc].append((cell.employment, cell.median_pay))
    result: dict[str, tuple[int, int | None]] = {}
    for soc, total in jobs.items():
        weight = sum(count for count, _ in weighted[soc])
        pay = round(sum(count * value for count, value in weighted[soc]) / weight) if weight else None
        result[soc] = (total, pay)
    return result


def oews_code(soc: str, known: dict[str, tuple[int, int | None]]) -> str:
    """
    Return the OEWS code that counts the jobs of the SOC occupation *soc*; empty when OEWS does not count it.

    >>> oews_code("13-1021", {"13-1020": (1, None)})
    '13-1020'
    """
    if soc in known:
        return soc
    for joined, parts in OEWS_JOINED.items():
        if soc in parts and joined in known:
            return joined
    broad = soc[:-1] + "0"
    return broad if broad in known else ""
