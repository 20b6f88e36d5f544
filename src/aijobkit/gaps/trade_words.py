"""
Everyday words of single trades, as a reviewed table in the form of `aijobkit.gaps.tables`.

All of it is an *assumption* (kind) of ours, held against the elements of O*NET 29.3 and the topics of the catalogue of roles.
"""

from __future__ import annotations

__all__ = ["TRADE_EVERYDAY"]

# What somebody who names the skill has: only what it always contains, as in `aijobkit.gaps.tables.EVERYDAY`.
TRADE_EVERYDAY = """
# law and public work
contract review, legal drafting, legal analysis, case preparation, trial preparation, immigration law, family law, \
employment law, labour law, labor law, legislation, legal citation, court filing = Law and Government
document review, e discovery, ediscovery, deposition summaries, client intake, conveyancing, contract management, due \
diligence =
anti money laundering, aml, kyc, know your customer, basel iii = Law and Government
policy research, programme evaluation, program evaluation = Law and Government
stakeholder consultation, public consultation = stakeholder consultation
advocacy, lobbying, community outreach, grant management, benefits advice, housing, urban planning, zoning =
environmental regulation, building codes = Law and Government
case work, casework, patient advocacy = Social Perceptiveness
emergency dispatch, incident command, crisis communication, first responder, disaster relief, fire safety, cctv, \
reconnaissance, evidence collection, interrogation, traffic control, electronic warfare = Public Safety and Security
hazardous materials = Public Safety and Security
intelligence, weapons maintenance, drill, ship handling, logistics support =
training soldiers = Instructing
flight operations, flight planning, radar, sonar = Transportation
signals, radio communication, communications equipment = Telecommunications
cryptography = Mathematics
# money
credit scoring, credit analysis, credit risk, market risk, liquidity risk = Economics and Accounting; risk assessment
operational risk, risk analysis, stress testing = risk assessment
loan processing, loan origination, mortgage lending, wealth management, treasury, variance analysis, cost accounting, \
invoicing, billing, payroll processing, mergers and acquisitions, equity research, investment analysis, pensions, claims \
processing, claims adjustment, credit control, debt collection, audit preparation, cash flow = Economics and Accounting
cash flow forecasting, budget forecasting = Economics and Accounting; financial planning
financial planning = Economics and Accounting; financial planning
actuarial science, actuarial modelling, actuarial modeling = Economics and Accounting; Mathematics
fraud detection, fraud investigation =
# laboratory and field
cell culture, pcr, qpcr, western blot, western blotting, flow cytometry, elisa, crispr, cloning, immunohistochemistry, \
histology, microscopy, protein purification, assay development, animal handling, ecology, phylogenetics, botany, \
zoology, neuroscience, immunology, biochemistry, toxicology = Biology
rna seq, dna sequencing, next generation sequencing, ngs, gene expression analysis, single cell analysis = Biology; \
genomics
hplc, chromatography, mass spectrometry, titration, spectroscopy, sample preparation, chemical engineering = Chemistry
gmp, glp, good laboratory practice, good manufacturing practice, lab safety, protocol development, lab management, \
environmental sampling, field work, fieldwork, data collection =
quantitative research, qualitative research, scientific communication = Science
focus groups, thematic analysis, content analysis, archival research, survey analysis =
meta analysis, systematic review, systematic reviews = literature review; Science
conference presentations = presenting; Speaking
mathematical modelling, mathematical modeling, numerical methods, numerical analysis = Mathematics
bayesian statistics, data fitting = statistics
finite element analysis, fea, finite elements, computational fluid dynamics = simulation; Engineering and \
Technology
thermodynamics, fluid mechanics, optics, lasers, semiconductor physics, particle physics, astrophysics, astronomy, thin \
films, vacuum technology = Physics
materials science, materials characterisation, materials characterization = Engineering and Technology
climate modelling, climate modeling = simulation
geology, hydrology, meteorology, gis mapping, qgis, arcgis = Geography
psychometrics, experimental psychology, behavioural science, behavioral science = Psychology
demography = Sociology and Anthropology
lidar, drone piloting =
# machines and trades
troubleshooting, trouble shooting, fault diagnosis, fault isolation, fault finding, diagnostics = Troubleshooting; fault \
finding
avionics repair, hardware repair, computer repair = Repairing; Troubleshooting; Computers and Electronics
avionics, avionics maintenance, circuit testing, oscilloscope, multimeter, schematics, reading schematics, wiring \
diagrams, circuit design, pcb design = Computers and Electronics
aircraft maintenance, fleet maintenance, boiler maintenance, electrical maintenance, tpm = Equipment Maintenance
automotive diagnostics, engine repair = Mechanical; Repairing; Troubleshooting
bodywork, tyre fitting, tire fitting = Mechanical
plc, plc programming, scada, process control, control systems, industrial automation = Computers and Electronics
robot programming, fanuc robots, cnc programming = Programming; Production and Processing
hydraulics, pneumatics, hvac, refrigeration, mechanical design, pipe fitting, sheet metal, lathe, milling, grinding = \
Mechanical
calibration, equipment installation, cable management, solar installation, commissioning = Installation
network cabling = Installation; Telecommunications
predictive maintenance = Equipment Maintenance; Operations Monitoring
root cause analysis, fmea, failure analysis = Complex Problem Solving
structural analysis, gd t, tolerance analysis, test engineering, systems engineering, power systems, reliability \
engineering, energy efficiency, renewable energy = Engineering and Technology
product design, packaging design, bim = Design
3d printing, additive manufacturing, injection moulding, injection molding, assembly line, machine setup, packaging, 5s, \
lean six sigma, production planning = Production and Processing
quality checks, qc = Quality Control Analysis
embedded c = embedded software; Programming
requirements management = requirements
surveying, joinery, tiling, bricklaying, concrete, scaffolding, demolition, site management, quantity surveying, \
woodworking = Building and Construction
cost estimation = cost estimates
crane operation, excavator operation = Operation and Control
furniture making, upholstery, sewing, tailoring, blacksmithing = Production and Processing
crop management, irrigation, livestock, beekeeping = Food Production; Biology
pest control, fishing =
# care and health
icu, wound dressing, medication reconciliation, vaccination, palliative care, pediatrics, paediatrics, oncology, \
surgery, anaesthesia, anesthesia, midwifery, pharmacy, dispensing, dental care, dietetics, nutrition, bls, acls, health \
assessment = Medicine and Dentistry
patient triage = Medicine and Dentistry; clinical workflow
care planning, care coordination, discharge planning, utilization review, patient scheduling, telehealth, telemetry, icd \
10, cpt coding, cerner, hospital administration = clinical workflow
medical transcription, insurance verification = Administrative
speech therapy = Therapy and Counseling
# teaching
differentiated instruction, student engagement, special needs, online teaching, pedagogy, early years, behaviour \
management, behavior management, test preparation = Education and Training; Instructing
esl, tesol, tefl = Education and Training; Instructing; English Language
e learning, elearning, educational technology, google classroom, school administration, academic advising, learning and \
development, training and development = Education and Training
assessment design = assessment design
parent communication, literacy =
# selling and serving
customer relations, customer focus, customer orientation, guest relations, complaint resolution, live chat, call \
handling, front desk, reception, after sales service, table service, hotel management, catering = Customer and Personal \
Service
reservations, ticketing, cash register, pos, point of sale, wine service, retention, order processing =
upselling, cross selling, telesales = selling; Sales and Marketing
visual merchandising, store management = Sales and Marketing
business development, client management, product marketing, marketing strategy, brand strategy, go to market, market \
segmentation, customer segmentation, media planning, media buying, influencer marketing, affiliate marketing, growth \
marketing, social media marketing, marketing automation, paid search, search engine marketing, \
google ads, campaign management, trade shows, \
consumer behaviour, consumer behavior, customer insight, conversion optimisation, conversion optimization = Sales and \
Marketing
web analytics, funnel analysis, cohort analysis = descriptive statistics
press releases, newsletters, newsletter = Writing; clear writing
content management, competitive analysis, quoting =
tendering, bid writing = Writing
menu planning = Food Production
# offices, people and logistics
travel arrangements, document management, records management, meeting minutes, switchboard, mail handling, executive \
support, diary management, forms processing, shorthand = Administrative
transcription, audio transcription, office supplies, report preparation, data processing, inventory counts, cycle \
counting =
pivot tables, vlookup, excel formulas = Computers and Electronics
employee relations, performance management, compensation and benefits, benefits administration, workforce planning, \
talent management, succession planning, job evaluation, hris, diversity and inclusion = Personnel and Human Resources
headhunting, applicant screening = sourcing; Personnel and Human Resources
background checks =
route optimisation, route optimization, shipping, freight forwarding, dispatch, last mile delivery, cold chain = \
Transportation
customs clearance, import export, order picking =
warehouse management, wms, material planning, supplier management, strategic sourcing = Management of Material Resources
vendor negotiation = Negotiation
vendor selection = vendor comparison
s op =
# media and design
typography, print design, colour theory, color theory, storyboarding, user flows, wireframes, design systems, web design \
= Design
animation, 2d animation, 3d animation = Design; Communications and Media
information architecture = information architecture
accessibility, web accessibility = accessibility
user journey mapping, journey mapping = user research
script writing, scriptwriting, screenwriting = Writing; Communications and Media
audio editing, sound design, sound engineering, live streaming, photojournalism, video journalism = Communications and \
Media
music production = Fine Arts
transcreation, simultaneous interpreting, consecutive interpreting, court interpreting, glossary management, bilingual, \
multilingual = Foreign Language
polish, dutch, turkish, ukrainian, vietnamese, tagalog, swedish, norwegian, danish, finnish, greek, hebrew, urdu, \
bengali, farsi, persian, cantonese, czech, romanian, hungarian, thai, indonesian, swahili = Foreign Language
native english, fluent english = English Language
sign language, latin, quality assessment =
# computing
networking, tcp ip, dns, vpn, firewalls, routing and switching = Telecommunications; Computers and Electronics
active directory, windows server, virtualisation, virtualization, vmware, hardware, operating systems, backup, data \
backup, disaster recovery, patch management, device configuration, cloud migration, siem, vulnerability management, \
security operations center, \
identity management = Computers and Electronics
system monitoring = Operations Monitoring
log analysis = log reading
user support = Computers and Electronics; Customer and Personal Service
incident management = incident response
itil, ticketing systems = ticket handling
database tuning, query optimisation, query optimization = query tuning
data migration, legacy systems, release management, load testing =
api testing = software testing
regression testing = regression testing
refactoring, oop, design patterns, software maintenance, game development, powershell scripting = Programming
data reporting, kpi reporting = reporting
dashboarding = data visualisation
data validation, data literacy, ai tools, excel modelling, excel modeling, automation =
image annotation = image labelling
content moderation = careful reading of guidelines
process automation, rpa = workflow design
# ways of working
creativity, initiative, patience, self motivated, work ethic, resilience, independent working, fast learner, curiosity, \
remote work, intercultural communication, innovation, digital transformation, entrepreneurship, startups, okrs, \
presentation =
consulting, strategy consulting, decision support =
learning quickly = Active Learning
analytical skills = Critical Thinking
research skills, organisational skills, organizational skills =
interpersonal communication = Speaking; Active Listening
cross functional collaboration, cross functional teams, stakeholder communication = Coordination
business strategy = Administration and Management
product ownership, backlog management = prioritisation
user stories = user stories
sprint planning = agile delivery
pmp, prince2 = Time Management; Coordination; Administration and Management
release planning, product launch = launch planning
team building, remote teams = Management of Personnel Resources
# core work of single occupations
mri, magnetic resonance imaging, ct, ct scans, ct scanning, x ray, x rays, ultrasound, sonography, mammography, patient \
positioning, radiation protection, radiation safety, contrast media, anatomy, physiology, pathology, dental hygiene, \
chairside assistance, dental assisting, dental x rays, optometry, eye tests, refraction, contact lenses, drug interactions, \
medication review, prescription checking, dispensing medicines, compounding, pharmacovigilance, antenatal care, prenatal \
care, postnatal care, childbirth, delivering babies, labour ward, neonatal care, breastfeeding support, anaesthetics, \
veterinary medicine, veterinary nursing, animal surgery = Medicine and Dentistry
pacs, ris, ctg, sterilisation, sterilization, instrument preparation, dental impressions, lens fitting, frame selection =
patient records, prescriptions = clinical workflow
dispensing glasses, hair cutting, haircutting, hair colouring, hair coloring, hair styling, hairstyling, barbering, \
manicure, makeup, client consultation = Customer and Personal Service
patient counselling, patient counseling = Medicine and Dentistry; Speaking
criminal law, criminal procedure, family court, press law, media law, freedom of information, parliamentary questions, \
permit processing, licensing law, labour relations, labor relations, employment contracts = Law and Government
community policing, traffic enforcement, arrest, arrests, crowd control, public order, combat, weapons handling = Public \
Safety and Security
taking statements, statement taking, witness statements = Active Listening; Writing
policy advice, briefing ministers, drafting letters = Writing
case files =
squad leading, squad leadership, leading soldiers, team management, kitchen management, salon management = Management of \
Personnel Resources
field craft, fieldcraft, discipline =
herd management, milking, dairy farming, crop rotation, harvesting, crop farming, soil management, animal welfare, \
livestock care, small animal care, animal nursing, horticulture = Biology
milking robots, robotic milking, tractor, tractors, tractor driving, combine harvester = Operation and Control
pastry, haccp, food hygiene, plating, butchery, recipe development = Food Production
menu design, stock ordering, food costing =
electrical testing, fault testing = Troubleshooting
rewiring, domestic wiring, solar panels, boiler installation, heating systems = Installation
circuit breakers, motor control = Computers and Electronics
electrical safety, electrical inspection = Public Safety and Security
pipework, gas fitting, leak detection, drain cleaning = Building and Construction
cabinet making, cabinetmaking, carpentry framing, formwork, roof framing, timber framing = Building and Construction
furniture restoration = Repairing
power tools, hand tools, timber =
cash transactions, counting cash, balancing tills, account opening, customer accounts, bank teller, teller = Customer and \
Personal Service
banking, retail banking, loans, lending, cheque processing, check processing, property valuation, mortgage advice, claims \
assessment, claims management, insurance claims, premium calculation = Economics and Accounting
policy administration, policy issuing, underwriting support =
news editing, sub editing, subediting, headline writing = Writing; editing; Communications and Media
news gathering = Communications and Media
ap style, deadlines =
instrument flying, ifr, atpl, crew resource management, crm training, bus driving, lorry driving, hgv, hgv driving, \
defensive driving, taxi driving, passenger transport, tachograph = Transportation
aviation safety = Transportation; Public Safety and Security
vehicle checks = Equipment Maintenance
multi engine, checklists, loading =
cataloguing, cataloging, library cataloguing, library cataloging, metadata, archiving, archives, marc, interlibrary loans, \
library systems, collection development =
reference services = Customer and Personal Service
information literacy = Instructing
property sales, lettings, viewings, property viewings, real estate, real estate sales = Sales and Marketing
property management, listings =
job descriptions, exit interviews, absence management, hr administration, employee engagement = Personnel and Human Resources
safeguarding, child protection, family support, home visits, youth work, needs assessment, group work = Social Perceptiveness
care plans = clinical workflow
disinfection, floor care, waste disposal, window cleaning, laundry, deep cleaning, cleaning chemicals =
# short forms of several things
cfd, sem, soc =
"""
