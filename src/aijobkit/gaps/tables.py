"""
The words that the data lack, as reviewed tables: everyday skills, topics that a trade shows, alternatives, office programs.

All of it is an *assumption* (kind) of ours (source: editorial judgement, held against the elements of O*NET 29.3), in the
same sense as the catalogue of roles.  Each line reads ``what people say, or say = what it shows; and shows``.
"""

from __future__ import annotations

__all__ = [
    "ALIASES",
    "ALTERNATIVES",
    "BEFORE",
    "CALLED",
    "EVERYDAY",
    "FAMILIES",
    "OFFICE",
    "TOOL_FAMILIES",
    "TOPICS_SHOWN",
    "parse",
]

# What somebody who names an everyday skill has: O*NET elements, topics and tools of the catalogue.  A line names only what the
# skill itself contains; a skill with nothing on the right is known and measured by no list.
EVERYDAY = """
# people and leading
leadership, team leadership, leading teams, leading people, people management, managing people, team lead, staff management, \
personnel management, line management = Management of Personnel Resources; Administration and Management
supervising, supervision, shift supervision, crew supervision = Management of Personnel Resources; Monitoring
management, operations management, business administration = Administration and Management
project management, managing projects, project planning, programme management, program management = Time Management; \
Coordination; Administration and Management
planning, scheduling, rostering, shift planning, work planning = Time Management; team scheduling
coordination, coordinating, teamwork, team work, collaboration, cooperation = Coordination
decision making, decision-making, deciding = Judgment and Decision Making
strategy, strategic planning, strategic thinking = Administration and Management
delegation, delegating = Management of Personnel Resources
hiring, recruiting, recruitment, human resources, hr, personnel = Personnel and Human Resources; hiring
onboarding, training new staff, training colleagues, staff training = Instructing; user training
conflict resolution, mediation, de-escalation, deescalation = Negotiation; Social Perceptiveness
negotiation, negotiating, bargaining = Negotiation
persuasion, persuading, convincing = Persuasion
stakeholder management, stakeholder engagement = Coordination; Persuasion
event planning, event management, organising events, organizing events = Coordination; Time Management
volunteer management, community organising, community organizing = Coordination; Management of Personnel Resources
budgeting, budget management, managing budgets, cost control = Management of Financial Resources; budgeting
change management = change management
risk management, risk assessment = risk assessment
crisis management, emergency response, emergency management = Public Safety and Security; Judgment and Decision Making
time management, organisation, organization, organising, organizing, self organisation = Time Management
problem solving, problem-solving, troubleshooting problems = Complex Problem Solving
critical thinking, analytical thinking, logical thinking = Critical Thinking
attention to detail, accuracy, diligence =
multitasking, working under pressure, stress resistance, flexibility, adaptability, punctuality, reliability =
# teaching and speaking
teaching, classroom teaching, lesson teaching, lecturing, instruction, instructing, tutoring = Instructing; Education and \
Training; \
teaching; lecturing
teaching maths, teaching math, teaching mathematics, math teaching, maths teaching = Instructing; Education and Training; \
Mathematics
training teachers, teacher training, training others, training staff = Instructing; user training; workshops
lesson planning, curriculum development, curriculum design, course design, instructional design = Education and Training; \
Learning Strategies; curriculum design
classroom management = Instructing; Social Perceptiveness
grading, marking exams, assessment, student assessment = Learning Strategies; assessment design
mentoring, coaching, career coaching = Instructing; mentoring; coaching
special education, inclusion = Education and Training; Psychology
child care, childcare, early childhood education, parenting = Education and Training; Psychology
public speaking, speaking, presenting, presentations, presentation skills, giving talks, giving presentations = Speaking; \
public speaking; presenting
facilitation, moderating, moderation, workshops, running workshops = Speaking; workshops
communication, communication skills, verbal communication, oral communication = Speaking; Active Listening
listening, active listening = Active Listening
interviewing, interviews, conducting interviews = Active Listening; Speaking; user interviews; stakeholder interviews; \
expert interviews; interviewing
storytelling = Communications and Media
# writing and media
writing, copywriting, creative writing, content writing, content creation, blogging = Writing; clear writing
written communication, business writing, correspondence, letter writing = Writing; clear writing
journalism, reporting news, news writing, news reporting = Writing; Communications and Media; clear writing; fact checking
fact checking, fact-checking, verification of sources = fact checking
data journalism = Writing; fact checking; descriptive statistics
foia requests, public records requests = Law and Government
investigative journalism, investigative reporting, investigative research, investigation = fact checking; Active Listening
editing, proofreading, copy editing, copyediting = Writing; English Language; editing; clear writing
technical writing, documentation, writing documentation, writing manuals = Writing; technical writing; clear writing
report writing, writing reports, police reports = Writing; report writing
scientific writing, academic writing, publishing papers, scientific publishing = Writing; scientific writing; clear writing
grant writing, fundraising, proposal writing = Writing; fundraising
translation, translating, interpreting, languages, foreign languages = Foreign Language
spanish, french, german, mandarin, chinese, arabic, portuguese, russian, japanese, korean, italian, hindi = Foreign Language
english, english grammar = English Language
social media, social media management, community management = Communications and Media; Sales and Marketing
public relations, pr, media relations, press work = Communications and Media
video editing, video production, film editing = Communications and Media; video editing
photography, photo editing = Fine Arts
radio, podcasting, broadcasting = Communications and Media
design, graphic design, visual design, layout, illustration, drawing = Design
ux design, ui design, ui ux, ux ui, user experience, user interface design = Design; interaction design
user research, usability testing = user research; usability testing
technical drawing, drafting, blueprint reading, reading blueprints, reading plans, cad = Design
music, painting, acting, dance, singing = Fine Arts
# care and health
patient care, nursing, bedside care, direct patient care, care of patients = Medicine and Dentistry; Psychology; \
Customer and Personal Service
medical terminology = clinical workflow
nursing informatics, health informatics, clinical informatics = clinical workflow; health data standards; Computers and \
Electronics
medication administration, medication, administering medication, pharmacology = Medicine and Dentistry
clinical documentation, charting, medical records, medical documentation = clinical workflow
clinical assessment, patient assessment, triage, diagnosis, diagnosing = Medicine and Dentistry; clinical workflow
wound care, iv therapy, phlebotomy, vital signs, emergency care, first aid, cpr, critical care, intensive care = Medicine \
and Dentistry
patient education, health education = Instructing; Education and Training
infection control, hygiene, patient safety = safety monitoring
elder care, elderly care, geriatric care, home care, personal care, caregiving = Psychology; Customer and Personal Service
counselling, counseling, psychotherapy, therapy = Therapy and Counseling; Psychology
social work, case management, crisis intervention = Therapy and Counseling; Psychology; Sociology and Anthropology
physiotherapy, physical therapy, occupational therapy, rehabilitation = Therapy and Counseling; Medicine and Dentistry
mental health, psychology = Psychology
medical coding, medical billing = clinical workflow
public health, epidemiology = Biology
medical imaging, radiology, radiography = Medicine and Dentistry
empathy, compassion, interpersonal skills, people skills, emotional intelligence = Social Perceptiveness
# serving and selling
customer service, customer support, client service, guest service, hospitality, serving guests = Customer and Personal \
Service; \
Service Orientation
selling, sales, retail sales, door to door sales = Sales and Marketing; Persuasion; selling
client communication = Customer and Personal Service; Speaking
account management, key account management, client relations, customer success = Sales and Marketing; Customer and Personal \
Service
marketing, digital marketing, online marketing, campaigns, advertising = Sales and Marketing
seo, search engine optimisation, search engine optimization = search visibility
market research = Sales and Marketing; audience research
cash handling, cashiering, till work, merchandising, stocking shelves = Customer and Personal Service
complaint handling, handling complaints = Customer and Personal Service; Social Perceptiveness
cooking, baking, food preparation, food safety, kitchen work = Food Production
bartending, waiting tables, barista = Customer and Personal Service
hairdressing, cosmetics, beauty = Customer and Personal Service
travel planning, tour guiding = Customer and Personal Service; Geography
call centre, call center, telephone support, phone support = Customer and Personal Service
# money, law and office
accounting, bookkeeping, financial accounting, general ledger, reconciliation, accounts payable, accounts receivable, \
month end closing, month-end close = Economics and Accounting
auditing, audit, internal audit, external audit = Economics and Accounting; audit planning; evidence gathering; control testing
tax, taxation, tax preparation, tax returns, payroll = Economics and Accounting
financial reporting, financial statements, gaap, ifrs = Economics and Accounting; reporting
financial analysis, financial modelling, financial modeling, valuation = Economics and Accounting; financial planning
investment, portfolio management, trading = Economics and Accounting
economics = Economics and Accounting
insurance, underwriting, claims handling = Economics and Accounting
compliance, regulatory compliance, regulation, sox, sarbanes oxley = Law and Government; regulation reading
law, legal research, legal writing, contract law, litigation = Law and Government
contracts, contract drafting, contract negotiation = contract drafting; Negotiation
data protection, gdpr, hipaa, privacy = privacy rules
policy, policy analysis, policy making, public policy = Law and Government; policy writing
public administration, government relations = Law and Government
office administration, administration, clerical work, secretarial work, filing, office management, data entry, typing = \
Administrative
calendar management, minute taking, travel booking = Administrative
procurement, purchasing, sourcing suppliers, vendor management = Management of Material Resources; vendor management
# transport, trades and safety
logbooks, log books, record keeping, recordkeeping, keeping records = Administrative
logistics, logistics planning, supply chain, supply chain management, distribution, dispatching, fleet management, \
freight = Transportation; Management of Material Resources
driving, truck driving, cdl, commercial driving, delivery, forklift driving, forklift = Transportation; Operation and Control
gps, navigation, map reading, route planning, reading maps = Transportation; Geography
vehicle inspection, vehicle maintenance, pre trip inspection = Equipment Maintenance
inventory, inventory management, stock control, warehousing, warehouse work = Management of Material Resources
aviation, flying, piloting, air traffic control, seamanship = Transportation
repair, repairing, equipment repair, car repair, auto repair, small engine repair = Repairing; Mechanical; Troubleshooting
maintenance, preventive maintenance, equipment maintenance = Equipment Maintenance
mechanics, mechanical engineering = Mechanical; Engineering and Technology
electrical work, wiring, electrical installation, electronics, soldering = Computers and Electronics; Installation
welding, machining, metal work, metalworking, cnc = Production and Processing; Mechanical
carpentry, construction, building, plumbing, masonry, roofing, painting walls = Building and Construction
machine operation, operating machinery, operating machines, heavy equipment = Operation and Control; Operations Monitoring
manufacturing, production, assembly, lean, lean manufacturing, six sigma, kaizen = Production and Processing
quality improvement = Systems Evaluation; process analysis
quality control, quality assurance, inspection, quality inspection, qa = Quality Control Analysis
process improvement, continuous improvement, process optimisation, process optimization = Systems Evaluation; process \
analysis; \
process mapping
safety, workplace safety, occupational safety, osha, health and safety, safety inspections = Public Safety and Security
security, guarding, surveillance, patrol, policing, law enforcement = Public Safety and Security
firefighting, rescue, search and rescue = Public Safety and Security
military planning, operations planning, mission planning, tactics = Public Safety and Security; Administration and Management
security clearance =
intelligence analysis, situational awareness, threat assessment = Public Safety and Security
farming, gardening, landscaping, animal care, animal husbandry, forestry = Biology
cleaning, housekeeping, janitorial work =
# science, engineering and computing
research, scientific research, academic research, laboratory research = Science; literature review
experiments, experimental design, design of experiments, experimentation = Science; experiment design; research design
laboratory work, lab work, laboratory techniques, lab techniques = Science
literature review, literature research = literature review; Reading Comprehension
peer review, reviewing papers = peer review
surveys, survey design, questionnaire design = research design
physics, theoretical physics, experimental physics, quantum mechanics = Physics
chemistry, analytical chemistry, organic chemistry = Chemistry
biology, molecular biology, genetics, microbiology = Biology
geography, gis, cartography = Geography
history, archaeology, archeology = History and Archeology
philosophy, ethics, theology = Philosophy and Theology; applied ethics
sociology, anthropology, ethnography = Sociology and Anthropology
engineering, civil engineering, electrical engineering, industrial engineering = Engineering and Technology
telecommunications, computer networking, network administration = Telecommunications
algebra, calculus, linear algebra, geometry = Mathematics
numeracy, arithmetic = Mathematics
computer science, informatics = Programming; Computers and Electronics
political science, politics, international relations = Law and Government
linguistics = English Language; Foreign Language
teaching computer science, teaching programming = Instructing; Programming; Computers and Electronics
hpc, high performance computing, parallel computing = Programming; Computers and Electronics
data acquisition, instrumentation = Science; Computers and Electronics
web scraping, scraping = Programming
ci/cd, ci cd, continuous integration, continuous delivery, continuous deployment, devops = Computers and Electronics
programming, coding, software development, software engineering, scripting = Programming; Computers and Electronics
python, java, c, c++, c#, javascript, typescript, go, rust, scala, kotlin, swift, ruby, php, r, matlab, julia = Programming
testing software, software testing, unit testing, test driven development, tdd, test automation = software testing; \
Quality Control Analysis
code review, code reviews = code and design review
requirements, requirements analysis, requirements engineering = Operations Analysis; requirements
business analysis = Operations Analysis; Systems Analysis; requirements; process mapping
systems analysis, systems thinking = Systems Analysis
system administration, it support, technical support, help desk, helpdesk = Computers and Electronics; Troubleshooting; \
fault finding
spreadsheets = Microsoft Excel; Google Sheets; Computers and Electronics
computer literacy, computer skills, it skills, ms office, microsoft office, office software = Computers and Electronics
agile, scrum, kanban = agile delivery
product management = product discovery; road map writing; prioritisation
data analysis, data analytics, analysing data, analyzing data = descriptive statistics
data visualisation, data visualization, dashboards, charts = data visualisation
data cleaning, data wrangling = data cleaning
statistics, stats, biostatistics = descriptive statistics
a/b testing, ab testing = A/B testing; A/B test reading; experiment reading
forecasting, demand planning = forecasting
optimisation, optimization, operations research = optimisation
simulation, numerical simulation, modelling physical systems, monte carlo, monte carlo simulation, monte carlo methods = \
simulation; probability
signal processing = signal processing
prompt writing, prompting, prompt engineering = prompt design
annotation, data annotation, labelling, labeling, data labelling, data labeling = text labelling; careful reading of guidelines
"""

# Topics that the present role shows: by O*NET elements which are very important in it (see `Assumptions.gap_topic_shown`), or
# nearly so and enough for the target (`Assumptions.gap_topic_enough`), or by the beginning of its SOC code, where the topic is
# that trade's daily work.
TOPICS_SHOWN = """
teaching, lecturing, workshops, mentoring, user training, training annotators, stakeholder training, coaching = Instructing
curriculum design, assessment design = 25-; Learning Strategies
presenting, public speaking = Speaking; 25-; 23-1011; 41-
clear writing, editing, report writing = Writing; 27-30; 27-31
technical writing, briefing notes = 27-3042; 27-3043
scientific writing, literature review, peer review = 19-1; 19-2; 19-3; 25-10; 25-111; 25-112; 25-1199
fact checking = Critical Thinking; 27-3023; 27-3041; 23-1; 25-4; 19-1; 19-2; 19-3
careful reading of guidelines = Reading Comprehension; 13-2011; 13-1041; 23-; 29-
research design, experiment design, experiment reading, A/B test reading = Science; 19-1; 19-2; 15-2041
domain research = 27-3023; 19-; 25-10; 23-
interviewing, stakeholder interviews, user interviews, expert interviews = 27-3023; 19-303; 19-304; 43-4111
audience research = 27-3023; 13-1161
software testing, test case design = 15-1251; 15-1252; 15-1253; 15-1254
requirements = 15-1211; 15-1252; 15-1299.08; 13-1111
API design, API integration, code and design review, software design = 15-1252
system design = 15-1252; 15-1241; 15-1299.08
cloud deployment, continuous delivery of models = 15-1244
data modelling, query tuning, data quality = 15-1242; 15-1243
fault finding = Troubleshooting; 15-1231; 15-1232; 15-1244
ticket handling, log reading = 15-1231; 15-1232; 15-1244
statistical modelling, probability, statistical testing, descriptive statistics = 15-2011; 15-2041
time series, forecasting = 15-2011; 15-2041; 13-2051; 19-3011
statistics = 15-2011; 15-2041; 19-1; 19-2; 19-3011; 19-3022; 19-303; 25-1022
numerics, simulation = 19-2012; 19-2011; 19-2021; 15-2021
optimisation = 15-2031; 15-2021
signal processing = 17-2072; 19-2012
user research, usability testing, interaction design = 15-1255
negotiation, objection handling, contract closing = Negotiation; 41-
prospecting, selling, account planning, product demonstrations = 41-
hiring, sourcing = Personnel and Human Resources
team scheduling, budgeting, delivery = Management of Personnel Resources; Management of Financial Resources
financial planning, cost and benefit = Management of Financial Resources; 13-20
audit planning, evidence gathering, control testing = 13-2011
privacy rules, clinical workflow, safety monitoring = 29-1; 29-2
regulation reading, policy writing = Law and Government; 23-1; 13-1041
contract drafting, data protection law, liability, regulatory advice = 23-1011
risk assessment, risk registers = 13-2054; 13-1041; 55-1
planning under uncertainty, stakeholder management = 11-; 13-1082; 55-1
prioritisation = Time Management; Management of Personnel Resources; 11-; 13-1082; 29-1141; 55-1
communication of findings = Writing; 19-1; 19-2; 19-3; 15-2041; 13-2011; 25-10
change management, process analysis, process mapping, business cases = 13-1111
genomics, protein structure = 19-1021; 19-1029; 15-1299.03
applied ethics = Philosophy and Theology
video editing, visual style, art direction, image composition = 27-10; 27-4032
speech recognition, phonetics = 29-1127
"""

# Of each line one is enough: who knows one is not asked for the others.
ALTERNATIVES = """
label studio, labelbox, cvat, superannotate, prodigy
python, r
pytorch, tensorflow, jax, keras
amazon web services, microsoft azure, google cloud, google cloud platform
tableau, power bi, google looker analytics, looker, qlik
excel, google sheets
jira, asana, smartsheet, monday com, microsoft project, trello
snowflake, bigquery, amazon redshift, databricks
docker, podman
apache airflow, dagster, prefect
openai api, anthropic api
langchain, llamaindex
sas, stata, statacorp stata, spss statistics
fairlearn, ai fairness 360
mlflow, weights biases
kubeflow, aws sagemaker, sagemaker, amazon web services aws sagemaker
spacy, nltk
n8n, make, zapier, microsoft power automate, power automate
onetrust, credo ai
miro, lucidchart, visio
greenhouse, lever, ashby
hubspot, salesforce
slack, teams, discord
inspect ai, eleutherai lm evaluation harness
langsmith, promptfoo, deepeval
jenkins ci, github actions
elasticsearch, opensearch, apache solr, solr
faiss, pinecone
gensim, nltk
adobe xd, figma
westlaw, thomson reuters westlaw, lexisnexis
zendesk, servicenow
verilog, systemverilog
nvivo, maxqda, atlas ti
sap, sap erp
unix, unix shell
linux, red hat enterprise linux
"""

# Tools that come near each other: knowing one shortens the way to the others, without being them.
TOOL_FAMILIES = """
jax, keras, pytorch, tensorflow
amazon web services, aws, azure, google cloud platform
db2, mysql, oracle database, postgresql, sql, sql server, sqlite, teradata database
cassandra, mongodb, redis
julia, matlab, python, r, sas, spss statistics, stata
looker, power bi, qlik, tableau
c, c#, c++, go, java, javascript, kotlin, php, python, ruby, rust, scala, swift, typescript
docker, kubernetes
dask, hadoop, pandas, polars, pyspark, spark
airflow, dagster, prefect
git, github, gitlab, subversion
bash, linux, shell script, unix
excel, google sheets
adobe xd, figma, sketch
illustrator, indesign, photoshop
after effects, davinci resolve, final cut pro, premiere pro
autocad, catia, creo parametric, fusion 360, inventor, solid edge, solidworks
"""

# Subjects and kinds of tools that do so, too.
FAMILIES = f"""{TOOL_FAMILIES.rstrip()}
cassandra, mongodb, nosql, redis
c, c#, c++, go, java, javascript, kotlin, php, programming, python, ruby, rust, scala, swift, typescript
biostatistics, econometrics, mathematics, probability, statistical modelling, statistics
calculus, linear algebra, mathematics
data analysis, descriptive statistics, statistics
experiment design, statistics
experiment reading, a b test reading, statistics
success metrics for models, statistics
ci cd, continuous integration, continuous delivery, continuous deployment, continuous delivery of models
interviewing, user interviews, stakeholder interviews, expert interviews
"""

# What is learned before what is built on it: lessons = what comes before them where it is missing, too, in that order.
BEFORE = """
numpy, pandas, matplotlib, jupyter notebook, scipy = Python
scikit learn, xgboost = Python; statistics; descriptive statistics; Mathematics; NumPy; pandas
pytorch, tensorflow, jax, keras, hugging face, hugging face transformers, deepspeed, tensorflow lite = Python; Programming; \
Mathematics; NumPy; Scikit-learn
spacy, nltk, gensim, opencv = Python; NumPy
langchain, llamaindex, openai api, anthropic api, fastapi, promptfoo, langsmith, inspect ai = Python; Git
vllm, onnx, nvidia tensorrt, executorch, transformerlens, monai, nvidia nemo = Python; PyTorch
nvidia cuda, triton, robot operating system ros = C++; Python
apache spark, apache airflow, dbt, databricks, snowflake, bigquery, amazon redshift = Structured query language SQL; Python
docker, apache kafka, ibm terraform = Git; Linux
kubernetes = Docker
kubeflow, ray, jenkins ci, prometheus, aws sagemaker = Docker; Kubernetes
mlflow, weights biases, feast = Python; Git; Scikit-learn
feature engineering, model training, model evaluation, model integration, model deployment, error analysis of models = Python; \
Structured query language SQL; Git; statistics; descriptive statistics; Programming; Mathematics; NumPy; pandas
statistical modelling, experiment design, causal inference, time series, forecasting, backtesting, optimisation = Python; R; \
Structured query language SQL; statistics; descriptive statistics; probability; Mathematics
model deployment, model monitoring, drift detection, continuous delivery of models = Docker; model training; model evaluation
data pipelines, data modelling, stream processing, orchestration = Python; Structured query language SQL
fine tuning, embeddings, retrieval augmented generation, agent design, llm evaluation = Python; Git
mathematics, statistics, descriptive statistics, software testing, programming = Python
"""

# Short and everyday names; the right-hand side is a key as `skill_keys` makes it.
ALIASES = """
bq = bigquery
civil 3d = autocad civil 3d
cpp = c++
creo = creo parametric
csharp = c#
deep neural networks, dl = deep learning
gcp, google cloud = google cloud platform
golang = go
hugging face = hugging face transformers
java script, js = javascript
k8s = kubernetes
large language models, llms = llm
maths, math = mathematics
ml = machine learning
mongo = mongodb
natural language processing = nlp
nodejs = node js
np = numpy
postgres = postgresql
powerbi = power bi
py, python3, python 3 = python
reactjs = react
rest api, rest apis = restful api
primavera, primavera p6 = primavera enterprise project portfolio management
rhino, rhino 3d, rhinoceros = rhinoceros 3d
scikit, sklearn = scikit learn
sketchup = sketchup pro
solid works = solidworks
stats = statistics
tf = tensorflow
torch = pytorch
ts = typescript
xml = extensible markup language
html = hypertext markup language
css = cascading style sheets
json = javascript object notation
looker, google looker = google looker analytics
azure = microsoft azure
"""

# Programs of every office, browsers, systems of every desk, and programs to chat with: an evening's work, so nobody is told to
# learn them first.
SERVING = """
bash, bitbucket, confluence, docker, git, github, gitlab, jenkins, jira, json, kubernetes, linux, markdown, mlflow, \
shell script, slack, terraform, unix, windows, xml
"""
"""What only serves other work: it keeps or runs what others answer, and nobody likes or dislikes it as work (assumption)."""

OFFICE = """
acrobat, access, android, asana, canva, chatgpt, openai chatgpt, chrome, claude, confluence, copilot, discord, dropbox, edge, \
excel, facebook, firefox, gmail, google docs, google drive, google meet, google sheets, google slides, google workspace, \
instagram, internet explorer, ios, apple ios, jira, linkedin, lucidchart, macos, microsoft copilot, microsoft project, miro, \
monday com, notion, office, onedrive, onenote, outlook, powerpoint, safari, sharepoint, skype, slack, smartsheet, teams, \
thunderbird, tiktok, trello, twitter, visio, webex, whatsapp, windows, word, wordpress, youtube, zoom, zotero
"""

# What people call a technology whose official name they would not say.
CALLED = """
Amazon Web Services AWS SageMaker = Amazon SageMaker
Amazon Web Services AWS CloudFormation = AWS CloudFormation
Amazon Elastic Compute Cloud EC2 = Amazon EC2
Amazon Simple Storage Service S3 = Amazon S3
Apple macOS = macOS
Atlassian Confluence = Confluence
Atlassian JIRA = Jira
Autodesk AutoCAD = AutoCAD
Bidirectional encoder representations from transformers (BERT) = BERT
Bloomberg Professional = Bloomberg terminal
Cadence Virtuoso Layout Suite = Cadence Virtuoso
Darwin information typing architecture DITA = DITA
Dassault Systemes CATIA = CATIA
Dassault Systemes SolidWorks = SolidWorks
Digital Imaging Communications in Medicine DICOM medical imaging software = DICOM
EleutherAI LM Evaluation Harness = LM Evaluation Harness
Epic Systems = Epic
ESRI ArcGIS = ArcGIS
Field programmable gate array FPGA design software = FPGA design tools
Google Looker Analytics = Looker
Grafana Labs Grafana Cloud = Grafana
Extensible markup language XML = XML
Hypertext markup language HTML = HTML
Hypertext preprocessor PHP = PHP
IBM SPSS Statistics = SPSS
IBM Terraform = Terraform
Intuit QuickBooks = QuickBooks
JavaScript Object Notation JSON = JSON
Jenkins CI = Jenkins
Low-level virtual machine LLVM compilers = LLVM
MadCap Software MadCap Flare = MadCap Flare
MathWorks Simulink = Simulink
National Instruments LabVIEW = LabVIEW
Mlflow = MLflow
Oracle Java = Java
PCI Express PCIe = PCIe
Portswigger BurP Suite = Burp Suite
Splunk Enterprise = Splunk
StataCorp Stata = Stata
The MathWorks MATLAB = MATLAB
Thomson Reuters Westlaw = Westlaw
Tool command language Tcl = Tcl
Trimble SketchUp Pro = SketchUp
Unreal Technology Unreal Engine = Unreal Engine
Very high speed integrated circuit VHSIC hardware description language VHDL simulation software = VHDL
Web ontology language OWL = OWL
"""


def parse(table: str) -> tuple[tuple[tuple[str, ...], tuple[str, ...]], ...]:
    """
    Return the lines of a table: the names on the left, what stands on the right.

    >>> parse("a, b = c; d")
    ((('a', 'b'), ('c', 'd')),)
    """
    rows = []
    for line in table.strip().splitlines():
        if not line.startswith("#"):
            left, _, right = line.partition("=")
            names = tuple(name.strip() for name in left.split(",") if name.strip())
            rows.append((names, tuple(name.strip() for name in right.split(";") if name.strip())))
    return tuple(rows)
