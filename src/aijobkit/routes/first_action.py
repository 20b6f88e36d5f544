"""
First actions: what somebody may try before any new job, beside the present work or alone.
"""

from __future__ import annotations

from aijobkit.gaps import display_name, is_office, same_skill
from aijobkit.gaps.names import alternatives, is_serving
from aijobkit.people import Person
from aijobkit.plans import GapReport, Step
from aijobkit.roles import Domain
from aijobkit.switches import Switch, SwitchKind

__all__ = ["first_action"]

# Tools in which texts are marked, told by one of them; by judgement.
_MARKED_IN = "Label Studio"
# Programs that employers buy: nobody tries them alone.  By judgement.
_BOUGHT = (
    "ACL Analytics",
    "Applicant tracking software",
    "Ashby",
    "Bloomberg Professional",
    "Cadence Virtuoso Layout Suite",
    "Collibra",
    "Credo AI",
    "Epic Systems",
    "Gong",
    "Greenhouse",
    "Harvey",
    "Informatica PowerCenter",
    "Ironclad",
    "Lever",
    "LexisNexis",
    "Microsoft Azure Sentinel",
    "Microsoft Purview",
    "NVIDIA DRIVE",
    "OneTrust",
    "Outreach",
    "PoolParty",
    "Salesforce Marketing Cloud",
    "Salesforce software",
    "ServiceNow",
    "Splunk Enterprise",
    "Stardog",
    "Synopsys Design Compiler",
    "Thomson Reuters Westlaw",
    "TopBraid",
    "Workday software",
    "Zendesk",
    "ZoomInfo",
)


def first_action(person: Person, switch: Switch, first: Step, gaps: GapReport | None) -> str:
    """
    Return something to do that needs no new job: a question of one's own, with a tool and a topic of the target.

    Args:
        person: Who moves; what they know already comes first.
        switch: The move.
        first: The first step of the way.
        gaps: What is missing at the target, or None where nobody looked.
    """
    listed = () if gaps is None else gaps.gaps
    tools = [display_name(gap.name) for gap in listed if gap.domain is Domain.TECHNOLOGY and not is_office(gap.name)]
    # A law, or a standard, is nothing to work towards in an evening.
    topics = [gap.name for gap in listed if gap.domain is Domain.TOPIC and gap.name[0].islower()]
    met = () if gaps is None else gaps.met_names
    is_marked = bool(tools) and not alternatives(tools[0]).isdisjoint(alternatives(_MARKED_IN))
    tools = [name for name in tools if not is_serving(name) and not any(same_skill(name, other) for other in _BOUGHT)]
    own = [skill for skill in person.skills if not is_office(skill) and any(same_skill(name, skill) for name in met)][:1]
    # Two new tools at once are no small task.
    means = " and ".join([*own, *tools[:1]]) or "what is used in the role you want"
    about = f", on {topics[0]}" if topics else ""
    if is_marked:
        beside = "Beside your present work, take" if switch.origin.role.has_employer else "Take"
        suits = f"it shows whether such work ({switch.target.role.title}) suits you"
        before = ", before you leave anything" if switch.origin.role.has_employer else ""
        return (
            f"{beside} fifty short public texts, write down by which rules you sort them, and sort them in {tools[0]}: "
            f"{suits}{before}."
        )
    if not switch.origin.role.has_employer:  # nor is there anything to try beside work that somebody has left
        return f"Finish one small piece of work of your own with {means}{about}, and show it to people who do the job."
    about = f", towards {topics[0]}" if topics else ""
    if first.kind is SwitchKind.INDUSTRY:
        place = "" if first.target.industry is None else f" in {first.target.industry.title}"
        return (
            f"Beside your present work, take one small question that people{place} really have, and try to answer it with "
            f"{means}{about}."
        )
    return (
        f"Beside your present work, take one small question from it, with nothing confidential in it, and try to answer it "
        f"with {means}{about}: it shows whether such work ({switch.target.role.title}) suits you, before you leave anything."
    )
