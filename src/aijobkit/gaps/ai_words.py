"""
Everyday words for the work of AI and for what leads there, as reviewed tables in the form of `aijobkit.gaps.tables`.

All of it is an *assumption* (kind) of ours, held against the topics and technologies of the catalogue of roles.
"""

from __future__ import annotations

__all__ = ["AI_ALIASES", "AI_EVERYDAY", "COMES_NEAR"]

# What somebody who names the skill has: only what it always contains, as in `aijobkit.gaps.tables.EVERYDAY`.
AI_EVERYDAY = """
# models
machine learning, applied machine learning, machine learning models, supervised learning, statistical learning = \
model training; model evaluation
deep learning, neural networks, neural network, neural nets, artificial neural networks = model training
predictive modelling, predictive modeling, predictive analytics, predictive models = statistical modelling; model training
artificial intelligence, ai, generative ai, gen ai, genai, transformers, foundation models, llm =
data science = statistical modelling; data visualisation; data cleaning
regression, regression analysis, linear regression, logistic regression, statistical models, generalised linear models, \
generalized linear models = statistical modelling
statistical analysis, exploratory data analysis, eda = descriptive statistics
statistical inference, hypothesis testing, significance testing = statistical testing
data mining = descriptive statistics; data cleaning
classification, clustering, ensemble methods, decision trees, random forests =
algorithms, data structures, algorithms and data structures, object oriented programming = Programming
reinforcement learning, rl = policy optimisation; reward design
recommender systems, recommendation systems, recommendation engines, recommenders = ranking models; candidate retrieval
anomaly detection =
# language and speech
nlp = text classification; tokenisation
text mining, text analytics, sentiment analysis, topic modelling, topic modeling = text classification
computational linguistics = corpus linguistics
machine translation, neural machine translation = multilingual data
post editing, mtpe, machine translation post editing = evaluation of language output; editing
translation memory, cat tools, trados, sdl trados, trados studio, memoq, wordfast, subtitling = Foreign Language
terminology, terminology management, terminology work, glossaries, lexicography =
localisation, localization, l10n = Foreign Language
chatbot design, conversation design, conversational design = dialogue writing; intent design
speech to text, asr, automatic speech recognition = speech recognition
speech synthesis = text-to-speech
ai agents, agentic ai, llm agents = agent design
chatbots, chatbot development, conversational ai, voice assistants =
semantic search, vector databases, vector database = vector search
search engines, enterprise search = information retrieval
# images and machines
computer vision, machine vision = image classification; object detection
image recognition = image classification
image processing, image analysis, remote sensing, satellite imagery =
robotics, autonomous driving, self driving cars, mechatronics, control engineering = Engineering and Technology
embedded systems, embedded programming, firmware, microcontrollers = embedded software
chip design, asic design, digital design, vlsi = RTL design
gpu programming, gpu computing = parallel programming
compilers, compiler design = compiler construction
# data and operations
data engineering = data pipelines; data modelling
etl, elt = data pipelines
data warehousing, data warehouse = warehouse design
star schema = dimensional modelling
database design = data modelling
databases, database, database management, database administration, data management = Computers and Electronics
data governance, data stewardship =
business intelligence, bi = data visualisation; reporting
mlops, ml ops = model deployment; model monitoring
cloud, cloud computing = Computers and Electronics
containers, containerisation, containerization, container orchestration, version control, source control, revision control, \
code versioning =
big data, distributed computing = Computers and Electronics
web development, back end development, backend development, front end development, frontend development, app development, \
mobile development, full stack development = Programming; Computers and Electronics
api development, api design and development = API design; Programming
apis, microservices =
software architecture = software design; system design
solution architecture, solutions architecture = solution design; system design
cybersecurity, cyber security, information security, it security, network security = Computers and Electronics
penetration testing, pen testing, pentesting, ethical hacking = Computers and Electronics
debugging = Programming; Troubleshooting
manual testing = exploratory testing; test case design
automated testing = test automation; software testing
# people, rules and products around it
ai ethics, responsible ai, trustworthy ai = applied ethics
ai safety, ai alignment =
explainable ai, xai, explainability, model interpretability = interpretability
ai governance, model governance, model risk management = risk assessment
ai red teaming = adversarial prompts; jailbreak testing
red teaming =
intellectual property, copyright, copyright law = Law and Government
product strategy, product discovery = product discovery
road mapping, roadmapping, product road maps, product roadmaps = road map writing
kpis, metrics, key performance indicators =
ux research = user research
wireframing = prototyping; interaction design
ux writing, microcopy = tone of voice; clear writing
content strategy, content marketing, editorial planning = content planning
email marketing, performance marketing = campaign measurement; Sales and Marketing
branding, brand management = brand voice; Sales and Marketing
crm, customer relationship management = Sales and Marketing
presales, pre sales = product demonstrations
lead generation, cold calling = prospecting
talent acquisition = sourcing; hiring; Personnel and Human Resources
pricing strategy = pricing
image generation, ai art =
motion graphics = Communications and Media
3d modelling, 3d modeling = Design
# fields that meet it
double entry bookkeeping, financial bookkeeping = Economics and Accounting
quantitative finance, algorithmic trading, derivatives = Economics and Accounting; Mathematics
risk modelling, risk modeling = risk models
econometrics = statistical modelling
bioinformatics, computational biology = genomics
drug discovery, cheminformatics = molecular modelling
clinical trials, clinical research = Science; Medicine and Dentistry
electronic health records, ehr, emr = clinical workflow
"""

# What somebody knows = what it comes near: it shortens the way there, without being it.  Unlike the families of
# `aijobkit.gaps.tables.FAMILIES` this has a direction.
COMES_NEAR = """
machine learning = feature engineering; model deployment; model monitoring; model integration; model selection; statistics; \
statistical modelling; Scikit-learn; success metrics for models; error analysis of models; model validation on patient data
deep learning, neural networks, neural network, neural nets, artificial neural networks = deep learning theory; \
model evaluation; PyTorch; TensorFlow; fine-tuning; image classification; text classification
predictive modelling, predictive modeling, predictive analytics, predictive models = feature engineering; model evaluation; \
forecasting; Scikit-learn
artificial intelligence, ai = AI literacy; technical literacy; model training; model evaluation
generative ai, gen ai, genai = prompt design; LLM evaluation; AI literacy; OpenAI ChatGPT; retrieval-augmented generation
transformers, foundation models = Hugging Face; Bidirectional encoder representations from transformers (BERT); fine-tuning; \
sequence models; model training
llm = prompt design; LLM evaluation; fine-tuning; retrieval-augmented generation; embeddings; model integration; Hugging Face; \
OpenAI API; Anthropic API; LangChain; adversarial prompts; non-deterministic output; model training; model evaluation
ai agents, agentic ai, llm agents = LangChain; model integration; LLM evaluation
data science = feature engineering; model evaluation; model training; statistics; descriptive statistics; experiment design; \
communication of findings; pandas
regression, regression analysis, linear regression, logistic regression, statistical models, generalised linear models, \
generalized linear models = statistics; causal inference; model training; feature engineering; forecasting
statistical analysis, exploratory data analysis, eda, data analysis, data analytics = statistical modelling; statistics; \
data visualisation; feature engineering; transcript analysis
hypothesis testing, significance testing, statistical inference = statistics; experiment design; A/B testing; A/B test reading
data mining = feature engineering; statistical modelling; model training
classification, clustering, ensemble methods, decision trees, random forests = model training; model evaluation; \
feature engineering; statistical modelling; Scikit-learn; XGBoost
anomaly detection = drift detection; statistical modelling; model monitoring
algorithms, data structures, algorithms and data structures = optimisation; software design
time series, forecasting, demand forecasting = time series; forecasting; statistical modelling; statistics; \
feature engineering; model evaluation
reinforcement learning, rl = exploration; offline evaluation; RLHF; Gymnasium; model training; PyTorch
recommender systems, recommendation systems, recommendation engines, recommenders = collaborative filtering; embeddings; \
online metrics; learning to rank; feature engineering; model evaluation
nlp = named entity recognition; information extraction; embeddings; corpus preparation; corpus linguistics; \
evaluation of language output; spaCy; NLTK; model training; model evaluation; LLM evaluation; query understanding
text mining, text analytics, sentiment analysis, topic modelling, topic modeling = information extraction; \
named entity recognition; corpus preparation; spaCy; NLTK
linguistics, computational linguistics = corpus linguistics; grammar and lexicon design; phonetics; annotation guidelines; \
tokenisation; named entity recognition
machine translation, neural machine translation = evaluation of language output; corpus preparation; LLM evaluation
post editing, mtpe, machine translation post editing = multilingual data; human evaluation; answer rating
translation memory, cat tools, trados, sdl trados, trados studio, memoq, wordfast, subtitling, \
localisation, localization, l10n, translation, translating, interpreting, \
languages, \
foreign languages, foreign language = multilingual data; evaluation of language output
spanish, french, german, mandarin, chinese, arabic, portuguese, russian, japanese, korean, italian, hindi, polish, dutch, \
turkish, ukrainian, vietnamese, tagalog, swedish, greek, hebrew, urdu, bengali, farsi, persian, cantonese, bilingual, \
multilingual = multilingual data; evaluation of language output; answer rating
terminology, terminology management, terminology work, glossaries, lexicography = grammar and lexicon design; ontology design; \
taxonomy design; style guides
chatbots, chatbot development, conversational ai, voice assistants = intent design; dialogue writing; Chatbot software; \
Google Dialogflow; model integration
speech to text, asr, automatic speech recognition = acoustic modelling; word error rate; Whisper; model evaluation
semantic search, vector databases, vector database = embeddings; retrieval-augmented generation; FAISS; Pinecone
search engines, enterprise search = learning to rank; query understanding; index design; Elasticsearch
computer vision, machine vision = segmentation; data augmentation; OpenCV; model training; model evaluation; PyTorch; \
TensorFlow; camera calibration; object tracking; image labelling
image recognition, image processing, image analysis, remote sensing, satellite imagery = image classification; segmentation; \
object detection; OpenCV; data augmentation; image labelling
robotics, autonomous driving, self driving cars, mechatronics, control engineering = motion planning; sensor fusion; SLAM; \
state estimation; Robot Operating System ROS; functional safety
embedded systems, embedded programming, firmware, microcontrollers = memory budgeting; cross compilation; real-time software; C
chip design, asic design, digital design, vlsi = verification; Verilog; accelerator architecture; power analysis
gpu programming, gpu computing = NVIDIA CUDA; kernel optimisation; memory hierarchy
compilers, compiler design = code generation; intermediate representations; graph optimisation
data engineering, etl, elt = stream processing; warehouse design; data quality; orchestration; data integration; \
Apache Airflow; \
Apache Spark
data warehousing, data warehouse, star schema = dimensional modelling; data modelling; Snowflake
databases, database, database design, database management, database administration, data management = \
Structured query language SQL; data modelling; PostgreSQL; data quality
data governance, data stewardship = data quality; data documentation; data quality tests; data readiness; model inventories
business intelligence, bi, dashboards, data visualisation, data visualization = Microsoft Power BI; Tableau; dashboard design; \
metric definitions
mlops, ml ops, devops = continuous delivery of models; model registry; drift detection; infrastructure as code; Docker; \
Kubernetes; Mlflow
cloud, cloud computing = cloud deployment; cloud architecture; Amazon Web Services AWS software; Microsoft Azure software; \
Google Cloud software
containers, containerisation, containerization, container orchestration = Docker; Kubernetes
version control, source control, revision control, code versioning = Git; GitHub
big data, distributed computing = Apache Spark; Apache Hadoop; distributed systems; distributed training; data pipelines
apis, microservices, api development, web development, back end development, backend development, full stack development = \
RESTful API; API integration; system integration; FastAPI; API design; Git
front end development, frontend development = JavaScript; TypeScript; interaction design
software engineering, software development = software testing; software design; API design; Git; code and design review
software architecture, solution architecture, solutions architecture = integration patterns; API design; cloud architecture
cybersecurity, cyber security, information security, it security, network security = threat modelling; access control; \
secure deployment; incident response; security review
penetration testing, pen testing, pentesting, ethical hacking, red teaming, ai red teaming = threat modelling; \
jailbreak testing; safety evaluation; reproducible findings
manual testing, automated testing, quality assurance, qa = bug reports; regression testing; test data
ai ethics, responsible ai, trustworthy ai = fairness assessment; bias testing; impact assessment; model cards
ai safety, ai alignment = alignment; safety evaluation; dangerous capability evaluation; threat models
ai governance, model governance, model risk management, compliance = EU AI Act; NIST AI RMF; ISO/IEC 42001; policy writing; \
model inventories; impact assessment
intellectual property, copyright, copyright law = copyright and training data; rights and licences
data protection, gdpr, hipaa, privacy = data protection law; EU AI Act
kpis, metrics, key performance indicators = success metrics for models; metric definitions; online metrics
crm, customer relationship management = Salesforce software; HubSpot software
image generation, ai art, motion graphics = image composition; visual style; art direction
photo editing = retouching; image composition; Adobe Photoshop
3d modelling, 3d modeling = Blender; 3D geometry
quantitative finance, algorithmic trading, derivatives = portfolio construction; risk models; backtesting; time series
econometrics = causal inference; time series; forecasting; statistics
bioinformatics, computational biology = sequence models; protein structure; Bioconductor
teaching, instruction, instructing = explaining statistics; AI literacy; workshops
mathematics, maths, math, linear algebra, calculus = statistics; probability; optimisation; numerics
midjourney, dall e, dalle, stable diffusion = prompt design; visual style; image composition
auditing, audit, internal audit, external audit = impact assessment; risk assessment; model inventories
cataloguing, cataloging, library cataloguing, library cataloging, metadata = taxonomy design; data documentation; data quality
pacs, ris = Digital Imaging Communications in Medicine DICOM medical imaging software; clinical workflow
mri, magnetic resonance imaging, ct, ct scans, ct scanning, x ray, x rays, ultrasound, medical imaging, radiology, \
radiography = image labelling; model validation on patient data
# words of single trades
contract review, legal drafting, contract management = contract drafting
credit scoring, credit risk, market risk, actuarial science = risk models; statistical modelling
fraud detection = drift detection; statistical modelling; risk models
campaign management = campaign measurement; content planning
web analytics = Google Analytics; online metrics; experiment reading
rna seq, gene expression analysis, next generation sequencing, single cell analysis = Bioconductor; sequence models; Scanpy
qualitative research, focus groups, thematic analysis = user research; user interviews; transcript analysis
survey analysis = descriptive statistics; audience research
transcription, audio transcription = audio data preparation
content moderation = harm taxonomies; answer rating
fmea, reliability engineering = functional safety; failure analysis
root cause analysis = failure analysis; incident review; error analysis
lidar = sensor fusion; Point Cloud Library PCL; camera and lidar calibration
robot programming = Robot Operating System ROS; motion planning
siem, soc = incident response; threat modelling; Splunk Enterprise
system monitoring = model monitoring; incident response
data validation = data quality; data quality tests
process automation, rpa = UiPath; Microsoft Power Automate; workflow design
google classroom = Learning management system LMS
numerical methods, mathematical modelling, finite element analysis, computational fluid dynamics = numerics; simulation; \
optimisation
# fields of knowledge, as O*NET names them: no topic of a role that is about them is strange to it
medicine and dentistry = clinical workflow; model validation on patient data; health data standards
law and government = EU AI Act; data protection law; regulation reading; policy writing
biology = genomics; protein structure; experiment design with biologists
philosophy and theology = applied ethics
"""

# Spellings and short names, after the aliases of the catalogue's technologies; what means something else in other trades
# (monday, unity, outreach) is left out.  The right-hand side is a key as `skill_keys` makes it.
AI_ALIASES = """
gpt, gpt 4, chatgpt, chat gpt = openai chatgpt
aif360 = ai fairness 360
alpha fold = alphafold
anthropic, claude api = anthropic api
automatic1111, sdxl = stable diffusion
aws s3, s3 = amazon s3
ec2 = amazon ec2
aws sagemaker, sagemaker = amazon sagemaker
rocm = amd rocm
art toolbox = adversarial robustness toolbox
ats = applicant tracking
cmsis nn = arm cmsis nn
assembler, assembly language = assembly
bash scripting, shell, shell scripting = bash
big query = bigquery
bloomberg = bloomberg terminal
c language = c
c sharp = c#
c plus plus = c++
carla simulator = carla
css3 = cascading style sheets
davinci = davinci resolve
data build tool, dbt core = dbt
detectron = detectron2
docker compose = docker
docusign = docusign esignature
eigen library = eigen
elastic search, elk = elasticsearch
lm eval harness, lm eval = lm evaluation harness
fast api = fastapi
feast feature store = feast
fpga = fpga design tools
git scm = git
gong io = gong
ga4 = google analytics
looker studio = google looker analytics
ortools = google or tools
g suite = google workspace
openai gym = gymnasium
harvey ai = harvey
fhir, hl7 = hl7 fhir
hf transformers, huggingface = hugging face transformers
html5 = hypertext markup language
powercenter = informatica powercenter
inspect evals = inspect ai
jasper ai = jasper
javascript es6 = javascript
flax = jax
jupyter, jupyter lab, jupyterlab, jupyter notebooks = jupyter notebook
kdb, q kdb+ = kdb+
kube flow = kubeflow
lang chain, langgraph = langchain
tex = latex
lexis = lexisnexis
linkedin recruiter = linkedin
debian, linux administration, ubuntu = linux
llama index = llamaindex
integromat, make com = make
m365 copilot = microsoft copilot
office 365 = microsoft office
microsoft flow = microsoft power automate
ml flow = mlflow
my sql = mysql
neo 4j = neo4j
natural language toolkit = nltk
no sql = nosql
numpy library = numpy
cuda c++ = nvidia cuda
one trust = onetrust
onnx runtime, open neural network exchange = onnx
openai = openai api
cv2, open cv = opencv
xla = openxla
pandas library = pandas
burp = burp suite
psql = postgresql
protégé = protege
py spark = pyspark
py test = pytest
pytorch lightning = pytorch
r language, r programming, rstats, tidyverse = r
ray core, ray serve = ray
rllib = ray rllib
react js = react
rest, restful apis = restful api
ros 2, ros2 = robot operating system
runwayml = runway
rust = rust programming language
sfdc = salesforce
selenium webdriver = selenium
service now = servicenow
snowflake db = snowflake
sphinx docs = sphinx
springboot = spring boot
stable baselines = stable baselines3
system verilog = systemverilog
tensor flow = tensorflow
litert, tflite = tensorflow lite
openai triton = triton
transformer reinforcement learning = trl
ui path = uipath
yolo, yolov8 = ultralytics yolo
unity3d = unity technologies unity
unreal = unreal engine
user testing = usertesting
vue = vue js
outreach io = outreach
weka = waikato environment for knowledge analysis weka
w b, wandb, weights and biases = weights biases
openai whisper = whisper
xg boost = xgboost
oxygen xml = xml editors
zoom info = zoominfo
premiere = adobe premiere pro
artificial intelligence act = eu ai act
iso 42001 = iso iec 42001
nist ai risk management framework = nist ai rmf
data modeling = data modelling
finetuning = fine tuning
image segmentation, semantic segmentation = segmentation
knowledge graph = knowledge graphs
large language model = llm
ner = named entity recognition
ontologies, ontology engineering = ontology design
prompts = prompt design
rag = retrieval augmented generation
reinforcement learning from human feedback = rlhf
simultaneous localisation and mapping, simultaneous localization and mapping = slam
speaker identification = speaker recognition
tts = text to speech
taxonomies, taxonomy development = taxonomy design
threat modeling = threat modelling
time series analysis, time series forecasting = time series
tokenization = tokenisation
"""
