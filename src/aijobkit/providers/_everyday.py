"""
What people call occupations and trades in a conversation, where the official title is nobody's word for it.

Reviewed by hand: the commonest O*NET occupations of the United States (OEWS 2023) and the trades of NAICS 2022.  Tables and
reports keep the official titles; these names serve sentences only.
"""

from __future__ import annotations

__all__ = ["PEOPLE", "TRADES"]

# Code, one person, and several where the plural is not plain.
_PEOPLE = """
11-1011.00 chief executive
11-1021.00 operations manager
11-2021.00 marketing manager
11-3012.00 office services manager
11-3021.00 IT manager
11-3031.00 finance manager
11-3051.00 production manager
11-3071.00 transport manager
11-3121.00 HR manager
11-9032.00 school principal
11-9033.00 college administrator
11-9041.00 engineering manager
11-9051.00 restaurant manager
11-9111.00 health care manager
11-9141.00 property manager
11-9151.00 social services manager
11-9199.00 manager
13-1022.00 buyer
13-1023.00 purchasing agent
13-1031.00 claims adjuster
13-1071.00 HR specialist
13-1081.00 logistician
13-1082.00 project manager
13-1111.00 management analyst
13-1121.00 event planner
13-1151.00 training specialist
13-1161.00 market researcher
13-1199.00 business specialist
13-2011.00 accountant
13-2051.00 financial analyst
13-2052.00 financial adviser
13-2081.00 tax officer
15-1211.00 systems analyst
15-1231.00 network support specialist
15-1232.00 IT support specialist
15-1241.00 network architect
15-1244.00 system administrator
15-1253.00 software tester
15-1254.00 web developer
15-1255.00 web designer
15-1299.00 IT specialist
17-2011.00 aerospace engineer
17-2072.00 electronics engineer
17-2112.00 industrial engineer
17-2199.00 engineer
17-3023.00 electronics technician
19-1021.00 biochemist
19-1029.00 biologist
19-1042.00 medical scientist
19-2012.00 physicist
19-2031.00 chemist
19-2041.00 environmental scientist
19-3011.00 economist
19-3033.00 clinical psychologist
19-4099.00 science technician
21-1011.00 addiction counsellor
21-1012.00 school counsellor
21-1014.00 mental health counsellor
21-1021.00 family social worker
21-1022.00 hospital social worker
21-1093.00 social services assistant
21-2011.00 member of the clergy, members of the clergy
23-2011.00 paralegal
25-1071.00 college teacher of health subjects, college teachers of health subjects
25-2011.00 preschool teacher
25-2021.00 elementary school teacher
25-2022.00 middle school teacher
25-2031.00 high school teacher
25-2058.00 special education teacher
25-3031.00 substitute teacher
25-4022.00 librarian
25-9031.00 curriculum specialist
25-9042.00 teaching assistant
27-1024.00 graphic designer
27-2012.00 producer
27-2022.00 sports coach, sports coaches
27-3023.00 journalist
27-3031.00 PR specialist
27-3041.00 editor
27-3043.00 writer
29-1031.00 dietitian
29-1215.00 family doctor
29-1216.00 doctor of internal medicine, doctors of internal medicine
29-1229.00 doctor
29-2011.00 medical laboratory technologist
29-2012.00 medical laboratory technician
29-2034.00 X-ray technician
29-2042.00 emergency medical technician
29-2061.00 practical nurse
29-2072.00 medical records specialist
31-1121.00 home health aide
31-1122.00 personal care aide
31-1131.00 nursing assistant
33-1011.00 prison supervisor
33-1012.00 police supervisor
33-1021.00 fire service supervisor
33-1091.00 security supervisor
33-1099.00 protective service supervisor
33-2011.00 firefighter
33-3012.00 correctional officer
33-3051.00 police officer
33-3052.00 transit police officer
33-9032.00 security guard
35-1011.00 chef
35-1012.00 kitchen supervisor
35-2011.00 fast food cook
35-2014.00 cook
35-2021.00 kitchen worker
35-3011.00 bartender
35-3023.00 counter worker
35-3031.00 waiter
37-1011.00 cleaning supervisor
37-1012.00 landscaping supervisor
37-2011.00 janitor
37-2012.00 housekeeper
37-3011.00 landscaper
39-1013.00 casino supervisor
39-1014.00 recreation supervisor
39-1022.00 personal service supervisor
39-5012.00 hairdresser
39-9011.00 childcare worker
39-9031.00 fitness trainer
41-1011.00 shop manager
41-1012.00 sales supervisor
41-2011.00 cashier
41-2031.00 shop assistant
41-3021.00 insurance agent
41-3031.00 financial sales agent
41-3091.00 sales representative
41-4011.00 technical sales representative
41-4012.00 sales representative
41-9022.00 estate agent
43-1011.00 office supervisor
43-3021.00 billing clerk
43-3031.00 bookkeeper
43-3051.00 payroll clerk
43-3071.00 bank teller
43-4051.00 customer service representative
43-4081.00 hotel receptionist
43-4171.00 receptionist
43-5032.00 dispatcher
43-5052.00 mail carrier
43-5061.00 production planner
43-5071.00 shipping clerk
43-6011.00 executive assistant
43-6013.00 medical secretary
43-6014.00 secretary
43-9051.00 mail clerk
43-9071.00 office machine operator
43-9111.00 statistical assistant
43-9021.00 data entry clerk
43-9041.00 insurance clerk
43-9061.00 office clerk
45-1011.00 farm supervisor
45-2092.00 farm worker
47-1011.00 construction supervisor
47-2061.00 construction worker
47-2073.00 excavator operator
47-2111.00 electrician
47-2152.00 plumber
47-4011.00 building inspector
49-1011.00 workshop supervisor
49-2011.00 office machine repairer
49-3011.00 aircraft mechanic
49-3021.00 car body repairer
49-3023.00 car mechanic
49-3031.00 truck mechanic
49-9021.00 heating and air conditioning technician
49-9041.00 industrial mechanic
49-9071.00 maintenance worker
49-9098.00 repair helper
49-9099.00 repair worker
51-1011.00 production supervisor
51-2092.00 assembly worker
51-2099.00 assembly worker
51-3011.00 baker
51-4041.00 machinist
51-4121.00 welder
51-9061.00 quality inspector
51-9123.00 painter
51-9161.00 CNC operator
53-1042.00 warehouse supervisor
53-1043.00 transport supervisor
53-1044.00 passenger service supervisor
53-1049.00 transport supervisor
53-2011.00 airline pilot
53-3031.00 delivery driver
53-3032.00 truck driver
53-3033.00 delivery driver
53-3051.00 school bus driver
53-3052.00 bus driver
53-3053.00 chauffeur
53-4022.00 railway switch operator
53-7051.00 forklift driver
53-7062.00 warehouse worker
53-7064.00 packer
53-7065.00 warehouse worker
55-1019.00 military officer
55-2011.00 air crew supervisor
55-2012.00 weapons crew supervisor
55-2013.00 tactical operations supervisor
55-3016.00 infantry soldier
55-3018.00 member of the special forces, members of the special forces
aijobkit:career-break somebody on a career break, people on a career break
aijobkit:military-enlisted enlisted service member
aijobkit:military-service somebody in military service, people in military service
"""

# Family or beginning of a NAICS code, the trade as after "in" or "to", and where one works in it.
_TRADES = """
accounting | accounting | at an accounting firm
advertising-marketing | advertising and marketing | in advertising and marketing
agriculture | farming | on a farm
architecture-engineering | engineering services | at an engineering office
automotive | the car industry | in the car industry
aviation | aviation | in aviation
construction | construction | in construction
consulting | consulting | at a consulting firm
culture | museums and libraries | at a museum or library
education | education | in education
electronics | electronics | in electronics
finance | banking and investment | in banking and investment
government | government | in government
healthcare | health care | in health care
hospitality | hotels and restaurants | in a hotel or restaurant
insurance | insurance | at an insurance company
legal | legal services | at a law firm
logistics | logistics | in logistics
media | the media | in the media
nonprofit | charities and associations | for a charity or association
pharma-biotech | pharma and biotech | in pharma and biotech
real-estate | real estate | in real estate
religion | religious organisations | for a religious organisation
research | research | in research
retail | retail | in retail
social-services | social services | in social services
software | software | at a software company
telecom | telecommunications | in telecommunications
travel | travel and tourism | in travel and tourism
utilities | energy supply | at an energy supplier
111 | crop farming | on a farm
112 | animal farming | on a farm
2211 | power supply | at a power company
236 | building | in construction
311 | food production | in food production
3254 | pharmaceuticals | at a pharmaceutical company
3361 | car making | at a car maker
3364 | aircraft making | at an aircraft maker
4451 | grocery shops | in a grocery shop
455 | general retail | in general retail
481 | airlines | at an airline
484 | trucking | in trucking
491 | postal services | at the post office
492 | parcel delivery | at a delivery company
493 | warehousing | in a warehouse
51311 | newspapers | at a newspaper
51312 | magazines | at a magazine
51313 | book publishing | at a publishing house
5132 | software | at a software company
516 | broadcasting | in broadcasting
5161 | radio and television | in radio and television
51611 | radio | at a radio station
51612 | television | at a television station
5162 | online media and channels | at an online media company or channel
517 | telecommunications | in telecommunications
5182 | cloud and data centres | at a cloud provider
5221 | banking | at a bank
522130 | credit unions | at a credit union
523 | investment | at an investment firm
524 | insurance | at an insurance company
5411 | legal services | at a law firm
5412 | accounting | at an accounting firm
5413 | engineering services | at an engineering office
5415 | IT services | at an IT services company
5416 | consulting | at a consulting firm
5417 | research | at a research laboratory
541714 | biotechnology research | at a biotechnology laboratory
54193 | language services | in language services
5613 | staffing | at a staffing agency
56142 | call centres | at a call centre
6111 | schools | at a school
6113 | universities | at a university
621 | medical practices | at a medical practice
6211 | medical practices | at a medical practice
6212 | dental practices | at a dental practice
622 | hospitals | at a hospital
623 | nursing homes | at a nursing home
6244 | child care | at a child care centre
7211 | hotels | at a hotel
722 | restaurants | at a restaurant
7225 | restaurants | at a restaurant
92211 | the courts | at a court
92212 | the police | with the police
92216 | the fire service | with the fire service
92811 | the military | in the military
"""


def _people() -> dict[str, tuple[str, str]]:
    called = {}
    for line in _PEOPLE.strip().splitlines():
        code, _, names = line.partition(" ")
        one, _, several = names.partition(", ")
        plural = f"{one[:-1]}ies" if one.endswith("y") and one[-2] not in "aeou" else f"{one}s"
        called[code] = (one, several or plural)
    return called


def _trades() -> dict[str, tuple[str, str]]:
    rows = (line.split(" | ") for line in _TRADES.strip().splitlines())
    return {code: (name, place) for code, name, place in rows}


PEOPLE = _people()
"""By code of a role: what one person and what several are called."""
TRADES = _trades()
"""By code of an industry family or the beginning of a NAICS code: the trade, and where one works in it."""
