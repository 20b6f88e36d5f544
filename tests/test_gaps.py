"""Tests of `aijobkit.gaps`: what is missing and what is there."""

from __future__ import annotations

from importlib.resources import files
from pathlib import Path

import attrs
import pytest
from hypothesis import example, given

from aijobkit import load_taxonomy
from aijobkit import strategies as values
from aijobkit.errors import InvalidValueError
from aijobkit.evidence import Evidence, EvidenceKind
from aijobkit.gaps import (
    ai_words,
    count_gaps,
    display_name,
    find_strengths,
    is_office,
    same_skill,
    shows,
    skill_gaps,
    skill_keys,
    split_skills,
    tables,
    trade_words,
)
from aijobkit.gaps.names import comes_before, is_near
from aijobkit.people import Person, Position
from aijobkit.roles import Domain, Role, RoleProfile, Skill, Technology
from aijobkit.switches import Assumptions

EVERYDAY = (tables.EVERYDAY, ai_words.AI_EVERYDAY, trade_words.TRADE_EVERYDAY)
AMBIGUOUS = frozenset(
    [
        *("chatbots", "claude", "containers", "elastic", "github actions", "gitlab ci", "gym", "hip", "monday", "node"),
        *("notebooks", "sentinel", "transformers", "unity"),
    ]
)
"""Aliases of technologies that mean something else, or something wider, to people of other trades."""

MEASURED = Evidence(kind=EvidenceKind.MEASURED, source="O*NET 29.3")
CATALOGUE = Evidence(kind=EvidenceKind.ASSUMPTION, source="catalogue")
NURSE = Role(code="29-1141.00", title="Registered Nurses")
ENGINEER = Role(code="aijobkit:machine-learning-engineer", title="Machine Learning Engineer", is_ai=True)
STUDENT = Role(code="aijobkit:student", title="Student", is_life_role=True)


def _skill(name, importance, level, *, score=2.0, domain=Domain.SKILL):
    return Skill(
        element_id=f"{domain.value}/{name}",
        name=name,
        domain=domain,
        importance=importance,
        level=level,
        distinctiveness=score,
        evidence=MEASURED,
    )


def _tool(name, *, demand=False, hot=False, rarity=0.9, evidence=MEASURED):
    return Technology(name=name, is_in_demand=demand, is_hot=hot, rarity=rarity, evidence=evidence)


def _person(*skills, role=NURSE):
    return Person(position=Position(role=role), skills=skills)


def _origin(*skills, technologies=(), topics=()):
    return RoleProfile(role=NURSE, skills=skills, technologies=technologies, topics=topics)


def _target(*skills, technologies=(), topics=()):
    return RoleProfile(role=ENGINEER, skills=skills, technologies=technologies, topics=topics)


def _names(report):
    return [gap.name for gap in report.gaps]


class TestNames:
    """When two names mean the same thing."""

    @pytest.mark.parametrize(
        ("mine", "theirs"),
        [
            ("python", "Python"),
            ("  PYTHON ", "Python"),
            ("Python 3", "Python"),
            ("sklearn", "Scikit-learn"),
            ("scikit learn", "Scikit-learn"),
            ("js", "JavaScript"),
            ("postgres", "PostgreSQL"),
            ("k8s", "Kubernetes"),
            ("tf", "TensorFlow"),
            ("AWS", "Amazon Web Services AWS software"),
            ("Amazon Web Services", "Amazon Web Services AWS software"),
            ("SQL", "Structured query language SQL"),
            ("structured query language", "Structured query language SQL"),
            ("Excel", "Microsoft Excel"),
            ("MS Excel", "Microsoft Excel"),
            ("MS Project", "Microsoft Project"),
            ("Power BI", "Microsoft Power BI"),
            ("PowerBI", "Microsoft Power BI"),
            ("MATLAB", "The MathWorks MATLAB"),
            ("Azure", "Microsoft Azure software"),
            ("Spark", "Apache Spark"),
            ("SolidWorks", "Dassault Systemes SolidWorks"),
            ("ArcGIS", "ESRI ArcGIS software"),
            ("LabVIEW", "National Instruments LabVIEW"),
            ("OpenShift", "Red Hat OpenShift"),
            ("Creo", "PTC Creo Parametric"),
            ("SketchUp", "Trimble SketchUp Pro"),
            ("Civil 3D", "Autodesk AutoCAD Civil 3D"),
            ("html", "Hypertext markup language HTML"),
            ("node.js", "nodejs"),
            ("C++", "c++"),
            ("ERP", "Enterprise resource planning ERP software"),
            ("GI", "Geographic information GI"),
            ("J2EE", "Java 2 Enterprise Edition J2EE"),
            ("VHDL", "Very high-speed integrated circuit VHSIC hardware description language VHDL"),
        ],
    )
    def test_everyday_names_are_recognised(self, mine, theirs):
        """What people say and what O*NET writes mean the same."""
        assert same_skill(mine, theirs)
        assert same_skill(theirs, mine)

    @pytest.mark.parametrize(
        ("mine", "theirs"),
        [
            ("C", "C++"),
            ("C", "C#"),
            ("Java", "JavaScript"),
            ("SQL", "NoSQL"),
            ("R", "Ruby"),
            ("database", "Oracle Database"),
            ("cloud", "Google Cloud"),
            ("project", "Microsoft Project"),
            ("SQL", "Oracle SQL Developer"),
            ("go", "Google"),
            ("DBA", "Oracle Database DBA"),
            ("risk management", "Thomson Reuters Risk Management"),
            ("Apple iOS", "Cisco IOS"),
            ("ORM", "Django Framework ORM"),
            ("C", "Fruit with vitamin C"),
        ],
    )
    def test_different_things_stay_apart(self, mine, theirs):
        """Names that only look alike are not the same."""
        assert not same_skill(mine, theirs)

    @given(values.texts(), values.texts())
    def test_the_relation_has_no_direction(self, one, other):
        """If one means the other, the other means the one; and everything with a letter means itself."""
        assert same_skill(one, other) == same_skill(other, one)
        assert same_skill(one, one) == bool(skill_keys(one))

    @pytest.mark.parametrize(
        ("mine", "theirs"),
        [
            ("TensorFlow", "PyTorch"),
            ("MySQL", "Structured query language SQL"),
            ("Azure", "Amazon Web Services AWS software"),
            ("R", "The MathWorks MATLAB"),
            ("Java", "Python"),
            ("R", "Python"),
            ("Python", "Programming"),
            ("stats", "Mathematics"),
            ("Bayesian statistics", "statistics"),
            ("statistics", "Bayesian statistics"),
            ("Tableau", "Microsoft Power BI"),
            ("version control", "Git"),
            ("LLMs", "fine-tuning"),
            ("German", "multilingual data"),
        ],
    )
    def test_neighbours_are_near(self, mine, theirs):
        """One family, a line of the reviewed table, or one name within the other is near."""
        assert is_near(mine, theirs)

    @pytest.mark.parametrize(
        ("mine", "theirs"),
        [
            ("teaching", "Kubernetes"),
            ("data analysis", "data pipelines"),
            ("project management", "model management"),
            ("Git", "Gin"),
            ("patient care", "model deployment"),
            ("juggling", "Programming"),
            ("Zython", "Python"),
            ("Pyhton", "Python"),
            ("fine-tuning", "LLMs"),
            ("Python programming language", "Pythonista"),
            ("vitamin C", "C"),
            ("Docker", "Tableau"),
            ("Excel", "Kubernetes"),
            ("Perl", "Pearl"),
            ("Java", "R"),
            ("Microsoft PowerPoint", "Microsoft Power BI"),
            ("Microsoft Excel", "Microsoft Azure software"),
            ("Microsoft Excel", "Microsoft Project"),
            ("Photoshop", "Photoshopping"),
        ],
    )
    def test_strangers_are_not_near(self, mine, theirs):
        """Common words, short names, slips and far ones do not make names akin, nor does the table the other way round."""
        assert not is_near(mine, theirs)

    @pytest.mark.parametrize(
        ("text", "skills"),
        [
            ("Python, SQL, Excel", ("Python", "SQL", "Excel")),
            (" Python;R ;", ("Python", "R")),
            ("python/sql", ("python", "sql")),
            ("Word/Excel", ("Word", "Excel")),
            ("Python (pandas, NumPy), driving", ("Python", "pandas", "NumPy", "driving")),
            ("Python/juggling", ("Python/juggling",)),
            ("customer care (retail, 3 years)", ("customer care (retail, 3 years)",)),
            ("Mathematics (skill)", ("Mathematics (skill)",)),
            *((whole, (whole,)) for whole in ("A/B testing", "TCP/IP", "CI/CD", "UI/UX", "PL/SQL", "24/7 support")),
            (",", ()),
        ],
    )
    def test_a_list_of_skills_is_taken_apart(self, text, skills):
        """Commas and semicolons part skills; slashes and brackets only where every part is one by itself."""
        assert skills == split_skills(text)


class TestEverydayWords:
    """What people say of themselves is read as what the lists call it."""

    def test_a_table_may_hold_remarks(self):
        """A line that begins with a hash is a remark to the reader and no entry."""
        assert ((("writing",), ("Writing",)),) == tables.parse("# words, words\nwriting = Writing")

    def test_many_everyday_skills_are_known(self):
        """At least 200 everyday skills are read."""
        assert len({name for names, _ in tables.parse(tables.EVERYDAY) for name in names}) >= 200

    @pytest.mark.parametrize(
        "skill",
        [
            *("leadership", "project management", "logistics", "patient care", "interviewing", "teaching", "GPS", "auditing"),
            *("public speaking", "writing", "customer service", "welding", "cooking", "bookkeeping", "nursing", "farming"),
            *("Spanish", "first aid", "driving", "sales", "fact-checking", "scientific writing", "statistics", "childcare"),
            *("decision-making", "data entry", "policing", "negotiation", "contract review", "credit scoring", "cell culture"),
            *("RNA-seq", "campaign management", "Trados", "avionics repair", "troubleshooting", "PLC programming", "ICD-10"),
            *("GD&T", "S&OP", "UI/UX", "Polish", "Word", "Tableau", "upselling", "HVAC", "KYC", "first responder"),
        ],
    )
    def test_skills_of_every_trade_are_recognised(self, skill):
        """A skill that people of any trade name is known, even where the target does not ask for it."""
        assert () == skill_gaps(_person(skill), _origin(), _target()).unrecognised

    def test_an_everyday_skill_meets_what_it_contains(self):
        """Who names teaching has Instructing and the topic of that name."""
        target = _target(_skill("Instructing", 4, 5), topics=("teaching", "model evaluation"))
        report = skill_gaps(_person("Teaching"), _origin(_skill("Instructing", 1, 1)), target)

        assert ("teaching", "Instructing") == report.met_names

    def test_showing_has_a_direction(self):
        """Auditing and bookkeeping both show accounting, and are not the same skill."""
        assert shows("auditing", "Economics and Accounting")
        assert shows("bookkeeping", "Economics and Accounting")
        assert not same_skill("auditing", "bookkeeping")
        assert not shows("Economics and Accounting", "auditing")

    def test_every_word_of_the_tables_exists(self, taxonomy):
        """What the tables say is shown or near are O*NET elements, topics and tools of the catalogue, spelled as there."""
        elements = {name for (name,) in taxonomy.store.rows("SELECT name FROM elements WHERE domain IN ('skill', 'knowledge')")}
        topics = {topic for one in taxonomy.definitions for topic in one.topics}
        tools = {tool for one in taxonomy.definitions for tool in one.technologies}
        shown = {name for table in EVERYDAY for _, names in tables.parse(table) for name in names}
        near = {name for _, names in tables.parse(ai_words.COMES_NEAR) for name in names}
        marks = {mark for _, marks in tables.parse(tables.TOPICS_SHOWN) for mark in marks if not mark[0].isdigit()}

        assert shown <= elements | topics | tools
        assert near <= topics | tools
        assert {topic for names, _ in tables.parse(tables.TOPICS_SHOWN) for topic in names} <= topics
        assert marks <= elements

    def test_no_wording_is_read_in_two_ways(self):
        """An everyday word or short name stands in one table once, so that no line silently takes another's place."""
        for lists in (EVERYDAY, (tables.ALIASES, ai_words.AI_ALIASES)):
            names = [name for table in lists for found, _ in tables.parse(table) for name in found]

            assert [] == sorted({name for name in names if names.count(name) > 1})

    def test_aliases_of_the_catalogue_are_read(self):
        """Every alias that the catalogue gives a technology is read, save those that mean something else in other trades."""
        table = Path(str(files("aijobkit"))) / "taxonomy" / "catalogue" / "ai_technologies.tsv"
        rows = (line.split("\t") for line in table.read_text(encoding="utf-8").splitlines()[1:])
        unread = {
            alias for name, _, aliases, _ in rows for alias in aliases.split("; ") if alias and not same_skill(alias, name)
        }

        assert unread == AMBIGUOUS

    @pytest.mark.parametrize(
        ("role", "skills"),
        [
            ("machine-learning-engineer", ("machine learning", "deep learning", "neural networks", "ML")),
            ("data-scientist", ("predictive modeling", "regression", "data science", "algorithms", "data visualisation")),
            ("nlp-engineer", ("NLP", "text mining", "sentiment analysis", "NER", "tokenization")),
            ("computer-vision-engineer", ("computer vision", "image recognition", "semantic segmentation")),
            ("computational-linguist", ("machine translation", "computational linguistics")),
            ("generative-ai-engineer", ("RAG", "prompt engineering", "AI agents", "vector databases", "finetuning")),
            ("recommender-systems-engineer", ("recommender systems",)),
            ("data-engineer", ("ETL", "data engineering", "data modeling")),
            ("mlops-engineer", ("MLOps",)),
            ("speech-engineer", ("ASR", "TTS", "speech to text")),
            ("knowledge-engineer", ("ontologies", "knowledge graph")),
            ("conversation-designer", ("chatbot design", "UX writing")),
        ],
    )
    def test_what_a_role_is_about_meets_something(self, taxonomy, role, skills):
        """Whoever names, in everyday words, what an AI role is about, meets something that it asks for."""
        target = taxonomy.profile(next(one.role() for one in taxonomy.definitions if one.code == f"aijobkit:{role}"))
        for skill in skills:
            before, after = (skill_gaps(_person(*named), _origin(), target) for named in ((), (skill,)))
            own = find_strengths(_person(skill), _origin(), target).strengths

            assert after.met > before.met or any(strength.is_own for strength in own), skill

    @pytest.mark.parametrize(
        ("skill", "shown"),
        [
            ("R (self taught)", "R"),
            ("SQL basics", "Structured query language SQL"),
            ("basic R", "R"),
            ("some Python", "Python"),
            ("a bit of Python", "Python"),
            ("advanced Excel", "Microsoft Excel"),
            ("Python (beginner)", "Python"),
            ("intermediate SQL", "Structured query language SQL"),
            ("fluent in Spanish", "Foreign Language"),
            ("5 years of Java", "Oracle Java"),
            ("Java (10+ years)", "Oracle Java"),
            ("very good knowledge of Linux", "Linux"),
            ("strong communication skills", "Speaking"),
            ("Excel (pivot tables)", "Microsoft Excel"),
            ("Excel pivot tables", "Microsoft Excel"),
            ("spreadsheets", "Microsoft Excel"),
            ("Power BI dashboards", "Microsoft Power BI"),
            ("Jira administration", "Atlassian JIRA"),
            ("SQL queries", "Structured query language SQL"),
            ("Python scripting", "Python"),
            ("C programming", "C"),
            ("Microsoft Word formatting", "Microsoft Word"),
            ("Photoshop retouching", "Adobe Photoshop"),
            ("AWS Lambda", "Amazon Web Services AWS software"),
            ("statistics with R", "R"),
            ("statistics with R", "descriptive statistics"),
            ("investigations", "fact checking"),
            ("model evaluations", "model evaluation"),
            ("interviewing witnesses", "interviewing"),
            ("managing staff", "Management of Personnel Resources"),
            ("editing videos", "video editing"),
            ("MRI", "Medicine and Dentistry"),
            ("criminal law", "Law and Government"),
            ("herd management", "Biology"),
        ],
    )
    def test_a_skill_is_read_in_other_wordings(self, skill, shown):
        """A qualifier of degree, another number, a verb before its noun and a feature of a product hide nothing."""
        assert shows(skill, shown)

    @pytest.mark.parametrize(
        ("skill", "name"),
        [
            ("learning Python", "Python"),
            ("R (currently learning)", "R"),
            ("want to learn Python", "Python"),
            ("no Python", "Python"),
            ("want to learn SQL", "Structured query language SQL"),
            ("currently learning SQL", "Structured query language SQL"),
            ("learning Power BI", "Microsoft Power BI"),
            ("access control", "Microsoft Access"),
            ("word processing", "Microsoft Word"),
            ("words", "Microsoft Word"),
            ("inequality in access", "Microsoft Access"),
            ("team sports", "Microsoft Teams"),
            ("torch cutting", "PyTorch"),
            ("project", "Microsoft Project"),
            ("SQL Server Integration Services", "Structured query language SQL"),
            ("Java Script", "Oracle Java"),
            ("knowledge management", "Administration and Management"),
            ("limited liability", "liability"),
            ("building websites", "Building and Construction"),
        ],
    )
    def test_a_name_within_other_words_need_not_be_there(self, skill, name):
        """What is only being learned or wished for, and a product named by a common word, is not taken for there."""
        assert not shows(skill, name)

    def test_what_the_person_wrote_is_told(self):
        """A qualifier stays in the text: the library counts naming, and says what was named."""
        for wording, name in (("R (self taught)", "R"), ("a bit of SQL", "Structured query language SQL")):
            target = _target(technologies=(_tool(name, evidence=CATALOGUE),))
            (strength,) = find_strengths(_person(wording), _origin(), target).strengths

            assert strength.reason.startswith(f"You named {wording}, which shows it")

    @pytest.mark.parametrize(
        ("skill", "near"),
        [
            ("learning R", "R"),
            ("basic machine learning", "feature engineering"),
            ("Midjourney", "prompt design"),
            ("Spanish", "answer rating"),
            ("auditing", "impact assessment"),
            ("version control", "Git"),
            ("terminology", "grammar and lexicon design"),
            ("localisation", "multilingual data"),
            ("German", "multilingual data"),
            ("data mining", "feature engineering"),
            ("deep learning", "PyTorch"),
            ("cloud computing", "Amazon Web Services AWS software"),
        ],
    )
    def test_what_shortens_the_way_is_near_and_not_counted(self, skill, near):
        """A skill that only shortens the way to something is shown beside it, and counts for nothing."""
        is_tool = near[0].isupper()
        target = _target(technologies=(_tool(near, evidence=CATALOGUE),) if is_tool else (), topics=() if is_tool else (near,))
        report = skill_gaps(_person(skill), _origin(), target)

        assert (0, [skill]) == (report.met, [gap.near for gap in report.gaps])

    @pytest.mark.parametrize(
        ("name", "expected"),
        [
            ("Structured query language SQL", "SQL"),
            ("The MathWorks MATLAB", "MATLAB"),
            ("Mlflow", "MLflow"),
            ("JavaScript Object Notation JSON", "JSON"),
            ("Amazon Web Services AWS SageMaker", "Amazon SageMaker"),
            ("Grafana Labs Grafana Cloud", "Grafana"),
            ("Oracle Java", "Java"),
            ("Amazon Web Services AWS software", "AWS"),
            ("Geographic information GI", "GI"),
            ("Microsoft Excel", "Microsoft Excel"),
            ("Visual V", "Visual V"),
            ("", ""),
        ],
    )
    def test_technologies_are_called_what_people_call_them(self, name, expected):
        """No reader meets a name of the data base."""
        assert expected == display_name(name)


class TestGaps:
    """What counts, what is met, and what is missing."""

    def test_a_level_that_falls_short_is_a_gap(self):
        """A shortfall of half a level in something not practised is a gap; less is not."""
        target = _target(_skill("Programming", 4, 3.5), _skill("Writing", 4, 3.4))
        report = skill_gaps(_person(), _origin(_skill("Programming", 1, 3.0), _skill("Writing", 1, 3.0)), target)

        assert ["Programming"] == _names(report)
        assert ("Writing",) == report.met_names
        assert (1, 2) == (report.met, report.asked)

    def test_what_is_practised_daily_needs_a_larger_shortfall(self):
        """In something important in the present role, too, less than one and a half levels is no gap."""
        target = _target(_skill("Programming", 4, 4.5), _skill("Science", 4, 4.4), _skill("Writing", 4, 4.4))
        here = (_skill("Programming", 3, 3.0), _skill("Science", 4, 3.0), _skill("Writing", 3, 3.0))

        assert ["Programming"] == _names(skill_gaps(_person(), _origin(*here), target))

    def test_what_is_not_important_is_not_asked(self):
        """Below importance 3, nothing is asked for: no geography for a data scientist."""
        geography = _skill("Geography", 2.99, 6.0, domain=Domain.KNOWLEDGE)
        report = skill_gaps(_person(), _origin(_skill("Geography", 1, 0.0, domain=Domain.KNOWLEDGE)), _target(geography))

        assert (0, 0, []) == (report.met, report.asked, _names(report))

    def test_what_is_asked_of_everybody_is_not_counted(self):
        """An element that every role asks for tells nothing; from half a standard score on it counts."""
        speaking, writing = _skill("Speaking", 4, 4, score=0.49), _skill("Writing", 4, 4, score=0.5)
        report = skill_gaps(_person(), _origin(_skill("Speaking", 1, 1), _skill("Writing", 1, 1)), _target(speaking, writing))

        assert ["Writing"] == _names(report)

    def test_importance_three_is_asked(self):
        """Importance 3 means important, and counts."""
        report = skill_gaps(_person(), _origin(_skill("Writing", 1, 1)), _target(_skill("Writing", 3, 4)))

        assert ["Writing"] == _names(report)

    def test_the_largest_shortfall_comes_first(self):
        """Gaps in rated elements are sorted by importance times missing levels."""
        origin = _origin(*(_skill(name, 1, 1.0) for name in ("Writing", "Programming", "Science")))
        target = _target(_skill("Science", 5, 3.0), _skill("Programming", 4, 3.0), _skill("Writing", 3, 5.0))

        assert ["Writing", "Science", "Programming"] == _names(skill_gaps(_person(), origin, target))

    def test_what_has_no_rating_here_moves_no_count(self):
        """Something named but not rated in the present role is a strength; the count is fixed by the two roles."""
        target = _target(_skill("Programming", 4, 4.0), _skill("Writing", 4, 4.1))
        report = skill_gaps(_person("programming"), _origin(_skill("Writing", 4, 4.0)), target)

        assert (("Writing",), 1) == (report.met_names, report.asked)

    def test_a_name_of_two_domains_tells_its_domain_when_met(self):
        """Mathematics that is met is met as a skill, as knowledge or as both, and never "Mathematics, Mathematics"."""
        both = (_skill("Mathematics", 4, 5), _skill("Mathematics", 4, 5, domain=Domain.KNOWLEDGE), _skill("Writing", 4, 4))
        report = skill_gaps(_person(), _origin(*both), _target(*both))

        assert ("Mathematics (knowledge)", "Mathematics (skill)", "Writing") == report.met_names
        assert all(same_skill(name.partition(" (")[0], name) for name in report.met_names)

    def test_knowledge_tells_its_domain_when_met(self):
        """ "Administrative" is no skill that anybody has: it is a field of knowledge."""
        office = _skill("Administrative", 4, 4, domain=Domain.KNOWLEDGE)

        assert ("Administrative (knowledge)",) == skill_gaps(_person(), _origin(office), _target(office)).met_names

    def test_names_of_two_domains_stay_apart(self):
        """Mathematics the skill and Mathematics the knowledge are two things, each with its domain."""
        skill, knowledge = _skill("Mathematics", 4, 5), _skill("Mathematics", 4, 5, domain=Domain.KNOWLEDGE)
        here = (_skill("Mathematics", 1, 5), _skill("Mathematics", 1, 1, domain=Domain.KNOWLEDGE))
        report = skill_gaps(_person(), _origin(*here), _target(skill, knowledge))

        assert [("Mathematics", Domain.KNOWLEDGE)] == [(gap.name, gap.domain) for gap in report.gaps]

    def test_work_styles_are_not_skills(self):
        """Only skills and knowledge are compared by level."""
        style = _skill("Integrity", 5, 5, domain=Domain.WORK_STYLE)

        assert 0 == skill_gaps(_person(), _origin(), _target(style)).asked

    def test_a_gap_tells_its_figures(self):
        """A gap says how important it is, which level is needed and which is there, and where that comes from."""
        (gap,) = skill_gaps(_person(), _origin(_skill("Writing", 1, 1.5)), _target(_skill("Writing", 4, 4.5))).gaps

        assert (4, 4.5, 1.5, MEASURED) == (gap.importance, gap.needed_level, gap.present_level, gap.evidence)
        assert (False, False) == (gap.is_hot, gap.is_in_demand)

    def test_what_the_person_names_counts(self):
        """A rated element named by the person is met, whatever the present role is rated."""
        origin, target = _origin(_skill("Programming", 1, 0)), _target(_skill("Programming", 4, 5))

        assert [] == _names(skill_gaps(_person("programming"), origin, target))

    def test_without_ratings_nobody_is_held_to_them(self):
        """A student is not held to ratings that nobody made; what they name is a strength, and the report says so."""
        target = _target(_skill("Programming", 4, 5), _skill("Mathematics", 4, 5))
        student = _person("maths", role=STUDENT)
        report = skill_gaps(student, RoleProfile(role=STUDENT), target)

        assert (0, 0, []) == (report.met, report.asked, _names(report))
        assert (
            (
                "There are no ratings for Student, so only technologies and topics are counted; what you name of skills and "
                "knowledge is a strength and counts neither for nor against you."
            ),
        ) == report.notes
        assert ["Mathematics"] == [one.name for one in find_strengths(student, RoleProfile(role=STUDENT), target).strengths]

    def test_a_target_without_ratings_says_so(self):
        """Where the target has no ratings, the report says that they could not be compared."""
        report = skill_gaps(_person(), _origin(_skill("Writing", 3, 3)), _target(topics=("testing",)))

        assert (
            "There are no ratings for Machine Learning Engineer, so skills and knowledge could not be compared.",
        ) == report.notes

    def test_two_rated_roles_need_no_note(self):
        """Where both are rated and nothing is cut, there is nothing to say."""
        assert () == skill_gaps(_person(), _origin(_skill("Writing", 3, 3)), _target(_skill("Writing", 3, 3))).notes


class TestTechnologies:
    """Which technologies are asked for, in which order, and who has them."""

    def test_only_what_postings_ask_for_is_asked(self):
        """A technology neither in demand nor hot is not asked for."""
        target = _target(technologies=(_tool("Obscure"), _tool("Docker", demand=True), _tool("Kubernetes", hot=True)))

        assert ["Docker", "Kubernetes"] == _names(skill_gaps(_person(), _origin(), target))

    def test_in_demand_comes_before_hot_and_rare_before_common(self):
        """In demand first, then hot, the rare before the common, then by name."""
        tools = (
            _tool("Hot rare", hot=True, rarity=0.99),
            _tool("Demand common", demand=True, hot=True, rarity=0.1),
            _tool("Demand rare", demand=True, hot=True, rarity=0.9),
            _tool("Demand cool", demand=True, rarity=1.0),
            _tool("B twin", demand=True, hot=True, rarity=0.5),
            _tool("A twin", demand=True, hot=True, rarity=0.5),
        )

        assert ["Demand rare", "A twin", "B twin", "Demand common", "Demand cool", "Hot rare"] == _names(
            skill_gaps(_person(), _origin(), _target(technologies=tools))
        )

    def test_languages_come_before_what_is_used_through_them(self):
        """Python and SQL come first among O*NET's technologies, however common they are, and Git follows them."""
        tools = (
            _tool("PyTorch", demand=True, rarity=1.0),
            _tool("Git", demand=True, rarity=0.9),
            _tool("Python", demand=True, rarity=0.1),
            _tool("Structured query language SQL", demand=True, rarity=0.2),
        )

        assert ["Structured query language SQL", "Python", "Git", "PyTorch"] == _names(
            skill_gaps(_person(), _origin(), _target(technologies=tools))
        )

    def test_the_catalogue_keeps_its_own_order(self):
        """A catalogue's technologies stay in the order in which they were listed, asked for or not."""
        tools = tuple(_tool(name, evidence=CATALOGUE) for name in ("Zeta", "Alpha"))

        assert ["Zeta", "Alpha"] == _names(skill_gaps(_person(), _origin(), _target(technologies=tools)))

    def test_where_the_catalogue_names_the_tools_only_they_count(self):
        """What O*NET lists for the occupations by which a role is measured is a strength if named, and is not asked for."""
        tools = (_tool("Label Studio", evidence=CATALOGUE), _tool("Selenium", demand=True, hot=True))
        arguments = (_person("selenium"), _origin(), _target(technologies=tools))

        assert ["Label Studio"] == _names(skill_gaps(*arguments))
        assert ["Selenium"] == [strength.name for strength in find_strengths(*arguments).strengths]

    def test_one_thing_is_asked_for_once(self):
        """What the catalogue lists is not asked for again in O*NET's spelling."""
        tools = (_tool("SQL", evidence=CATALOGUE), _tool("Structured query language SQL", demand=True))

        assert ["SQL"] == _names(skill_gaps(_person(), _origin(), _target(technologies=tools)))

    def test_the_list_is_cut_and_says_by_how_much(self):
        """Only the first technologies and topics count; how many more there are is said."""
        tools = tuple(_tool(f"Tool {number:02}", demand=True) for number in range(6))
        chosen = Assumptions(gap_technologies=3, gap_topics=1)
        report = skill_gaps(
            _person(), _origin(), _target(technologies=tools, topics=("one", "two", "three")), assumptions=chosen
        )

        assert ["Tool 00", "one", "Tool 01", "Tool 02"] == _names(report)
        assert 4 == report.asked
        assert (
            "The lists of Machine Learning Engineer hold 5 more technologies and topics. They are not counted; those that you "
            "name stand among what you bring."
        ) == report.notes[-1]

    def test_a_single_thing_beyond_the_cut_is_told_in_the_singular(self):
        """One more is not counted."""
        report = skill_gaps(_person(), _origin(), _target(topics=("one", "two")), assumptions=Assumptions(gap_topics=1))

        assert (
            "The lists of Machine Learning Engineer hold 1 more technology or topic. It is not counted; if you name it, it "
            "stands among what you bring."
        ) == report.notes[-1]

    @pytest.mark.parametrize(("importance", "is_last"), [(3.1, True), (3.6, False)])
    def test_knowledge_of_some_anchors_comes_last_and_counts(self, importance, is_last):
        """What hardly matters in the mean of several occupations is learned after tools and topics, and stays in m of n."""
        asked = _skill("Telecommunications", importance=importance, level=4.0, domain=Domain.KNOWLEDGE)
        here = _skill("Telecommunications", importance=2.0, level=1.0, domain=Domain.KNOWLEDGE)
        report = skill_gaps(_person(), _origin(here), _target(asked, topics=("one", "two", "three")))

        assert 4 == report.asked
        assert is_last == (_names(report)[-1] == "Telecommunications")

    def test_beyond_the_cut_what_is_named_is_a_strength_and_no_count(self):
        """Somebody who knows a tool beyond the cut brings it; m of n stays what the two roles make it."""
        tools = tuple(_tool(f"Tool {number:02}", demand=True) for number in range(5))
        chosen = Assumptions(gap_technologies=3)
        arguments = (_person("tool 04"), _origin(), _target(technologies=tools))
        report = skill_gaps(*arguments, assumptions=chosen)
        (strength,) = find_strengths(*arguments, assumptions=chosen).strengths

        assert (0, 3, ()) == (report.met, report.asked, report.met_names)
        assert ("Tool 04", True) == (strength.name, strength.is_own)
        assert strength.reason.endswith("Machine Learning Engineer, though not among what is counted.")

    def test_common_programs_never_count_for_more_than_the_first_language(self):
        """Naming seven office programs meets no more of an engineer's list than naming Python does."""
        programs = ("Microsoft Excel", "Microsoft Word", "Microsoft PowerPoint", "Microsoft Outlook", "Microsoft Access")
        core = tuple(_tool(name, evidence=CATALOGUE) for name in ("Python", "PyTorch", "Docker"))
        target = _target(technologies=(*core, *(_tool(name, demand=True, hot=True) for name in programs)))
        chosen = Assumptions(gap_technologies=3)
        of_programs = skill_gaps(_person(*programs), _origin(), target, assumptions=chosen)
        of_python = skill_gaps(_person("Python"), _origin(), target, assumptions=chosen)

        assert (0, 3) == (of_programs.met, of_programs.asked)
        assert (1, 3) == (of_python.met, of_python.asked)

    @pytest.mark.parametrize("tool", [_tool("Docker", demand=True), _tool("Docker", evidence=CATALOGUE)])
    def test_tools_of_the_present_occupation_are_likely_and_not_credited(self, tool):
        """A tool that postings of the present role ask for is likely; it is met when the person names it, and not before."""
        arguments = (_origin(technologies=(tool,)), _target(technologies=(_tool("Docker", hot=True),)))
        (gap,) = skill_gaps(_person(), *arguments).gaps

        assert gap.is_likely
        assert ("Docker",) == skill_gaps(_person("docker"), *arguments).met_names

    @pytest.mark.parametrize("tool", [_tool("Docker", hot=True), _tool("Docker")])
    def test_a_tool_on_the_long_list_is_not_likely(self, tool):
        """A tool that is merely on the long list of the present role says nothing."""
        (gap,) = skill_gaps(_person(), _origin(technologies=(tool,)), _target(technologies=(_tool("Docker", hot=True),))).gaps

        assert not gap.is_likely

    def test_tools_of_a_role_on_the_way_are_taken_for_granted(self):
        """Who would come from a stepping stone has worked there with its tools."""
        stone = RoleProfile(role=Role(code="15-2041.00", title="Statisticians"), technologies=(_tool("Docker", demand=True),))

        assert 1 == skill_gaps(_person(), stone, _target(technologies=(_tool("Docker", hot=True),))).met

    def test_a_topic_of_the_present_role_is_met(self):
        """A topic that both roles have is met."""
        assert 1 == skill_gaps(_person(), _origin(topics=("Testing",)), _target(topics=("testing",))).met

    @pytest.mark.parametrize(("importance", "is_met"), [(3.9, False), (4.0, True)])
    def test_a_topic_is_met_by_who_lives_by_it(self, importance, is_met):
        """Teaching is not missing for people in whose work Instructing is very important."""
        report = skill_gaps(_person(), _origin(_skill("Instructing", importance, 5)), _target(topics=("teaching",)))

        assert is_met == (("teaching",) == report.met_names)

    def test_a_topic_is_met_by_the_trade_itself(self):
        """A software developer tests software, whatever nobody rated."""
        developer = Role(code="15-1252.00", title="Software Developers")
        target = _target(topics=("software testing",))

        assert 1 == skill_gaps(_person(role=developer), RoleProfile(role=developer), target).met
        assert 0 == skill_gaps(_person(), _origin(), target).met

    def test_of_alternatives_one_is_enough(self):
        """Label Studio, Labelbox and CVAT are asked for once, and met by any of them."""
        tools = tuple(_tool(name, evidence=CATALOGUE) for name in ("Label Studio", "Labelbox", "CVAT"))
        (gap,) = skill_gaps(_person(), _origin(), _target(technologies=tools)).gaps
        report = skill_gaps(_person("cvat"), _origin(), _target(technologies=tools))

        assert ("Label Studio", ("Labelbox", "CVAT")) == (gap.name, gap.alternatives)
        assert (("CVAT",), 1) == (report.met_names, report.asked)

    def test_a_product_and_its_makers_name_are_asked_for_once(self):
        """SAP and SAP ERP are one thing to learn."""
        tools = (_tool("SAP ERP", hot=True), _tool("SAP software", demand=True))
        (gap,) = skill_gaps(_person(), _origin(), _target(technologies=tools)).gaps

        assert ("SAP software", ("SAP ERP",)) == (gap.name, gap.alternatives)

    def test_what_onet_adds_does_not_stand_in_for_the_core(self):
        """R on O*NET's list does not meet the Python that the catalogue puts first."""
        tools = (_tool("Python", evidence=CATALOGUE), _tool("R", demand=True))

        assert ["Python"] == _names(skill_gaps(_person("R"), _origin(), _target(technologies=tools)))

    @pytest.mark.parametrize("name", ["Microsoft Edge", "Apple Safari", "Mozilla Firefox", "Google Chrome", "Apple macOS"])
    def test_browsers_are_programs_of_every_office(self, name):
        """No cashier learns a browser first."""
        assert is_office(name)

    def test_no_office_program_heads_the_list(self):
        """Programs of every office and chat programs stand last, and where the list begins with one, a topic leads."""
        tools = tuple(_tool(name, evidence=CATALOGUE) for name in ("OpenAI ChatGPT", "Microsoft Word", "Python", "LangChain"))
        report = skill_gaps(_person(), _origin(), _target(technologies=tools, topics=("prompt design", "LLM evaluation")))

        assert ["prompt design", "Python", "LLM evaluation", "LangChain", "OpenAI ChatGPT", "Microsoft Word"] == _names(report)

    def test_no_kind_hides_behind_another(self):
        """Tools, topics and rated elements take turns, so that the top of the list shows all three."""
        tools = tuple(_tool(f"Tool {number}", evidence=CATALOGUE) for number in range(8))
        skills = tuple(_skill(name, 4, 5) for name in ("Programming", "Science"))
        here = tuple(_skill(name, 1, 1) for name in ("Programming", "Science"))
        report = skill_gaps(_person(), _origin(*here), _target(*skills, technologies=tools, topics=("one", "two", "three")))

        assert ["Tool 0", "one", "Tool 1", "two", "Programming", "Tool 2", "three", "Tool 3", "Science"] == _names(report)[:9]

    def test_what_is_likely_comes_late_unless_all_else_needs_it(self):
        """A tool that the present role likely uses is not taught first, except the language in which the rest is done."""
        names = ("Maze", "Tableau", "Framer", "Python", "Docker", "Kubernetes")
        origin = _origin(technologies=tuple(_tool(name, demand=True) for name in ("Tableau", "Docker", "Python")))
        report = skill_gaps(_person(), origin, _target(technologies=tuple(_tool(name, evidence=CATALOGUE) for name in names)))

        assert ["Maze", "Framer", "Python", "Docker", "Kubernetes", "Tableau"] == _names(report)

    def test_the_tool_that_the_catalogue_names_first_keeps_its_place(self):
        """A designer likely uses Figma, and no Maze goes before it; a subject does."""
        tools = tuple(_tool(name, evidence=CATALOGUE) for name in ("Figma", "Maze"))
        target = _target(technologies=tools, topics=("interaction design",))
        report = skill_gaps(_person(), _origin(technologies=(_tool("Figma", demand=True),)), target)

        assert ["interaction design", "Figma", "Maze"] == _names(report)

    def test_what_a_named_tool_is_built_on_is_likely_and_no_lesson(self):
        """Who names PyTorch is not told to learn Python first, and it counts as soon as it is named."""
        target = _target(technologies=tuple(_tool(name, evidence=CATALOGUE) for name in ("Python", "Docker", "PyTorch")))
        report = skill_gaps(_person("PyTorch"), _origin(), target)

        assert [("Docker", False), ("Python", True)] == [(gap.name, gap.is_likely) for gap in report.gaps]
        assert (1, 2) == (report.met, skill_gaps(_person("PyTorch", "Python"), _origin(), target).met)

    def test_a_subject_implies_no_tool(self):
        """Statistics can be known without Python, though here it is taught after it."""
        target = _target(technologies=(_tool("Python", evidence=CATALOGUE),), topics=("statistics",))

        assert not any(gap.is_likely for gap in skill_gaps(_person("statistics"), _origin(), target).gaps)

    @pytest.mark.parametrize(("code", "is_shown"), [("19-2012.00", True), ("15-2041.00", True), ("29-1141.00", False)])
    def test_physicists_know_statistics(self, code, is_shown):
        """What is the daily work of a trade is not asked of it as a lesson."""
        origin = RoleProfile(role=Role(code=code, title="Some"))

        assert is_shown == ("statistics" in skill_gaps(_person(), origin, _target(topics=("statistics",))).met_names)

    @pytest.mark.parametrize(
        ("skill", "shown"),
        [
            ("teaching maths", "Mathematics"),
            ("Monte Carlo simulation", "simulation"),
            ("political science", "Law and Government"),
            ("quality improvement", "process analysis"),
            ("data journalism", "fact checking"),
            ("computer science", "Programming"),
            ("troubleshooting", "fault finding"),
            ("A/B testing", "experiment reading"),
            ("RNA-seq", "genomics"),
            ("avionics repair", "Troubleshooting"),
        ],
    )
    def test_what_readers_named_is_read(self, skill, shown):
        """Skills as real people state them are understood."""
        assert shows(skill, shown)

    def test_continuous_integration_comes_near(self):
        """CI/CD is no stranger to the continuous delivery of models."""
        (gap,) = skill_gaps(_person("CI/CD"), _origin(), _target(topics=("continuous delivery of models",))).gaps

        assert "CI/CD" == gap.near

    def test_a_topic_is_an_assumption(self):
        """Topics come from a catalogue, and say so."""
        (gap,) = skill_gaps(_person(), _origin(), _target(topics=("testing",))).gaps
        evidence = Evidence(
            kind=EvidenceKind.ASSUMPTION,
            source="catalogue of roles",
            detail="reviewed topic of Machine Learning Engineer",
        )

        assert (Domain.TOPIC, evidence) == (gap.domain, gap.evidence)

    def test_only_tools_are_likely(self):
        """Nobody is taken to know a topic or a rated element unsaid: they are shown, named or missing."""
        target = _target(_skill("Writing", 4, 4), topics=("testing",))
        gaps = skill_gaps(_person(), _origin(_skill("Writing", 1, 1)), target).gaps

        assert [("testing", False), ("Writing", False)] == [(gap.name, gap.is_likely) for gap in gaps]

    def test_demand_is_told(self):
        """A gap says whether postings ask for it here, and everywhere."""
        (gap,) = skill_gaps(_person(), _origin(), _target(technologies=(_tool("Docker", demand=True, hot=True),))).gaps

        assert (True, True, Domain.TECHNOLOGY) == (gap.is_in_demand, gap.is_hot, gap.domain)

    def test_near_is_shown_and_not_counted(self):
        """Knowing TensorFlow is shown beside PyTorch, in the person's own words, and does not count as PyTorch."""
        target = _target(technologies=(_tool("PyTorch", demand=True),))
        (gap,) = skill_gaps(_person("teaching", "tensorflow"), _origin(), target).gaps

        assert ("PyTorch", "tensorflow") == (gap.name, gap.near)

    def test_a_skill_not_told_before_is_told_as_near(self):
        """Of two skills that come near two gaps, each is told once."""
        target = _target(technologies=(_tool("PyTorch", demand=True), _tool("Microsoft Power BI", demand=True)))
        gaps = skill_gaps(_person("deep learning", "machine vision", "keras", "qlik"), _origin(), target).gaps

        assert ["qlik", "deep learning"] == [gap.near for gap in gaps]

    @pytest.mark.parametrize(
        ("skill", "name"),
        [("Pyhton", "Python"), ("Kubernets", "Kubernetes"), ("Sparc", "Apache Spark"), ("machine lerning", "machine learning")],
    )
    def test_a_slip_is_asked_about_and_never_counted(self, skill, name):
        """What is one slip of the keys away from a known name counts for nothing and comes near nothing: it is a question."""
        tools = tuple(_tool(tool, demand=True) for tool in ("Python", "Kubernetes", "Apache Spark"))
        report = skill_gaps(_person(skill, "asdf qwer"), _origin(), _target(technologies=tools))

        assert (0, (skill, "asdf qwer"), ((skill, name),)) == (report.met, report.unrecognised, report.suggestions)
        assert not any(gap.near for gap in report.gaps)

    @given(values.people(), values.profiles(), values.profiles())
    @example(_person("German", "lesson planning", "SEO", "triage", "Pyhton"), _origin(topics=("triage",)), _target())
    @example(
        _person("machine learning", "deep learning", "Westlaw", "German"),
        _origin(),
        _target(technologies=(_tool("Thomson Reuters Westlaw"),), topics=("model monitoring",)),
    )
    def test_every_named_skill_is_told(self, person, origin, target):
        """Every named skill is told once: as brought, near to a gap, near to what is listed, not asked for, not recognised."""
        report = skill_gaps(person, origin, target)
        near = {gap.near for gap in report.gaps}
        apart = (report.related, report.unasked, report.unrecognised)
        left = [skill for skill in person.skills if skill not in near.union(*apart)]
        own = find_strengths(person, origin, target, assumptions=Assumptions(strength_limit=100.0)).strengths

        assert all(any(shows(skill, one.name) for one in own) for skill in left)
        assert len(near.union(*apart)) == len(near) + sum(map(len, apart))

    def test_what_is_listed_or_near_is_related_and_not_unasked(self):
        """What comes near a gap beside another, near what is met, or stands on the long list only, is not called unlisted."""
        target = _target(
            technologies=(_tool("PyTorch", demand=True), _tool("Git", demand=True), _tool("Thomson Reuters Westlaw"))
        )
        person = _person("TensorFlow", "deep learning", "Git", "version control", "Westlaw", "German")
        report = skill_gaps(person, _origin(), target)

        assert ["TensorFlow"] == [gap.near for gap in report.gaps]
        assert ("deep learning", "version control", "Westlaw") == report.related
        assert ("German",) == report.unasked

    def test_what_nobody_knows_is_listed(self):
        """Skills that match nothing are listed as they were written; near ones and known ones are not."""
        target = _target(technologies=(_tool("PyTorch", demand=True),))
        origin = _origin(_skill("Medicine", 4, 4), technologies=(_tool("Epic Systems"),), topics=("triage",))
        report = skill_gaps(_person("Juggling", "tensorflow", "medicine", "Epic Systems", "triage", "pytorch"), origin, target)

        assert ("Juggling",) == report.unrecognised

    def test_what_shows_rare_knowledge_is_told_behind_many_skills(self):
        """However many strengths come first, a named skill that shows what the role rarely asks for is told."""
        taxonomy = load_taxonomy()
        nurse, scientist = (taxonomy.profile(taxonomy.role(words)) for words in ("nurse", "data scientist"))
        many = ("Python", "SQL", "Git", "Docker", "statistics", "pandas", "NumPy", "Tableau", "Excel", "Linux", "R", "Java")
        person = Person(position=Position(role=nurse.role), skills=(*many, "wound care"))
        report, strengths = skill_gaps(person, nurse, scientist), find_strengths(person, nurse, scientist)
        said = [*report.unasked, *report.unrecognised, *report.related, *(gap.near for gap in report.gaps)]

        told = [*(one.name for one in strengths.strengths), *strengths.notes]
        assert "wound care" in said or any("Medicine and Dentistry" in words for words in told)

    @pytest.mark.parametrize(
        ("skill", "name", "is_shown"),
        [
            ("Python (Programming Language)", "Python", True),
            ("Excel (advanced)", "Microsoft Excel", True),
            ("Google Drive", "NVIDIA DRIVE", False),
            ("Google Analytics", "Adobe Analytics", False),
            ("SEM", "Sales and Marketing", False),
        ],
    )
    def test_a_name_shows_one_thing(self, skill, name, is_shown):
        """As LinkedIn writes it, it is the same; a like name of another maker, or a short form of several things, is not."""
        assert is_shown == shows(skill, name)

    @pytest.mark.parametrize(
        ("text", "skills"),
        [
            ("Natural Language Processing (NLP), SQL", ("Natural Language Processing", "SQL")),
            ("a (b, c), d", ("a (b, c)", "d")),
            ("a), b (c", ("a)", "b (c")),
            ("", ()),
        ],
    )
    def test_a_list_is_parted_outside_brackets(self, text, skills):
        """What is in brackets belongs to what is before it, and only repeats it where it is its short form."""
        assert skills == split_skills(text)

    def test_what_the_tables_name_is_known(self):
        """No name of a reviewed table is strange, on whichever side of a line it stands and whatever the role asks for."""
        lines = [line for table in (*EVERYDAY, ai_words.COMES_NEAR) for line in tables.parse(table)]
        names = {name for left, right in lines for name in (*left, *right)} | {"RAG", "fhir", "Docker"}

        assert () == skill_gaps(_person(*sorted(names)), _origin(), _target()).unrecognised

    @given(values.people(), values.profiles(), values.profiles(), values.assumptions())
    def test_the_fast_count_is_the_same(self, person, origin, target, assumptions):
        """Counting alone gives the same m of n as the whole report."""
        whole = skill_gaps(person, origin, target, assumptions=assumptions)
        count = count_gaps(person, origin, target, assumptions=assumptions)

        assert (whole.met, whole.asked) == (count.met, count.asked)

    @pytest.mark.parametrize("function", [skill_gaps, count_gaps, find_strengths])
    @pytest.mark.parametrize("place", [0, 1, 2])
    def test_wrong_types_are_refused(self, function, place):
        """Each argument must be what it is called."""
        arguments = [_person(), _origin(), _target()]
        arguments[place] = "nurse"
        with pytest.raises(InvalidValueError, match=[r"^person:", r"^origin:", r"^target:"][place]):
            function(*arguments)

    @pytest.mark.parametrize("function", [skill_gaps, count_gaps, find_strengths])
    def test_assumptions_must_be_assumptions(self, function):
        """A number is not a set of assumptions."""
        with pytest.raises(InvalidValueError, match=r"^assumptions:"):
            function(_person(), _origin(), _target(), assumptions=0.5)


class TestStrengths:
    """What is there, the distinctive before the common."""

    def test_own_skills_come_first(self):
        """What the person names and the target asks for comes first and is marked as their own."""
        target = _target(_skill("Programming", 4, 4), technologies=(_tool("Docker", demand=True),), topics=("testing",))
        origin = _origin(_skill("Programming", 4, 4, score=3))
        strengths = find_strengths(_person("docker", "testing"), origin, target).strengths

        assert [("Docker", True), ("testing", True), ("Programming", False)] == [
            (strength.name, strength.is_own) for strength in strengths
        ]

    @pytest.mark.parametrize(
        ("skill", "target", "words"),
        [
            (
                "docker",
                {"technologies": (_tool("Docker", demand=True),)},
                "is marked in demand by O*NET in the occupations by which we measure",
            ),
            ("docker", {"technologies": (_tool("Docker", hot=True),)}, "is listed for"),
            ("testing", {"topics": ("testing",)}, "belongs to the work of"),
        ],
    )
    def test_own_skills_say_why_they_count(self, skill, target, words):
        """The reason says how much the target asks for it."""
        (strength,) = find_strengths(_person(skill), _origin(), _target(**target)).strengths

        assert f"You named it, and it {words} Machine Learning Engineer." == strength.reason

    def test_an_everyday_word_is_quoted(self):
        """Who named Java is told that it shows programming, and not that they named programming."""
        target = _target(_skill("Programming", 4, 4))
        (strength,) = find_strengths(_person("Java"), _origin(_skill("Programming", 1, 1)), target).strengths

        assert "You named Java, which shows it, and it is important for Machine Learning Engineer." == strength.reason

    def test_a_tool_that_is_not_counted_says_as_what_it_counts(self):
        """C++ beyond the tools that count is counted as programming, and is not called uncounted."""
        target = _target(_skill("Programming", 4, 4), technologies=(_tool("Git", evidence=CATALOGUE), _tool("C++", hot=True)))
        strengths = find_strengths(_person("C++"), _origin(_skill("Programming", 1, 1)), target).strengths

        assert strengths[-1].reason == (
            "You named it, and it is listed for Machine Learning Engineer; not counted itself, it counts as Programming."
        )

    @pytest.mark.parametrize(("score", "is_told"), [(1.6, True), (0.1, False)])
    def test_what_is_asked_of_everybody_is_told_where_it_is_named_and_stands_out(self, score, is_told):
        """An agent who names customer service brings it where it is important, though it is so in most occupations."""
        name = "Customer and Personal Service"
        target = _target(_skill(name, 3.2, 3.6, score=-0.3))
        given = (_person("customer service"), _origin(_skill(name, 4.7, 5.7, score=score)), target)

        assert ([name] if is_told else []) == [one.name for one in find_strengths(*given).strengths]
        assert (0, () if is_told else ("customer service",)) == (skill_gaps(*given).asked, skill_gaps(*given).unasked)
        assert is_told is not any("stands out" in note for note in find_strengths(*given).notes)

    def test_what_nobody_rated_stands_out_by_nothing(self):
        """A tool has no standard score among the roles, so naming it counts as neither common nor rare."""
        (strength,) = find_strengths(
            _person("docker"), _origin(), _target(technologies=(_tool("Docker", demand=True),))
        ).strengths

        assert 0.0 == strength.distinctiveness

    def test_an_own_rated_skill_keeps_its_score(self):
        """A rated element named by the person says how distinctive it is at the target."""
        (strength,) = find_strengths(
            _person("programming"), _origin(), _target(_skill("Programming", 4, 4, score=3.2))
        ).strengths

        assert (3.2, True) == (strength.distinctiveness, strength.is_own)
        assert "is important for" in strength.reason

    def test_the_common_is_left_out(self):
        """What stands out nowhere is no strength, however important it is; at one and a half it stands out."""
        common = [_skill(name, 5, 5, score=score) for name, score in (("Speaking", 1.49), ("Writing", 1.5))]
        target = _target(_skill("Speaking", 5, 5), _skill("Writing", 5, 5))

        assert ["Writing"] == [strength.name for strength in find_strengths(_person(), _origin(*common), target).strengths]

    @pytest.mark.parametrize("score", [0.0, -0.5])
    def test_what_the_target_does_not_stress_is_left_out(self, score):
        """An element that is unusual here but common or even rarer there is not counted as a shared strength."""
        chosen = Assumptions(gap_distinct=-1.0)
        origin, target = _origin(_skill("Writing", 4, 4, score=3)), _target(_skill("Writing", 4, 4, score=score))

        assert () == find_strengths(_person(), origin, target, assumptions=chosen).strengths

    def test_what_falls_short_is_no_strength(self):
        """Something distinctive of the present role that is not enough for the target is a gap, not a strength."""
        origin, target = _origin(_skill("Programming", 4, 2, score=3)), _target(_skill("Programming", 4, 6))

        assert () == find_strengths(_person(), origin, target).strengths

    def test_the_most_distinctive_comes_first(self):
        """Strengths are ranked by how distinctive they are at both ends together."""
        names = (("Science", 2.0, 2.0), ("Programming", 3.0, 3.0), ("Writing", 4.0, 0.6))
        origin = _origin(*(_skill(name, 4, 4, score=here) for name, here, _ in names))
        target = _target(*(_skill(name, 4, 4, score=there) for name, _, there in names))
        strengths = find_strengths(_person(), origin, target).strengths

        assert ["Programming", "Writing", "Science"] == [strength.name for strength in strengths]
        assert (
            "It stands out in the work of Registered Nurses (importance 4.0 of 5) and counts for Machine Learning Engineer "
            "(importance 4.0 of 5)."
        ) == strengths[0].reason
        assert [3.0, 4.0, 2.0] == [strength.distinctiveness for strength in strengths]

    def _medicine(self, **changes):
        facts = {"importance": 4, "level": 5, "score": 3.0, "domain": Domain.KNOWLEDGE} | changes
        return _skill("Medicine", facts["importance"], facts["level"], score=facts["score"], domain=facts["domain"])

    def test_knowledge_that_others_lack_is_named(self):
        """A nurse brings medicine, of which the figures of a machine learning engineer ask for little."""
        target = _target(self._medicine(importance=1.2, level=0.5))
        (strength,) = find_strengths(_person(), _origin(self._medicine()), target).strengths

        assert (True, "Medicine", 3.0) == (strength.is_rare_at_target, strength.name, strength.distinctiveness)
        assert (
            "It stands out in the work of Registered Nurses (importance 4.0 of 5), and little of it is asked of the "
            "occupations by which we measure Machine Learning Engineer (importance 1.2 of 5): it helps at employers "
            "whose product is about it."
        ) == strength.reason

    def test_a_sentence_stands_on_all_of_its_figures(self):
        """A strength that quotes a figure of each role rests on both, and is no firmer than the weaker."""
        estimate = Evidence(kind=EvidenceKind.DERIVED, source="O*NET 29.3", detail="weighted mean")
        own = Evidence(kind=EvidenceKind.MEASURED, source="O*NET 29.3", detail="of 29-1141.00")
        both = Evidence(kind=EvidenceKind.DERIVED, source="O*NET 29.3", detail="of 29-1141.00; weighted mean")
        for there in (self._medicine(), self._medicine(importance=1.2, level=0.5)):
            origin = _origin(attrs.evolve(self._medicine(), evidence=own))
            (strength,) = find_strengths(_person(), origin, _target(attrs.evolve(there, evidence=estimate))).strengths

            assert both == strength.evidence

    def test_what_a_topic_is_about_is_not_called_rare(self):
        """Where a topic of the target is about a field, the figures of stand-ins do not make it rare; who named it is heard."""
        here, there = (_skill("Foreign Language", *one, score=3.0, domain=Domain.KNOWLEDGE) for one in ((4, 5), (1.3, 0.5)))
        report = find_strengths(_person("German"), _origin(here), _target(there, topics=("multilingual data",)))
        (strength,) = report.strengths

        assert (False, EvidenceKind.ASSUMPTION) == (strength.is_rare_at_target, strength.evidence.kind)
        assert (
            "You named German, which shows it. It stands out in the work of Registered Nurses (importance 4.0 of 5), and comes "
            "near to multilingual data, which belongs to the work of Machine Learning Engineer."
        ) == strength.reason

    def test_every_word_that_shows_it_is_quoted(self):
        """Of several words for one thing none is lost."""
        report = find_strengths(_person("tutoring", "lecturing", "teaching"), _origin(), _target(topics=("teaching",)))
        (strength,) = report.strengths

        assert strength.reason.startswith("You named it, and tutoring and lecturing,")

    def test_own_skills_beyond_the_limit_are_told(self):
        """What the list has no room for is named in a note."""
        chosen = Assumptions(strength_limit=1)
        report = find_strengths(_person("one", "two"), _origin(), _target(topics=("one", "two")), assumptions=chosen)

        assert "You named these, too, and they are listed for Machine Learning Engineer: two." in report.notes

    def test_what_stands_out_and_is_named_stands_out(self):
        """The note that nothing stands out is not given where the person named what does."""
        origin, target = _origin(_skill("Programming", 4, 4, score=3)), _target(_skill("Programming", 4, 4))

        assert not any("stands out" in note for note in find_strengths(_person("programming"), origin, target).notes)

    @pytest.mark.parametrize(
        ("here", "there"),
        [
            ({"score": 2.49}, {"importance": 1.2, "level": 0.5}),
            ({"importance": 2.9}, {"importance": 1.2, "level": 0.5}),
            ({"domain": Domain.SKILL}, {"importance": 1.2, "level": 0.5, "domain": Domain.SKILL}),
            ({}, {"importance": 3.0, "level": 0.5, "score": 0.0}),
            ({}, {"importance": 1.2, "level": 5}),
            ({}, {"importance": 1.2, "level": 6}),
        ],
    )
    def test_what_others_have_too_is_not_called_rare(self, here, there):
        """Knowledge must stand out here, matter here, and be lower there to be called rare."""
        report = find_strengths(_person(), _origin(self._medicine(**here)), _target(self._medicine(**there)))

        assert () == report.strengths

    def test_one_field_of_rare_knowledge_is_named(self):
        """Of several fields that people at the target lack, the one in which the roles differ most is named, ties by name."""
        names = (("Biology", 4.0), ("Medicine", 5.0), ("Anatomy", 5.0))
        origin = _origin(*(_skill(name, here, 5, score=3.0, domain=Domain.KNOWLEDGE) for name, here in names))
        target = _target(*(_skill(name, 1, 0, domain=Domain.KNOWLEDGE) for name, _ in names))

        def found(limit):
            chosen = Assumptions(strength_rare_limit=limit)
            return [strength.name for strength in find_strengths(_person(), origin, target, assumptions=chosen).strengths]

        assert ["Anatomy"] == found(1)
        assert ["Anatomy", "Medicine", "Biology"] == found(3)

    def test_rare_knowledge_is_ranked_by_how_far_the_roles_are_apart(self):
        """What counts is by how much it matters more here than there, not how many times as much."""
        names = (("Biology", 3.0, 1.0), ("Medicine", 5.0, 2.5))
        origin = _origin(*(_skill(name, here, 5, score=3.0, domain=Domain.KNOWLEDGE) for name, here, _ in names))
        target = _target(*(_skill(name, there, 0, domain=Domain.KNOWLEDGE) for name, _, there in names))
        report = find_strengths(_person(), origin, target, assumptions=Assumptions(strength_rare_limit=2))

        assert ["Medicine", "Biology"] == [strength.name for strength in report.strengths]

    def test_tools_that_were_not_named_are_no_strength(self):
        """A tool that both roles are asked for is no strength of somebody who does not name it."""
        tools = (_tool("Docker", demand=True, rarity=0.9),)

        assert () == find_strengths(_person(), _origin(technologies=tools), _target(technologies=tools)).strengths

    def test_office_programs_stand_last(self):
        """Excel is listed behind what tells something about the person, even where it counts."""
        tools = tuple(_tool(name, evidence=CATALOGUE) for name in ("Microsoft Excel", "Python"))
        report = find_strengths(
            _person("Excel", "Python", "testing"), _origin(), _target(technologies=tools, topics=("testing",))
        )

        assert ["Python", "testing", "Microsoft Excel"] == [strength.name for strength in report.strengths]

    def test_nothing_is_said_twice(self):
        """A strength that is named and distinctive is listed once, as the person's own."""
        origin, target = _origin(_skill("Programming", 4, 4, score=3)), _target(_skill("Programming", 4, 4))

        assert [True] == [strength.is_own for strength in find_strengths(_person("programming"), origin, target).strengths]

    def test_the_list_is_cut(self):
        """No more strengths than the assumptions allow are shown, but all are counted."""
        topics = tuple(f"topic {number}" for number in range(6))
        report = find_strengths(_person(*topics), _origin(), _target(topics=topics), assumptions=Assumptions(strength_limit=2))

        assert (2, 6, 6) == (len(report.strengths), report.shared, report.asked)

    def test_where_nothing_stands_out_it_is_said(self):
        """Where both are rated and nothing stands out, the report says so plainly."""
        report = find_strengths(_person(), _origin(_skill("Writing", 4, 4, score=0)), _target(_skill("Writing", 4, 4)))

        assert () == report.strengths
        assert any("nothing in the ratings of Registered Nurses stands out" in note for note in report.notes)
        assert any("1 of 1 things" in note for note in report.notes)

    def test_where_something_stands_out_it_is_not_said(self):
        """The note about nothing standing out is not given to somebody with a distinctive skill."""
        report = find_strengths(_person(), _origin(_skill("Writing", 4, 4, score=3)), _target(_skill("Writing", 4, 4)))

        assert not any("stands out" in note for note in report.notes)

    def test_own_skills_do_not_silence_the_note(self):
        """What the person names says nothing about what the figures show."""
        report = find_strengths(_person("writing"), _origin(_skill("Writing", 4, 4, score=0)), _target(_skill("Writing", 4, 4)))

        assert any("stands out" in note for note in report.notes)

    def test_a_student_is_told_what_is_not_known(self):
        """Where the present role has no ratings, the report says so and what to do about it."""
        report = find_strengths(_person(role=STUDENT), RoleProfile(role=STUDENT), _target(_skill("Writing", 4, 4)))

        assert (0, 0) == (report.shared, report.asked)
        assert (
            (
                "The data hold no ratings for Student: what you can do shows only in what you name. Name courses, projects and "
                "tools, and this list grows."
            ),
        ) == report.notes

    def test_an_unrated_target_is_told(self):
        """Where the target has no ratings, the report says so."""
        report = find_strengths(_person(), _origin(_skill("Writing", 4, 4)), _target(topics=("testing",)))

        assert "The data hold no ratings for Machine Learning Engineer" in report.notes[0]


def test_strengths_name_the_occupation_that_was_rated():
    """Where another occupation stands in for the present role, a strength says whose work it stands out in."""
    taxonomy = load_taxonomy()
    officer, manager = (taxonomy.role(f"aijobkit:{name}") for name in ("military-officer", "ai-product-manager"))
    report = find_strengths(Person(position=Position(role=officer)), taxonomy.profile(officer), taxonomy.profile(manager))
    reasons = [strength.reason for strength in report.strengths if "stands out" in strength.reason]

    assert reasons
    assert all("work of General and Operations Managers, who stand in for Military Officer" in reason for reason in reasons)


class TestLessonsInOrder:
    """Nothing is taught before what it is built on."""

    @pytest.fixture
    def names(self, taxonomy):
        """Return the gaps of a nurse on the way to machine learning engineering."""
        roles = [taxonomy.role(name) for name in ("registered nurse", "machine learning engineer")]
        return _names(skill_gaps(_person(), *(taxonomy.profile(role) for role in roles)))

    @pytest.mark.parametrize(
        ("first", "then"),
        [
            ("Python", "Structured query language SQL"),
            ("statistics", "feature engineering"),
            ("Programming", "NumPy"),
            ("Mathematics", "Scikit-learn"),
            ("NumPy", "pandas"),
            ("pandas", "XGBoost"),
            ("Scikit-learn", "PyTorch"),
            ("Docker", "Kubernetes"),
        ],
    )
    def test_foundations_come_before_what_is_built_on_them(self, names, first, then):
        """A nurse learns Python and statistics before model work, and NumPy and Scikit-learn before PyTorch."""
        assert names.index(first) < names.index(then)

    def test_what_needs_nothing_keeps_its_place(self, taxonomy):
        """Where the core tool of a target needs no language, no language is put before it."""
        roles = [taxonomy.role(name) for name in ("registered nurse", "data labelling lead")]
        names = _names(skill_gaps(_person(), *(taxonomy.profile(role) for role in roles)))

        assert "Label Studio" == names[0]

    def test_lessons_that_need_each_other_are_all_taught(self, monkeypatch):
        """A circle in the table neither loses a lesson nor hangs."""
        monkeypatch.setattr("aijobkit.gaps.asked.comes_before", {"A": ("B",), "B": ("A",), "C": ("A",)}.__getitem__)
        target = _target(technologies=tuple(_tool(name, evidence=CATALOGUE) for name in "CAB"))

        assert ["B", "A", "C"] == _names(skill_gaps(_person(), _origin(), target))

    def test_every_name_of_the_table_exists(self, taxonomy):
        """What comes first is spelled as O*NET or the catalogue spells it, and no lesson comes before itself."""
        rows = tables.parse(tables.BEFORE)
        asked = {name for one in taxonomy.definitions for name in (*one.topics, *one.technologies)} | {
            "Programming",
            "Mathematics",
        }

        assert {name for _, before in rows for name in before} <= asked
        assert not [name for names, _ in rows for name in names if any(same_skill(name, one) for one in comes_before(name))]


class TestNobodyIsShortOfTheirDailyWork:
    """A topic that the present role does all week, as well as the target needs it, is not missing."""

    @pytest.mark.parametrize(
        ("role", "topic"),
        [
            ("high school teacher", "clear writing"),
            ("registered nurse", "fact checking"),
            ("accountant", "fact checking"),
            ("army officer", "clear writing"),
            ("software developer", "careful reading of guidelines"),
        ],
    )
    def test_an_educated_reader_reads_checks_and_writes(self, taxonomy, role, topic):
        """Teachers, nurses, accountants, officers and developers are not told to learn to read, check facts or write."""
        profiles = [taxonomy.profile(taxonomy.role(name)) for name in (role, "data annotator")]

        assert topic not in _names(skill_gaps(_person(role=profiles[0].role), *profiles))

    @pytest.mark.parametrize(
        ("importance", "level", "met"), [(4.0, 1.0, True), (3.5, 3.0, True), (3.5, 1.0, False), (3.4, 3.0, False)]
    )
    def test_nearly_very_important_is_enough_where_the_level_is(self, importance, level, met):
        """An element shows a topic at 4.0, and at 3.5 only where it also reaches the level that the target asks for."""
        target = _target(_skill("Writing", 4, 4), topics=("clear writing",))
        report = skill_gaps(_person(), _origin(_skill("Writing", importance, level)), target)

        assert met is ("clear writing" in report.met_names)

    def test_nearly_very_important_is_not_enough_where_the_target_is_not_rated(self):
        """Without a rating of the target nobody knows what would be enough, and 3.5 shows nothing."""
        report = skill_gaps(_person(), _origin(_skill("Writing", 3.5, 7)), _target(topics=("clear writing",)))

        assert ["clear writing"] == _names(report)


class TestTwoCounts:
    """Tools and subjects are counted apart from general skills."""

    def test_tools_and_topics_are_counted_by_themselves(self):
        """Technologies and topics make the count of tools; rated elements are the rest, in both ways of counting."""
        target = _target(
            _skill("Writing", 4, 4), technologies=(_tool("SQL", demand=True),), topics=("deep learning", "testing")
        )
        given = (_person("SQL"), _origin(_skill("Writing", 4, 4)), target)

        for report in (skill_gaps(*given), count_gaps(*given)):
            assert (2, 4) == (report.met, report.asked)
            assert (1, 3) == (report.met_tools, report.asked_tools)


class TestNamesThatWeUseOurselves:
    """A name that the library prints is understood when somebody types it."""

    def test_every_display_name_is_the_product(self):
        """Epic means Epic Systems, as every everyday name of a product means that product."""
        for (official,), (called,) in tables.parse(tables.CALLED):
            assert same_skill(called, official)

    def test_a_nurse_who_names_epic_is_heard(self, taxonomy):
        """Where health informatics lists Epic Systems, a nurse who names Epic has it."""
        roles = [taxonomy.role(name) for name in ("registered nurse", "health informatics specialist")]
        profiles = [taxonomy.profile(role) for role in roles]

        assert "Epic" in " ".join(strength.name for strength in find_strengths(_person("Epic"), *profiles).strengths)
        assert "Epic Systems" not in _names(skill_gaps(_person("Epic"), *profiles))
