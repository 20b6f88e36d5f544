"""Letters in: the person's own files, however oddly they were written."""

from __future__ import annotations

import io
import json
import zipfile
from collections import Counter
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from aijobkit import Position, Role, Taxonomy
from aijobkit.errors import AijobkitError, ImportFileError, InvalidValueError
from aijobkit.importers import (
    DraftPosition,
    ImportReport,
    PersonDraft,
    read_contacts_csv,
    read_json_resume,
    read_linkedin,
    tables,
)
from aijobkit.importers.contacts_csv import contacts_from
from aijobkit.importers.resolving import company_key, degree_level, ties_of
from aijobkit.importers.tables import read_table, tidy
from aijobkit.people import Tie

PREAMBLE = 'Notes:\n"When exporting your connection data, you may notice that some of the email addresses are missing."\n\n'
HEADER = "First Name,Last Name,URL,Email Address,Company,Position,Connected On\n"
ROWS = (
    "Ada,Reader,https://example.org/a,,Acme Inc.,Data Scientist,01 Jan 2024\n"
    'Bo,"Writer, PhD",https://example.org/b,,"Books, Ltd",=cmd|\' /C calc\'!A0,02 Jan 2024\n'
    "Zoë,Größe,https://example.org/c,,Müller GmbH,Registered Nurse,03 Jan 2024\n"
)
CONNECTIONS = PREAMBLE + HEADER + ROWS
POSITIONS = (
    "Company Name,Title,Description,Location,Started On,Finished On\n"
    'Acme,Registered Nurse,"Ward work\nand nights",Berlin,Jan 2020,\n'
    "Books Limited,Statistician,,Berlin,Jan 2015,Dec 2019\n"
)
EXPORT = {
    "Connections.csv": CONNECTIONS,
    "Positions.csv": POSITIONS,
    "Skills.csv": "Name\nPython;Patient Care\n",
    "Education.csv": "School Name,Start Date,End Date,Notes,Degree Name,Activities\nCharité,,,,Bachelor of Science,\n",
    "Profile.csv": "First Name,Last Name,Birth Date,Headline,Industry\nX,Y,1 Jan,Nurse,Hospitals and Health Care\n",
    "messages.csv": "FROM,TO\nsecret,secret\n",
}


def parse(text: str | bytes) -> tuple[Any, Any]:
    """Return the contacts and problems of a table, without looking titles up."""
    data = text.encode() if isinstance(text, str) else text
    return contacts_from(data, "Connections.csv", taxonomy=None)


def zipped(files: dict[str, str]) -> bytes:
    """Return a ZIP of some files, as LinkedIn makes it."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        for name, text in files.items():
            archive.writestr(f"Basic_LinkedInDataExport/{name}", text)
    return stream.getvalue()


@pytest.fixture
def export(tmp_path: Path) -> Path:
    """Return the path of a whole export."""
    path = tmp_path / "export.zip"
    path.write_bytes(zipped(EXPORT))
    return path


# -- tables ------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"], ids=lambda name: name
)
@pytest.mark.parametrize("ends", ["\n", "\r\n", "\r"], ids=["lf", "crlf", "cr"])
@pytest.mark.parametrize("preamble", [PREAMBLE, ""], ids=["notes", "plain"])
def test_every_encoding_reads_the_same(encoding: str, ends: str, preamble: str) -> None:
    """However a file was saved, the same people are in it."""
    contacts, _ = parse((preamble + HEADER + ROWS).replace("\n", ends).encode(encoding))

    assert ["Ada Reader", "Bo Writer, PhD", "Zoë Größe"] == [one.name for one in contacts]


def test_one_damaged_line_spoils_no_other() -> None:
    """A byte that is no UTF-8 is named with its line; all other accents stay."""
    contacts, problems = parse(CONNECTIONS.encode().replace(b"Ada", b"Ad\xe9", 1))

    assert ["Adé Reader", "Zoë Größe"] == [contacts[0].name, contacts[2].name]
    assert [5] == [problem.line for problem in problems]


def test_a_formula_is_text() -> None:
    """A cell that a spreadsheet would execute is kept as it stands."""
    assert "=cmd|' /C calc'!A0" == parse(CONNECTIONS)[0][1].title


def test_lines_are_those_of_the_file() -> None:
    """A contact knows its line, also below notes and cells of several lines."""
    text = PREAMBLE + HEADER + 'Ada,Reader,,,"Acme\nInc.",Engineer,\nBo,Writer,,,Books,Editor,\n'

    assert [5, 7] == [one.line for one in parse(text)[0]]


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_every_separator_is_understood(separator: str) -> None:
    """Spreadsheets of other countries separate by semicolons."""
    contact = parse(f"Name{separator}Job Title{separator}Company\nAda{separator}Engineer{separator}Acme\n")[0][0]

    assert ("Ada", "Engineer", "Acme") == (contact.name, contact.title, contact.company)


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ("Ada,Reader\n", "2 cells where the header has 7"),
        ("Ada,Reader,,,Acme,Engineer,today,more,cells\n", "9 cells"),
        ('Ada,Reader,,,"Acme,Engineer,today\n', "quotation mark"),
        (",,,,Acme,Engineer,\n", "no name"),
        (",,x,,,,today\n", "left out"),
    ],
)
def test_broken_rows_are_named_and_cost_nobody_else(row: str, words: str) -> None:
    """A broken row is named by its line, and everybody else is still there."""
    contacts, problems = parse(HEADER + row + ROWS)

    assert [2] == [problem.line for problem in problems if words in problem.what]
    assert {"Ada Reader", "Bo Writer, PhD", "Zoë Größe"} <= {one.name for one in contacts}


def test_a_forgotten_quotation_mark_swallows_nobody() -> None:
    """Rows behind a quotation mark that was never closed are rows of their own."""
    text = HEADER + 'Ada,Reader,,,"Acme,Engineer,\n' + "".join(f"P{index},Q,,,C,T,\n" for index in range(50))
    contacts, _ = parse(text + 'Bo,Writer,,,"Books, Ltd",Editor,\n')

    assert 52 == len(contacts)
    assert "Books, Ltd" == contacts[-1].company


def test_stray_quotation_marks_cost_no_time() -> None:
    """Lines are looked at a few times each, however many of them open a quotation mark; none is lost."""
    calls: Counter[str] = Counter()
    lines = [f'b"c,"d{index}' for index in range(500)]

    def count(cells: list[str], line: str, separator: str, *, is_open: bool) -> bool:
        calls[line] += 1
        return add_cells(cells, line, separator, is_open=is_open)

    add_cells = tables._add_cells
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(tables, "_add_cells", count)
        table = read_table("\n".join(["name,title,company", *lines]).encode(), "x.csv", {"name": "name", "title": "title"})

    assert 500 == len(table.rows)
    assert max(calls[line] for line in lines) <= 5


def test_two_stray_quotation_marks_swallow_nobody_between_them() -> None:
    """A mark in the middle of words closes no cell: who stands between two strays is still there, and both lines are named."""
    between = "".join(f"P{index},Q,,,C,T,\n" for index in range(50))
    stray = 'Ada,Reader,,,"Acme,Engineer,\n'
    contacts, problems = parse(HEADER + stray + between + stray)

    assert 52 == len(contacts)
    assert [2, 53] == [problem.line for problem in problems]


@pytest.mark.parametrize("cell", ["x" * 140_000, '"' + "x\n" * 300 + "x" * 140_000 + '"'], ids=["one line", "many lines"])
def test_a_cell_without_end_costs_nobody_else(cell: str) -> None:
    """A cell too long to be anything is named by its line and left out; its row and the others are read."""
    contacts, problems = parse(HEADER + f"Ada,Reader,,,{cell},Engineer,\n" + ROWS)

    assert ["Ada Reader", "Ada Reader", "Bo Writer, PhD", "Zoë Größe"] == [one.name for one in contacts]
    assert ("", "Engineer") == (contacts[0].company, contacts[0].title)
    assert [(2, "a cell has more than 10,000 letters; it was left out")] == [(one.line, one.what) for one in problems]


def test_a_long_description_costs_no_position(tmp_path: Path) -> None:
    """However much a person wrote of a job, the job is read: what is not wanted is no trouble."""
    path = tmp_path / "export.zip"
    path.write_bytes(zipped({"Positions.csv": POSITIONS.replace("Ward work", "Ward work " * 20_000)}))
    report = read_linkedin(path)

    assert ["Registered Nurse", "Statistician"] == [position.title for position in report.draft.positions]
    assert () == report.problems


def test_one_endless_line_is_no_table() -> None:
    """A file of one long line is refused like any other that names no columns."""
    with pytest.raises(ImportFileError, match="no line names its columns"):
        parse("x" * 140_000)


def test_rows_of_only_commas_are_no_people() -> None:
    """Empty rows at the end of a file are passed over."""
    assert 3 == len(parse(CONNECTIONS + ",,,,,,\n\n,,,,,,\n")[0])


def test_control_characters_never_get_in() -> None:
    """What could steer a terminal becomes a space."""
    contact = parse(HEADER + "A\x1b[31mda,Re\x00ader,,,Ac\u0085me,Eng\tineer,\n")[0][0]

    assert ("A [31mda Re ader", "Ac me", "Eng ineer") == (contact.name, contact.company, contact.title)


@pytest.mark.parametrize("data", [b"", b"   \n", b"hello", b"\x00" * 50, b"%PDF-1.4", b"a,b,c\n1,2,3\n", b"\xff\xfe"])
def test_what_is_no_table_is_refused(data: bytes) -> None:
    """A file without a header is refused, and the error says what a header looks like."""
    with pytest.raises(ImportFileError, match=r"Connections\.csv"):
        parse(data)


@given(data=st.binary(max_size=200))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    """Whatever is in a file, the outcome is contacts or our own error."""
    try:
        parse(HEADER.encode() + data)
    except AijobkitError:
        return


@given(cells=st.lists(st.text(max_size=12), min_size=3, max_size=3))
def test_any_cell_survives(cells: list[str]) -> None:
    """A cell that was quoted by the rules comes back, on one line."""
    quoted = ",".join('"' + cell.replace('"', '""') + '"' for cell in cells)
    text = f"name,title,company\n{quoted}\n".encode("utf-8", "surrogatepass").decode("utf-8", "replace")
    table = read_table(text.encode(), "x.csv", {"name": "name", "title": "title", "company": "company"})
    expected = [tidy(cell.encode("utf-8", "surrogatepass").decode("utf-8", "replace")) for cell in cells]

    if any(expected):
        assert expected == [table.rows[0].get(name) for name in ("name", "title", "company")]


def test_problems_repeat_nothing_about_anybody() -> None:
    """What is wrong is said without names, titles or employers."""
    _, problems = parse(HEADER + 'Zyxwv,Zyxwv\n,,,,Zyxwv,,\nZyxwv,,,,"Zyxwv,Zyxwv\n')

    assert problems
    assert "Zyxwv" not in " ".join(map(str, problems))


# -- ties and degrees --------------------------------------------------------------------------------------------------------


def test_spellings_of_an_employer_are_one() -> None:
    """Legal forms, case and signs do not make another employer."""
    assert company_key("Acme & Sons, Inc.") == company_key("ACME and Sons GmbH")
    assert company_key("Acme") != company_key("Acme Robotics")


def test_ties_are_found_by_employer_and_school() -> None:
    """A colleague, a former colleague and a fellow student are told apart."""
    employers = [("Acme", True), ("Books Limited", False)]

    assert (Tie.SAME_EMPLOYER,) == ties_of("ACME Inc.", employers)
    assert (Tie.FORMER_COLLEAGUE, Tie.SAME_SCHOOL) == ties_of("Books", employers, "MIT", ["M.I.T.", "mit"])
    assert () == ties_of("", employers)
    # Two who work for themselves do not work together.
    assert () == ties_of("Self-employed", [("Self-employed", True), ("Freelance", False)])


@pytest.mark.parametrize(
    ("degree", "level"),
    [
        ("Bachelor of Science - BS", 6),
        ("M.Sc. Physics", 8),
        ("PhD", 11),
        ("Doctor of Philosophy", 11),
        ("Juris Doctor", 10),
        ("Associate's degree", 5),
        ("High School Diploma", 2),
        ("MBA", 8),
        ("Mastery of cooking", 8),
        ("Basket weaving", None),
        ("", None),
        ("Promotion", 11),
        ("Promotion in Physik", 11),
        ("M.Sc. Health Promotion", 8),
        ("Bachelor of Arts, Sales Promotion", 6),
        ("Certificate in Sales Promotion", 3),
        ("Promotion and Marketing", None),
        ("Doctor of Education", 11),
        ("Ed.D.", 11),
        ("EdD", 11),
        ("B.Ed. Drama", 6),
        ("Doctor of Nursing Practice", 11),
        ("DNP", 11),
        ("Dr.-Ing.", 11),
        ("Doctor of Medicine", 10),
        ("Doctor of Physical Therapy", 10),
        ("Studied as exchange student", None),
        ("AS", 5),
        ("A.A.S.", 5),
    ],
)
def test_degrees_are_recognised(degree: str, level: int | None) -> None:
    """Common names of degrees are put on O*NET's scale; others, and everyday words that look like one, are left alone."""
    assert level == degree_level([degree])


# -- LinkedIn ----------------------------------------------------------------------------------------------------------------


def test_a_whole_export_is_read(export: Path, taxonomy: Taxonomy) -> None:
    """Contacts, positions, skills, schools and education come out of one ZIP."""
    report = read_linkedin(export, taxonomy=taxonomy)

    assert 3 == len(report.contacts)
    assert ("Python", "Patient Care") == report.draft.skills
    assert ("Charité",) == report.draft.schools
    assert 6 == report.draft.education
    assert ["29-1141.00", "15-2041.00"] == [one.role.code for one in report.draft.positions if one.role]


def test_the_person_of_an_export(export: Path, taxonomy: Taxonomy) -> None:
    """The present position is the one without an end; the others are the past."""
    person = read_linkedin(export, taxonomy=taxonomy).draft.person()

    assert person is not None
    assert "29-1141.00" == person.position.role.code
    assert person.position.industry is not None
    assert ["15-2041.00"] == [position.role.code for position in person.past]


def test_contacts_share_employers_with_the_person(export: Path) -> None:
    """Somebody at the present employer is told from somebody at an earlier one."""
    ties = [one.ties for one in read_linkedin(export).contacts]

    assert [(Tie.SAME_EMPLOYER,), (Tie.FORMER_COLLEAGUE,), ()] == ties


def test_folder_and_single_file_do_as_well(export: Path, tmp_path: Path) -> None:
    """Whoever unpacked the ZIP need not pack it again."""
    with zipfile.ZipFile(export) as archive:
        archive.extractall(tmp_path / "unpacked")
    single = tmp_path / "Connections (1).csv"
    single.write_text(CONNECTIONS, encoding="utf-8")

    assert read_linkedin(export) == read_linkedin(tmp_path / "unpacked")
    assert [one.name for one in read_linkedin(export).contacts] == [one.name for one in read_linkedin(single).contacts]


def test_titles_become_roles_in_one_go(export: Path, taxonomy: Taxonomy) -> None:
    """A known title gives a role; an unknown one keeps its owner and is counted."""
    report = read_linkedin(export, taxonomy=taxonomy)

    assert ["Data Scientist", None, "Registered Nurses"] == [
        "Data Scientist" if one.role and one.role.is_ai else one.role and one.role.title for one in report.contacts
    ]
    assert any("a title was not recognised (line " in problem.what for problem in report.problems)


def test_a_title_that_is_not_known_is_named_by_its_place(tmp_path: Path, taxonomy: Taxonomy) -> None:
    """Where the title stands is told, in any kind of file and in the order of the file, and never the title."""
    work = [{"position": "Zzz qqq", "endDate": "2020"}, {"position": "Nurse"}, {"position": "Qqq zzz"}]
    (tmp_path / "Positions.csv").write_text("Company Name,Title\nA,Nurse\nB,Zzz qqq\n", encoding="utf-8")
    told = {
        str(problem)
        for report in (resume(tmp_path, {"work": work}, taxonomy), read_linkedin(tmp_path / "Positions.csv", taxonomy=taxonomy))
        for problem in report.problems
    }

    assert {
        "resume.json: 2 titles were not recognised (work[0], work[2]); name the role yourself",
        "Positions.csv: a title was not recognised (line 3); name the role yourself",
    } == told


def test_a_large_network_is_read_whole(taxonomy: Taxonomy) -> None:
    """Of five thousand connections none is lost."""
    titles = ("Data Scientist", "Registered Nurse", "Software Engineer", "", "=1+1", "Zzz qqq", "Senior ML Engineer (m/f/d)")
    rows = "".join(f"P{index},Q,,,Company {index % 900},{titles[index % 7]},\n" for index in range(5000))
    contacts, _ = contacts_from((HEADER + rows).encode(), "Connections.csv", taxonomy=taxonomy)

    assert 5000 == len(contacts)
    assert 2000 < sum(one.role is not None for one in contacts)


def test_nothing_private_is_read(tmp_path: Path) -> None:
    """Birth dates and messages of the export are never opened or kept."""
    path = tmp_path / "export.zip"
    path.write_bytes(
        zipped({**EXPORT, "messages.csv": "\x00broken", "Profile.csv": "Birth Date,Industry\n1 Jan 1990,Software\n"})
    )

    assert "1990" not in repr(read_linkedin(path))


@pytest.mark.parametrize("cut", [10, 200, 900])
def test_a_truncated_zip_is_refused(export: Path, cut: int) -> None:
    """Half a download is refused with what to do."""
    export.write_bytes(export.read_bytes()[:cut])
    with pytest.raises(ImportFileError, match="download"):
        read_linkedin(export)


def test_a_zip_with_a_damaged_stream_is_refused(tmp_path: Path) -> None:
    """What is damaged inside is told as an export that is not whole, not as an error of the packing."""
    path = tmp_path / "export.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("Skills.csv", "Name\n" + "Python\n" * 500)
    raw = bytearray(path.read_bytes())
    start = raw.index(b"Skills.csv") + len("Skills.csv")
    raw[start : start + 2] = b"\xff\xff"
    path.write_bytes(bytes(raw))

    with pytest.raises(ImportFileError, match="not a whole ZIP file"):
        read_linkedin(path)


def test_a_zip_of_something_else_is_refused(tmp_path: Path) -> None:
    """A ZIP without any of the files is named as such."""
    path = tmp_path / "photos.zip"
    path.write_bytes(zipped({"a.txt": "hello"}))
    with pytest.raises(ImportFileError, match="nothing of a LinkedIn export"):
        read_linkedin(path)


@pytest.mark.parametrize("read", [read_linkedin, read_json_resume, read_contacts_csv])
@pytest.mark.parametrize("name", ["missing.csv", ".", "a\x00b"])
def test_a_path_that_cannot_be_read_is_our_error(read: Any, name: str, tmp_path: Path) -> None:
    """A missing file, a folder or a broken name is an error in our own words."""
    with pytest.raises(ImportFileError):
        read(tmp_path / name)


# -- JSON Resume -------------------------------------------------------------------------------------------------------------

RESUME: dict[str, Any] = {
    "basics": {"name": "X Y", "label": "Nurse", "location": {"city": "Berlin"}},
    "work": [
        {"name": "Books", "position": "Statistician", "startDate": "2015-01", "endDate": "2019-12"},
        {"name": "Acme", "position": "Registered Nurse", "startDate": "2020-01"},
    ],
    "education": [{"institution": "Charité", "area": "Nursing", "studyType": "Master"}],
    "skills": [{"name": "Data analysis", "keywords": ["Python, SQL"]}],
}


def resume(tmp_path: Path, document: object, taxonomy: Taxonomy | None = None) -> ImportReport:
    """Write a résumé and read it."""
    path = tmp_path / "resume.json"
    path.write_text(document if isinstance(document, str) else json.dumps(document), encoding="utf-8")
    return read_json_resume(path, taxonomy=taxonomy)


def test_a_resume_is_read(tmp_path: Path, taxonomy: Taxonomy) -> None:
    """Positions, skills, schools and education come out; the present position comes first."""
    draft = resume(tmp_path, RESUME, taxonomy).draft

    assert ["29-1141.00", "15-2041.00"] == [one.role.code for one in draft.positions if one.role]
    assert ("Data analysis", "Python", "SQL") == draft.skills
    assert (8, ("Charité",)) == (draft.education, draft.schools)


def test_a_better_known_position_goes_first(tmp_path: Path, taxonomy: Taxonomy) -> None:
    """Whoever says where they are need not rely on the file."""
    here = Position(role=Role(code="15-1252.00", title="Software Developers"))
    person = resume(tmp_path, RESUME, taxonomy).draft.person(here)

    assert person is not None
    assert here == person.position
    assert 2 == len(person.past)


@pytest.mark.parametrize(
    ("end", "is_present", "problems"),
    [
        (None, True, 0),
        ("", True, 0),
        ("Present", True, 0),
        ("heute", True, 0),
        ("2015-06", False, 0),
        (2015, False, 1),
        ({"year": 2015}, False, 1),
    ],
)
def test_a_job_is_present_only_where_it_has_no_end(tmp_path: Path, end: object, is_present: bool, problems: int) -> None:
    """A job with an end is past, in whatever form the end stands; a word for today is no end."""
    report = resume(tmp_path, {"work": [{"position": "Nurse", "endDate": end}]})

    assert [is_present] == [position.is_present for position in report.draft.positions]
    assert problems == len(report.problems)


@pytest.mark.parametrize(
    ("document", "words"),
    [
        ({**RESUME, "work": "none"}, "'work' is not a list"),
        ({**RESUME, "work": ["Acme"]}, "work[0] is not an object"),
        ({"basics": {}}, "nothing of a JSON Resume"),
        ({"skills": [{"nme": "python"}]}, "skills[0] has neither a 'name' nor 'keywords'"),
        ({"skills": [{"name": "x", "keywords": ["y", 3]}]}, "the 'keywords' of skills[0]"),
        ({"work": [{"nme": "Acme"}]}, "work[0] has neither 'position' nor 'name'"),
    ],
)
def test_what_is_not_by_the_schema_is_named(tmp_path: Path, document: object, words: str) -> None:
    """A section that is not as the schema has it is left out and named."""
    assert any(words in problem.what for problem in resume(tmp_path, document).problems)


@pytest.mark.parametrize("document", ["", "[]", "{", "3", "[" * 100_000])
def test_what_is_no_resume_is_refused(tmp_path: Path, document: str) -> None:
    """A file that is no JSON object is refused."""
    with pytest.raises(ImportFileError):
        resume(tmp_path, document)


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from(["name", "position", "keywords"]), inner),
    max_leaves=8,
)


@given(document=st.dictionaries(st.sampled_from(["work", "skills", "education", "basics"]), json_values))
def test_any_document_is_read(tmp_path_factory: pytest.TempPathFactory, document: dict[str, Any]) -> None:
    """Whatever the sections hold, the outcome is a draft and problems."""
    assert resume(tmp_path_factory.mktemp("resume"), document).draft is not None


# -- plain CSV ---------------------------------------------------------------------------------------------------------------


def test_a_list_written_by_hand(tmp_path: Path, taxonomy: Taxonomy) -> None:
    """Name, title, industry, earlier roles, school and tie can all be said."""
    path = tmp_path / "contacts.csv"
    path.write_text(
        "Name,Title,Industry,Past,School,Tie\n"
        "Ada,Data Scientist,software,registered nurse; statistician,Charité,former colleague\n",
        encoding="utf-8",
    )
    contact = read_contacts_csv(path, taxonomy=taxonomy, schools=["Charite", "Charité"]).contacts[0]

    assert contact.industry is not None
    assert ["29-1141.00", "15-2041.00"] == [role.code for role in contact.past]
    assert (Tie.FORMER_COLLEAGUE, Tie.SAME_SCHOOL) == contact.ties


@pytest.mark.parametrize(
    ("said", "ties", "odd"),
    [
        ("former_colleague", (Tie.FORMER_COLLEAGUE,), []),
        ("Same-School; same employer", (Tie.SAME_EMPLOYER, Tie.SAME_SCHOOL), []),
        ("", (), []),
        ("Zyxwv", (), [2]),
        ("same school, Zyxwv", (Tie.SAME_SCHOOL,), [2]),
    ],
)
def test_a_tie_is_read_or_named(said: str, ties: tuple[Tie, ...], odd: list[int]) -> None:
    """A tie counts however it is spelt; what is none is named by its line, without being repeated."""
    contacts, problems = parse(f'Name,Title,Tie\nAda,Engineer,"{said}"\n')

    assert ties == contacts[0].ties
    assert odd == [problem.line for problem in problems]
    assert "Zyxwv" not in " ".join(map(str, problems))


# -- drafts ------------------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("build", "field"),
    [
        (lambda: PersonDraft(positions=(1, 2)), "PersonDraft.positions"),  # type: ignore[arg-type]
        (lambda: PersonDraft(skills=(1,)), "PersonDraft.skills"),  # type: ignore[arg-type]
        (lambda: PersonDraft(schools=(1,)), "PersonDraft.schools"),  # type: ignore[arg-type]
        (lambda: PersonDraft(industry="health"), "PersonDraft.industry"),  # type: ignore[arg-type]
        (lambda: DraftPosition(title="Nurse", role="nurse"), "DraftPosition.role"),  # type: ignore[arg-type]
        (lambda: DraftPosition(title="Nurse", seniority="lead"), "DraftPosition.seniority"),  # type: ignore[arg-type]
        (lambda: DraftPosition(title="Nurse", is_present="no"), "DraftPosition.is_present"),  # type: ignore[arg-type]
        (lambda: ImportReport(draft=None), "ImportReport.draft"),  # type: ignore[arg-type]
        (lambda: ImportReport(contacts=("Ada",)), "ImportReport.contacts"),  # type: ignore[arg-type]
        (lambda: ImportReport(problems=("odd",)), "ImportReport.problems"),  # type: ignore[arg-type]
    ],
)
def test_drafts_are_checked_when_they_are_made(build: Callable[[], object], field: str) -> None:
    """A draft that holds something else than it says is refused by the name of the field."""
    with pytest.raises(InvalidValueError) as caught:
        build()

    assert field == caught.value.field
