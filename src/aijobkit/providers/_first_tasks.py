"""
Small first tasks for each trade: what can be counted, what can be sorted, and who should see it.

Nobody measured these; they are what a counsellor would suggest, by SOC minor group and finer where an occupation differs from
its group, and they concern things and not people.  Assumptions of ours, reviewed by hand against all O*NET occupations.
"""

from __future__ import annotations

from collections.abc import Mapping

import attrs

__all__ = ["ANY", "BY_BEGINNING", "LEADERS", "Work"]


@attrs.frozen(kw_only=True)
class Work:
    """
    What lends itself to a first task beside the work of one group of roles.

    Args:
        count: A question that a count answers, to follow "count".
        sort: Written things that are open to everybody and of which fifty are soon collected, to follow "fifty".
        into: Two kinds that such things fall into.
        owner: Who should see the result.
    """

    count: str
    sort: str
    into: str
    owner: str


# Beginnings of O*NET-SOC codes, and what to count; below, what to sort, into which kinds, and who should see it.
_ROWS = """
11-1 | which plans of last year slipped, and by how much
    paragraphs from published annual reports | good news or a risk | the people who report to you
11-1031 | which subjects come up most often in letters to your office
    speeches from the public record of a parliament | a fact or an opinion | the people who report to you
11-2 41-1012 41-3 41-4 41-9 | which offers get an answer, by product
    public product reviews | about the price or about the product | your sales manager
11-2011 11-2021 13-1161 | which campaigns of last year brought the most enquiries
    public product reviews | about the price or about the product | your head of department
11-2032 27-3031 | which messages got an answer, by kind
    published press releases | news or advertising | your head of department
11-2033 13-1131 | which letters brought an answer, by kind
    paragraphs from published reports of charities | done or planned | your head of department
11-3 11-9 | which kinds of request come in most often in a week
    paragraphs from published annual reports | good news or a risk | the people who report to you
11-3013 11-9141 39-9041 | which repairs are asked for most often, by building
    public reviews of houses and flats to let | about the rooms or about the service | whoever runs the house
11-3021 15-1 | which kinds of ticket come back most often
    reports from the public issue list of a project that you use | bug or question | whoever plans the next release
11-3031 13-2 43-3 43-4011 | which entries or reports have to be corrected most often
    notes to published company accounts | routine or worth a second look | whoever closes the month
11-3051 51-1 51-2 51-4 51-9 | which stops of the line come back, and at which hour
    published product recalls | machine or material | the shift lead
11-3061 13-1021 13-1022 13-1023 43-3061 43-4151 | which orders come late or wrong, by supplier
    public product reviews | about the price or about the product | whoever plans the orders
11-3071 13-1081 43-5 | which deliveries come late, by route
    public reviews of delivery services | about the time or about the goods | whoever plans the deliveries
11-3111 11-3121 13-1071 13-1074 13-1075 13-1141 43-4161 | which questions about the rules come back most often
    lines from public job postings | a must or a wish | your head of department
11-3131 13-1151 | which questions come up in every course
    public course descriptions | for beginners or not | whoever orders the courses
11-9013 45-1 45-2 | which fields or animals need most hours
    public market notes | price up or price down | the farm manager
11-9021 47-1 47-2 47-3 | which deliveries come late, by kind of material
    published building inspection notes | a defect or a remark | the site manager
11-9031 39-9011 25-2011 25-2012 25-2051 25-2055 | which materials run out first in a month
    public descriptions of games and crafts | for small children or for older ones | the head of the place
11-9032 11-9033 11-9039 | which forms come back incomplete, and at which field
    pages from public school websites | a rule or an offer | the people who report to you
11-9041 17-2 17-3 | which drawings or tests have to be done twice
    published product recalls | a fault of design or of making | the lead engineer
11-9051 35-1 35-2 35-3 35-9 | which dishes or drinks run out, and which are left over
    public reviews of restaurants | about the food or about the service | the manager
11-9071 11-9072 11-9179 39-1 39-3 39-5 39-9 | which hours of the week are booked out
    public reviews of places like yours | about the service or about the price | the manager
11-9081 39-6 43-4081 | which questions guests ask most often
    public reviews of hotels | about the room or about the service | the manager
11-9111 29-1 29-9 | which forms come back incomplete, and at which field
    lines from published treatment guidelines | a check or an action | the head of your department or practice
11-9121 15-1221 19-1 19-2 19-4 | which measurements or runs have to be repeated, and why
    abstracts of papers | useful for your question or not | the head of your group
11-9131 43-5021 43-5051 43-5052 43-5053 | which kinds of item come back most often because they could not be delivered
    public reviews of delivery services | about the time or about the goods | your supervisor
11-9151 21-1 | which public services you refer people to most often
    entries of a public service directory | up to date or not | whoever runs the service
11-9161 33-1 33-2 33-3 33-9 | how long routine reports take, by kind of report
    published incident summaries | urgent or not | your shift supervisor
11-9171 39-4 | which questions come back most often in a week
    public price lists of funeral homes | clear on what is included or not | the manager
13-1 | which questions come back most often in a week
    paragraphs from published annual reports | good news or a risk | your head of department
13-1011 | which offers get an answer, by kind
    public reviews of shows and matches | about the performance or about the place | the people whom you represent
13-1031 13-1032 13-2053 43-9041 | which papers are missing most often when a file comes in
    published rulings on insurance complaints | for the customer or for the insurer | your team lead
13-1041 13-2061 | which findings come back most often
    published decisions of a supervisory authority | a fine or a warning | your head of department
13-1051 | which estimates were furthest off, by kind of work
    public calls for tenders | goods or building work | whoever signs the offers
13-1082 | which tasks take longer than planned, by kind
    paragraphs from published project reports | on plan or behind it | the people on your project
13-1111 | which questions your clients ask most often
    paragraphs from published annual reports | good news or a risk | whoever leads your project
13-1121 | which parts of an event cost most time
    public reviews of events | about the place or about the programme | whoever orders the events
13-2022 13-2023 | which papers are missing most often when a file comes in
    public property listings | clear on the condition or not | whoever signs the reports
13-2031 13-2051 13-2054 13-2099 | which figures have to be corrected most often
    notes to published company accounts | routine or worth a second look | whoever reads your reports
13-2041 13-2052 13-2071 13-2072 43-4041 43-4131 43-4141 | which papers are missing most often when an application comes in
    published rulings on complaints about banks | for the customer or for the bank | your team lead
13-2081 13-2082 | which lines of a form are filled in wrong most often
    questions from public tax help pages | about income or about costs | your team lead
15-1255 | which questions users ask most often
    public reviews of apps | about the look or about a fault | whoever plans the next release
15-2 43-9111 | which figures you are asked for again and again
    descriptions of open data sets | enough to work with or not | whoever asks for your figures
15-2011 | which figures have to be corrected most often before a report
    notes to published accounts of insurers | routine or worth a second look | whoever signs the reports
15-2021 | which steps of a calculation you repeat most often
    abstracts of papers | useful for your question or not | the people who work on it with you
17-1 | which drawings are changed most often, and why
    published decisions on building permits | granted or refused | whoever leads the project
17-1021 17-1022 17-3031 | which measurements have to be repeated, and why
    reports of errors in an open map | a wrong place or a wrong name | whoever leads the project
17-2041 17-2151 17-2161 17-2171 | which drawings or tests have to be done twice
    public summaries of accidents at plants | equipment or handling | the lead engineer
17-2051 17-2081 17-3011 17-3022 17-3025 | which drawings or tests have to be done twice
    public inspection notes on bridges and roads | a defect or a remark | the lead engineer
17-2111 19-5 | which kinds of defect are reported most often
    public summaries of accidents at work | equipment or handling | whoever answers for safety
19-3 | which sources or answers have to be checked again, and why
    abstracts of papers | useful for your question or not | the head of your group
19-3011 | which figures have to be looked up again and again
    sentences from reports of central banks | better or worse than before | whoever reads your reports
19-3032 19-3033 19-3034 19-3039 | which forms come back incomplete, and at which field
    abstracts of papers | useful for your question or not | whoever runs the practice or service
19-3051 | which objections come back most often
    entries of the open request log of a city | about streets or about buildings | whoever leads the project
21-1012 | which questions about courses and careers come back most often
    public course descriptions | open to everybody or with conditions | your head of department
21-2 | which questions come back most often in a week
    announcements from public pages of congregations | an event or a request | whoever runs the office
23-1 23-2 43-6012 | which kinds of clause or form are asked for most often
    published court decisions | granted or refused | whoever plans the work of the office
23-1012 23-1021 23-1023 43-4031 | which papers are missing most often when a file comes in
    published court decisions | granted or refused | whoever plans the work of the office
23-2093 | which papers are missing most often when a file comes in
    public property listings | clear on the boundaries or not | whoever plans the work of the office
25-1 | which questions come up in every class
    abstracts of papers in your subject | useful for your teaching or not | your head of department
25-2 | which exercises a whole class gets wrong most often
    exercises from your own worksheets | easy or hard | your head of department
25-3 | which exercises learners get wrong most often
    exercises from public teaching materials | easy or hard | whoever plans the courses
25-4 43-4121 | which questions readers ask most often
    public descriptions of new books | fact or fiction | the head of your library
25-4011 25-4012 25-4013 | which pieces of the collection are asked for most often
    entries of an open museum catalogue | complete or not | the head of your collection
25-9 | which exercises a whole class gets wrong most often
    exercises from public teaching materials | easy or hard | the teacher you work with
25-9021 | which questions come back most often in a week
    public advice on farm and home | for beginners or not | whoever plans the courses
25-9031 | which parts of a course teachers ask about most often
    public course descriptions | for beginners or not | your head of department
27-1 | which drafts are sent back most often, and for what
    public briefs from design contests | clear on what is wanted or not | whoever signs off your drafts
27-1012 27-1013 | which of your pieces are asked about most often
    entries of an open museum catalogue | clear on how it was made or not | whoever shows or sells your work
27-1023 | which arrangements sell first
    public reviews of flower shops | about the flowers or about the delivery | the shop manager
27-1026 | which displays are changed most often
    public reviews of shops | about the goods or about the service | the shop manager
27-2 | which pieces take most rehearsal time
    public reviews of concerts and shows | about the performance or about the place | whoever books or leads your shows
27-2012 | which scenes or shows run over time, and by how much
    public reviews of films and shows | about the story or about the acting | your production team
27-2021 | how your results change with days of rest, from your own training log
    public reports on matches and races | about the result or about how it came | your coach
27-2022 | which exercises are repeated most often before a match or race
    public reports on matches and races | about the result or about how it came | whoever runs the club
27-2023 | which rules come up most often in a match
    public questions about the rules | clear from the rule book or not | whoever assigns the matches
27-3 | which pieces of the past year had the most readers or viewers
    headlines from public news pages | news or background | your editor
27-3041 43-9021 43-9022 43-9031 43-9081 | which entries or pages have to be corrected most often
    headlines from public news pages | news or background | whoever hands out the work
27-3042 | which pages readers ask about most often
    paragraphs from published manuals | an instruction or an explanation | whoever plans the manuals
27-3043 | which of your texts had the most readers
    public book reviews | about the story or about the style | your editor or publisher
27-3091 | which terms you look up most often
    pairs of sentences from public texts in two languages | translated closely or freely | whoever hands out the work
27-3092 31-9094 | which words have to be corrected most often
    sentences from public hearings | clear or in need of a check | whoever hands out the work
27-4 | which faults come back most often during a recording or show
    questions from public help pages on your equipment | a fault or wrong use | whoever runs the production
27-4021 27-4031 27-4032 | how many pictures or scenes are kept, by kind
    captions of an open picture collection | clear on what is seen or not | whoever chooses from your pictures
29-1051 29-2052 31-9095 | which medicines run out first in a week
    lines from public package leaflets | about how to take it or about what to watch for | the head of the pharmacy
29-2 | which forms come back incomplete, and at which field
    lines from published treatment guidelines | a check or an action | your team lead
29-2011 29-2012 | which samples have to be taken or tested twice, and why
    lines from published laboratory guidelines | a check or an action | the head of the laboratory
29-2031 29-2032 29-2033 29-2034 29-2035 29-2036 | which examinations have to be repeated, and why
    lines from published treatment guidelines | a check or an action | your team lead
29-2072 29-9021 | which codes or entries have to be corrected most often
    lines from published treatment guidelines | a check or an action | your team lead
29-2081 | which orders have to be made twice, and why
    public reviews of opticians | about the glasses or about the service | the manager
29-1141 | which forms come back incomplete, and at which field
    lines from published treatment guidelines | a check or an action | your team lead
31-1 | which supplies run out first in a week
    lines from published care guidelines | a check or an action | your shift lead
31-2 | which supplies run out first in a week
    lines from published treatment guidelines | a check or an action | the therapist you work with
31-9 | which supplies run out first in a week
    lines from published treatment guidelines | a check or an action | the head of the practice
31-9011 | which hours of the week are booked out
    public reviews of places like yours | about the service or about the price | the manager
31-9096 | which supplies run out first in a week
    lines from published guides to animal care | a check or an action | the head of the practice
33-9021 | how long routine reports take, by kind of report
    published incident summaries | urgent or not | whoever hands out the work
33-9091 33-9092 33-9094 | which hours of the day are busiest
    published incident summaries | urgent or not | your supervisor
37-1 37-2 | which rooms take longest
    public reviews of cleaning services | about the result or about the price | your supervisor
37-1012 37-3 | which grounds take longest
    public questions about garden care | about plants or about machines | your supervisor
37-2021 | which places have to be treated twice
    public reviews of pest control services | about the result or about the price | your supervisor
39-2 | which supplies run out first in a week
    public questions about animal care | about food or about health | whoever runs the place
39-7 | which questions guests ask most often
    public reviews of guided tours | about the guide or about the places | whoever plans the tours
41-1 41-2 | which questions customers ask most often
    public product reviews | about the price or about the product | the shop manager
41-2011 | at which hours the queue is longest
    public reviews of shops | about the goods or about the service | the shop manager
41-2012 43-3041 | at which hours the queue is longest
    public reviews of places like yours | about the service or about the price | your supervisor
41-3021 | which questions customers ask most often
    published rulings on insurance complaints | for the customer or for the insurer | your sales manager
41-3031 | which questions customers ask most often
    notes to published company accounts | routine or worth a second look | your sales manager
41-3041 43-4181 | which trips are asked for most often
    public reviews of hotels | about the room or about the service | the manager
41-9012 | which kinds of booking come back most often
    public calls for models | clear on the pay or not | your agency
41-9021 41-9022 | which offers get an answer, by kind of property
    public property listings | clear on the condition or not | whoever runs your office
43-1 43-2 43-4 43-6 43-9 | which kinds of request come in most often in a week
    entries of the open request log of a city | urgent or not | whoever runs the office
43-3071 | which questions customers ask most often
    published rulings on complaints about banks | for the customer or for the bank | the manager of the branch
43-5031 | which kinds of call come in most often, by hour
    published incident summaries | urgent or not | your shift supervisor
43-5041 | which meters have to be read twice, and why
    public questions about energy bills | about the price or about the reading | your supervisor
43-6013 | which forms come back incomplete, and at which field
    lines from public leaflets for patients | for before or after a treatment | the head of the practice
45-2011 | which findings come back most often
    published recalls of food | about harm or about a label | your supervisor
45-3 | which trips bring most, from your own log
    public market notes | price up or price down | whoever plans the trips
45-4 19-1032 19-4071 | which stands of trees need most hours
    public market notes on timber | price up or price down | whoever plans the work
47-4 | which jobs take longer than planned, by kind
    published building inspection notes | a defect or a remark | your supervisor
47-4011 | which defects come back most often
    published building inspection notes | a defect or a remark | your supervisor
47-4021 49-9 | which faults come back after a repair
    published recalls of machines and devices | a fault of design or of making | the workshop lead
47-4051 47-4071 53-7081 | which streets take longest, from your own log
    entries of the open request log of a city | urgent or not | your supervisor
47-4061 49-3043 49-9097 | which faults come back after a repair
    public summaries of rail accidents | track or train | your supervisor
47-5 | which stops of the machine come back, and at which hour
    public summaries of accidents at work | equipment or handling | the shift lead
49-1 49-3 | which faults come back after a repair
    published complaints about vehicles | worn part or wrong use | the workshop lead
49-2 | which faults come back after a repair
    questions from public help pages on devices | a fault or wrong use | the workshop lead
49-2091 49-3011 | which faults come back after a repair
    public summaries of flight incidents | weather or technical | the workshop lead
49-3091 | which faults come back after a repair
    published recalls of bicycles | a fault of design or of making | the workshop lead
49-9051 49-9052 | which faults come back after a repair
    public notices of power and network failures | planned or sudden | your supervisor
49-9092 | which jobs take longer than planned, by kind
    public summaries of accidents at work | equipment or handling | whoever plans the work
51-3 | which goods run out, and which are left over
    published recalls of food | about harm or about a label | the shift lead
51-5 51-9151 | which jobs have to be done twice, and why
    public reviews of printing services | about the print or about the delivery | the shift lead
51-6 | which pieces have to be done twice, and why
    public reviews of clothes and shoes | about the fit or about the material | whoever runs the workshop
51-6011 51-6021 | which pieces have to be done twice, and why
    public reviews of laundries | about the result or about the price | whoever runs the laundry
51-6093 51-7 | which pieces have to be made twice, and why
    public reviews of furniture | about the make or about the delivery | whoever runs the workshop
51-8 | which alarms come back, and at which hour
    public summaries of accidents at plants | equipment or handling | the shift lead
51-9071 | which pieces have to be done twice, and why
    public reviews of jewellers | about the piece or about the price | whoever runs the workshop
51-9081 51-9082 51-9083 | which pieces have to be made twice, and why
    published recalls of medical devices | a fault of design or of making | the head of the laboratory
53-1 53-7 | which goods have to be moved twice, and why
    public reviews of delivery services | about the time or about the goods | your shift lead
53-1044 53-6061 | which questions passengers ask most often
    public reviews of bus and train services | about the service or about delays | your supervisor
53-2 | which causes of delay come back most often, from your own notes
    public summaries of flight incidents | weather or technical | your shift supervisor
53-2011 53-2012 | which airports cost you most waiting time, from your own log
    public summaries of flight incidents | weather or technical | your chief pilot
53-2031 | which questions passengers ask most often
    public reviews of airlines | about the service or about delays | the head of the cabin crew
53-3 | which stops cost you most waiting time, from your own log
    public reviews of delivery services | about the time or about the goods | your dispatcher
53-3011 | which ways take longer than planned, by hour
    public summaries of road accidents | road or weather | your shift lead
53-3051 53-3052 53-3053 53-3054 | which stops cost you most waiting time, from your own log
    public reviews of bus and taxi services | about the time or about the price | your dispatcher
53-4 | which stations cost you most waiting time, from your own log
    public summaries of rail accidents | track or train | your shift supervisor
53-5 | which ports or locks cost you most waiting time, from your own log
    public summaries of accidents at sea | weather or technical | whoever plans the trips
53-6 | which hours of the day are busiest
    public notices about roads and waterways | planned or sudden | your supervisor
53-6031 53-6032 53-7061 | which vehicles take longest
    public reviews of service stations and car washes | about the result or about the price | your supervisor
53-6051 | which defects come back most often
    published recalls of vehicles | a fault of design or of making | your supervisor
53-7021 53-7031 53-7041 53-7071 53-7072 53-7073 | which stops of the machine come back, and at which hour
    public summaries of accidents at work | equipment or handling | the shift lead
55-1 55-2 55-3 | how long routine supply requests take
    lines from published manuals | an order or an explanation | the officer in charge of supply
"""

ANY = Work(
    count="which questions come back most often in a week",
    sort="short public texts from the field",
    into="useful for the question or not",
    owner="whoever answers for that work",
)
"""What fits any work: for roles of which no occupation is known."""

# Managers and first-line supervisors.
LEADERS = ("11-", "33-1", "35-1", "37-1", "39-1", "41-1", "43-1", "45-1", "47-1", "49-1", "51-1", "53-1")
"""Beginnings of the codes of those who lead others in their trade, and show what they found to these."""


def _rows() -> dict[str, Work]:
    lines = _ROWS.strip().splitlines()
    found = {}
    for first, second in zip(lines[::2], lines[1::2], strict=True):
        codes, count = first.split(" | ")
        sort, into, owner = second.strip().split(" | ")
        found.update(dict.fromkeys(codes.split(), Work(count=count, sort=sort, into=into, owner=owner)))
    return found


BY_BEGINNING: Mapping[str, Work] = _rows()
"""By the beginning of an O*NET-SOC code; the longest that fits an occupation is meant."""
