"""
A tiny release of O*NET, NAICS and OEWS in the official formats, for tests of the data build and of reduced builds.

Codes and titles are facts; every sentence and every figure is invented here.  `write_release` writes files, the tests break
them.
"""

from __future__ import annotations

import zipfile
import zlib
from collections.abc import Collection
from pathlib import Path

import attrs

__all__ = ["OCCUPATIONS", "UNRATED", "WITHOUT_TASKS", "SmallRelease", "sentences", "write_release"]

OCCUPATIONS = {
    "11-1011.00": "Chief Executives",
    "11-3021.00": "Computer and Information Systems Managers",
    "13-1161.00": "Market Research Analysts and Marketing Specialists",
    "13-2011.00": "Accountants and Auditors",
    "15-1211.00": "Computer Systems Analysts",
    "15-1221.00": "Computer and Information Research Scientists",
    "15-1243.00": "Database Architects",
    "15-1252.00": "Software Developers",
    "15-1254.00": "Web Developers",
    "15-1299.00": "Computer Occupations, All Other",
    "15-1299.08": "Computer Systems Engineers/Architects",
    "15-2041.00": "Statisticians",
    "15-2051.00": "Data Scientists",
    "15-2051.01": "Business Intelligence Analysts",
    "17-2061.00": "Computer Hardware Engineers",
    "19-2012.00": "Physicists",
    "25-2021.00": "Elementary School Teachers, Except Special Education",
    "27-3042.00": "Technical Writers",
    "29-1141.00": "Registered Nurses",
    "29-1141.01": "Acute Care Nurses",
    "35-3023.00": "Fast Food and Counter Workers",
    "41-4011.00": "Sales Representatives, Wholesale and Manufacturing, Technical and Scientific Products",
    "43-9021.00": "Data Entry Keyers",
    "45-2021.00": "Animal Breeders",
    "53-3032.00": "Heavy and Tractor-Trailer Truck Drivers",
}
UNRATED = ("15-1252.00", "15-2051.00")
WITHOUT_TASKS = ("15-1299.00",)

_ALTERNATES = {
    "15-1252.00": ("Software Engineer", "Application Developer", "SDE (Software Development Engineer)"),
    "15-2051.00": ("Machine Learning Engineer", "Data Science Specialist", "Data Engineer"),
    "15-1243.00": ("Data Engineer", "Data Architect"),
    "29-1141.00": ("RN (Registered Nurse)", "Staff Nurse"),
    "45-2021.00": ("AI Technician (Artificial Insemination Technician)",),
    "19-2012.00": ("Research Physicist", "Research Scientist"),
    "15-1221.00": ("Research Scientist", "AI Engineer"),
}
_TECHNOLOGIES = {
    "15": (("Python", "Object oriented software", "Y", "Y"), ("Docker", "Container software", "Y", "N")),
    "19": (("Python", "Object oriented software", "Y", "N"), ("MATLAB", "Scientific software", "Y", "N")),
    "29": (("Epic Systems", "Medical software", "Y", "Y"),),
}
_OFFICE = ("Microsoft Excel", "Spreadsheet software", "Y", "N")
_SKILLS = {"2.A.1.a": "Reading Comprehension", "2.A.1.e": "Mathematics", "2.A.1.f": "Science", "2.B.3.e": "Programming"}
_KNOWLEDGE = {"2.C.3.a": "Computers and Electronics", "2.C.4.a": "Mathematics", "2.C.5.a": "Medicine and Dentistry"}
_INTERESTS = {"1.B.1.a": "Realistic", "1.B.1.b": "Investigative", "1.B.1.c": "Artistic"}
_INTERESTS |= {"1.B.1.d": "Social", "1.B.1.e": "Enterprising", "1.B.1.f": "Conventional"}
_STYLES = {"1.C.1.b": "Persistence", "1.C.5.a": "Attention to Detail"}
_VALUES = {"1.B.2.a": "Achievement", "1.B.2.e": "Relationships"}
# What people of a SOC major group are said to do here, in sentences of our own.
_DOINGS = {
    "11": ("steers the yearly plan of a whole house", "answers to the owners for every promise made to them"),
    "13": ("weighs figures of markets against the books", "turns a heap of receipts into one honest page"),
    "15": ("writes programs that sort, count and predict", "keeps machines that hold the records of others awake"),
    "17": ("draws circuits and measures what they really do", "solders a first model and breaks it on purpose"),
    "19": ("asks nature a question and writes the answer down", "fits curves to readings of a patient instrument"),
    "25": ("shows children how letters become words", "marks exercise books until the lamp grows warm"),
    "27": ("explains a strange machine in plain sentences", "asks engineers what they meant and writes it anew"),
    "29": ("watches over people who sleep badly in wards", "counts drops, pulses and worries through the night"),
    "35": ("hands hot meals over a counter with a smile", "wipes tables before the next hungry crowd comes in"),
    "41": ("calls on workshops and tells what a tool can do", "writes an offer that a buyer can understand"),
    "43": ("types long lists from paper into a register", "hunts for swapped digits at the end of the day"),
    "45": ("pairs cattle so that the herd grows healthy", "keeps a ledger of calves, colts and kids"),
    "53": ("steers a long lorry over passes and plains", "ties the load down and looks at every wheel twice"),
}
_INDUSTRIES = """
11 Agriculture, Forestry, Fishing and Hunting|111 Crop Production|1111 Oilseed and Grain Farming|11111 Soybean Farming
111110 Soybean Farming|31-33 Manufacturing|334 Computer and Electronic Product Manufacturing
3344 Semiconductor and Other Electronic Component Manufacturing|44-45 Retail Trade|48-49 Transportation and Warehousing
51 Information|513 Publishing Industries|5132 Software Publishers|51321 Software Publishers|513210 Software Publishers
54 Professional, Scientific, and Technical Services|541 Professional, Scientific, and Technical Services
5415 Computer Systems Design and Related Services|61 Educational Services|611 Educational Services
62 Health Care and Social Assistance|622 Hospitals|6221 General Medical and Surgical Hospitals|92 Public Administration
""".strip().replace("\n", "|")
_TERMS = (
    ("111110", "Soybean farming, field and seed production"),
    ("513210", "Software publishers"),
    ("513210", "Games, computer, publishing"),
)


@attrs.frozen(kw_only=True)
class SmallRelease:
    """Where the files of a small release lie."""

    onet: Path
    naics_codes: Path
    naics_index: Path
    oews: Path


def _figure(low: float, high: float, *keys: str) -> float:
    """Return a figure in [*low*, *high*] that depends on *keys* alone."""
    share = zlib.crc32("|".join(keys).encode()) / 0xFFFFFFFF
    return round(low + (high - low) * share, 2)


def _tasks(code: str) -> list[str]:
    first, second = _DOINGS[code[:2]]
    return [
        f"Somebody at the desk {code} {first} on every working day.",
        f"Mostly {second}, as the desk {code} of this small world must.",
    ]


def sentences() -> list[str]:
    """Return every sentence that a small release contains, which a build must never write out."""
    found = [text for code in OCCUPATIONS for text in (*_tasks(code), _description(code))]
    return [*found, _activity("I01.D01"), _activity("I02.D01")]


def _description(code: str) -> str:
    return f"In this invented world the desk {code} belongs to a person who {_DOINGS[code[:2]][0]} all year long."


def _activity(number: str) -> str:
    return f"Carry the pretended activity with the number {number} from one imaginary desk to another."


def _rating_rows(title: str, code: str, elements: dict[str, str], scales: dict[str, tuple[float, float]]) -> list[list[str]]:
    rows = []
    for element, name in elements.items():
        for scale, (low, high) in scales.items():
            value = (
                _figure(low, high, title, code[:2], element, scale) * 0.8
                + _figure(low, high, title, code, element, scale) * 0.2
            )
            not_relevant = "Y" if scale == "LV" and value < 1 else "N"
            rows.append([code, OCCUPATIONS[code], element, name, scale, f"{value:.2f}", not_relevant])
    return rows


def _tables() -> dict[str, tuple[list[str], list[list[str]]]]:
    code_title = ["O*NET-SOC Code", "Title"]
    rated = [code for code in OCCUPATIONS if code not in UNRATED and code not in WITHOUT_TASKS]
    worked = [code for code in OCCUPATIONS if code not in WITHOUT_TASKS]
    scored = [*code_title, "Element ID", "Element Name", "Scale ID", "Data Value", "Not Relevant"]
    both, one = {"IM": (1.0, 5.0), "LV": (0.0, 7.0)}, {"IM": (1.0, 5.0)}
    tables: dict[str, tuple[list[str], list[list[str]]]] = {
        "Occupation Data": ([*code_title, "Description"], [[c, t, _description(c)] for c, t in OCCUPATIONS.items()]),
        "Alternate Titles": (
            [*code_title, "Alternate Title", "Short Title", "Source(s)"],
            [[c, OCCUPATIONS[c], t, "", "08"] for c, titles in _ALTERNATES.items() for t in titles],
        ),
        "Sample of Reported Titles": (
            [*code_title, "Reported Job Title", "Shown in My Next Move"],
            [
                ["15-1252.00", "Software Developers", "Software Engineer", "Y"],
                ["29-1141.00", "Registered Nurses", "Charge Nurse", "Y"],
            ],
        ),
        "Content Model Reference": (
            ["Element ID", "Element Name", "Description"],
            [[key, name, name] for key, name in (_SKILLS | _KNOWLEDGE | _INTERESTS | _STYLES | _VALUES).items()],
        ),
        "Skills": (scored, [row for c in rated for row in _rating_rows("skill", c, _SKILLS, both)]),
        "Knowledge": (scored, [row for c in rated for row in _rating_rows("knowledge", c, _KNOWLEDGE, both)]),
        "Interests": (scored, [row for c in worked for row in _rating_rows("interest", c, _INTERESTS, {"OI": (1.0, 7.0)})]),
        "Work Styles": (scored, [row for c in rated for row in _rating_rows("style", c, _STYLES, one)]),
        "Work Values": (scored, [row for c in rated for row in _rating_rows("value", c, _VALUES, {"EX": (1.0, 7.0)})]),
        "Job Zones": ([*code_title, "Job Zone"], [[c, OCCUPATIONS[c], str(int(_figure(1, 5, "zone", c[:2])))] for c in worked]),
        "Education, Training, and Experience": (
            [*code_title, "Element ID", "Scale ID", "Category", "Data Value"],
            [
                [c, OCCUPATIONS[c], "2.D.1", "RL", str(category), "100" if category == 6 else "0"]
                for c in rated
                for category in range(1, 13)
            ],
        ),
        "Technology Skills": (
            [*code_title, "Example", "Commodity Code", "Commodity Title", "Hot Technology", "In Demand"],
            [[c, OCCUPATIONS[c], t[0], "1", *t[1:]] for c in worked for t in (_OFFICE, *_TECHNOLOGIES.get(c[:2], ()))],
        ),
        "Task Statements": (
            [*code_title, "Task ID", "Task", "Task Type"],
            [
                [c, OCCUPATIONS[c], f"{place}{n}", task, "Core"]
                for place, c in enumerate(worked)
                for n, task in enumerate(_tasks(c))
            ],
        ),
        "Tasks to DWAs": (
            [*code_title, "Task ID", "Task", "DWA ID", "DWA Title"],
            [
                [c, OCCUPATIONS[c], f"{place}0", _tasks(c)[0], f"4.A.{int(c[:2]) % 4 + 1}.a.1.{number}", _activity(number)]
                for place, c in enumerate(worked)
                for number in ("I01.D01", "I02.D01")
            ],
        ),
    }
    return tables


def write_release(
    folder: Path,
    *,
    official: bool = False,
    zipped: bool = True,
    without: Collection[str] = (),
    without_occupations: Collection[str] = (),
) -> SmallRelease:
    """
    Write a small release.

    Args:
        folder: An existing folder.
        official: Write the official text edition: no redundant columns, Windows line ends, n/a for nothing.
        zipped: Write a zip archive with a top-level folder, else a folder.
        without: Tables to leave out.
        without_occupations: Occupations to leave out of every table.

    Returns:
        Where the files are.
    """
    redundant = {"Title", "Element Name", "Scale Name", "DWA Title"} if official else set()
    end = "\r\n" if official else "\n"
    onet = folder / "db_99_9_text"
    onet.mkdir()
    (onet / "Read Me.txt").write_bytes(b"O*NET 99.9 Database\nMay 2099 Release\n")
    for title, (header, rows) in _tables().items():
        if title in without:
            continue
        keep = [
            place
            for place, column in enumerate(header)
            if column not in redundant or (title, column) == ("Occupation Data", "Title")
        ]
        keep = list(range(len(header))) if title == "Content Model Reference" else keep
        lines = [header, *(row for row in rows if row[0] not in without_occupations)]
        nothing = "n/a" if official else ""
        text = "".join("\t".join(line[place] or nothing for place in keep) + end for line in lines)
        (onet / f"{title}.txt").write_bytes(text.encode())
    if zipped:
        archive = folder / "db_99_9_text.zip"
        with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as target:
            for path in sorted(onet.iterdir()):
                target.write(path, f"db_99_9_text/{path.name}")
    codes, index, oews = folder / "naics_2022_codes.tsv", folder / "naics_2022_index.csv", folder / "oews_2099.tsv"
    pairs = [entry.split(" ", 1) for entry in _INDUSTRIES.split("|")]
    codes.write_text("code\ttitle\n" + "".join(f"{code}\t{title}\n" for code, title in pairs))
    terms = "".join(f'{code},"{term}"\n' for code, term in _TERMS)
    index.write_text('NAICS22,INDEX ITEM DESCRIPTION\n******,"Cards, publishing -- see specific product "\n' + terms)
    cells = []
    for soc in sorted({code[:7] for code in OCCUPATIONS} - {"15-1299"}):
        pay = int(_figure(30000, 190000, soc))
        cells += [
            f"{sector}\tx\t{soc}\tx\t{int(_figure(100, 9000, soc, sector))}\t1\t{pay}\n"
            for sector in ("31", "51", "54", "62", "99")
        ]
    cells.append("61\tx\t11-1011\tx\t70\t1\t#\n61\tx\t15-2051\tx\t**\t**\t90000\n61\tx\t19-2012\tx\t40\t1\t*\n")
    oews.write_text("naics\tnaics_title\tocc_code\tocc_title\ttot_emp\tpct_total\ta_median\n" + "".join(cells))
    return SmallRelease(onet=archive if zipped else onet, naics_codes=codes, naics_index=index, oews=oews)
