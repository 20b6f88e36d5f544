"""
What somebody says of an employer in a sentence: where they work, what is done there, what it is.

Pure text work: knows no table and no code.
"""

from __future__ import annotations

import functools
import re

__all__ = ["what_it_is", "without_saying", "without_subject"]

_WORK_FOR = re.compile(
    r"(?:(?:i|we|he|she|they|i\s+am|i[\u2019']?m|currently)\s+)*(?:work(?:s|ed|ing)?|employed)\s+"
    r"(?:(?:for|at|in|by|with)\s+(?:(?:the|an?|my|our|some)\s+)?|(?=somewhere\s+(?:that|which|who)\s))(?=\S)",
    re.IGNORECASE,
)
_DONE = {
    "advise on": "advice", "arrange": "planning", "audit": "auditing", "bake": "bakery", "bottle": "bottling",
    "breed": "breeding", "brew": "brewing", "broadcast": "broadcasting", "build": "builder", "bury": "burial",
    "care for": "care", "catch": "fishing", "clean": "cleaning", "collect": "collection", "construct": "builder",
    "cut": "cutting", "decorate": "decorating", "deliver": "delivery", "demolish": "demolition", "design": "design",
    "develop": "development", "dig": "mining", "distribute": "distributor", "do": "", "drill": "drilling",
    "drive": "operator", "dye": "dyeing", "edit": "editing", "educate": "school", "export": "exporter",
    "farm": "farming", "film": "filming", "finance": "finance", "fish for": "fishing", "fit": "installation",
    "fix": "repair", "generate": "generation", "grow": "farming", "guard": "security", "harvest": "harvesting",
    "hire out": "rental", "host": "hosting", "import": "importer", "inspect": "inspection", "install": "installation",
    "insulate": "insulation", "insure": "insurance", "invest in": "investment", "keep": "keeping",
    "landscape": "landscaping", "lay": "laying", "lend": "lending", "look after": "care", "make": "maker",
    "manage": "management", "manufacture": "maker", "map": "mapping", "mend": "repair", "mine": "mining",
    "move": "moving", "mow": "mowing", "offer": "", "operate": "operator", "organise": "planning",
    "organize": "planning", "own": "operator", "paint": "painting", "pave": "paving", "plan": "planning",
    "polish": "polishing", "print": "printing", "process": "processing", "produce": "maker", "provide": "",
    "publish": "publishing", "raise": "farming", "rear": "farming", "recruit": "recruitment", "recycle": "recycling",
    "refine": "refining", "rent": "rental", "repair": "repair", "rescue": "rescue", "research": "research",
    "run": "operator", "sell": "shop, dealer, retailer", "sew": "maker", "sharpen": "sharpening",
    "ship": "shipping", "shoot": "filming", "slaughter": "slaughtering", "smelt": "smelting", "store": "storage",
    "supply": "supplier", "survey": "surveying", "take away": "removal", "teach": "lessons", "test": "testing",
    "tile": "tiling", "tow": "towing", "trade": "trading", "train": "training", "translate": "translation",
    "transport": "transport", "treat": "treatment", "wash": "cleaning", "weave": "maker", "weld": "welding",
    "wire": "wiring", "write": "maker",
}  # fmt: skip
"""What somebody does at work -> what the trade is called in which it is done to a thing, the last wording the widest."""
_ALONE = {
    "breeds": "breed", "builds": "build", "fixes": "fix", "fixing": "fix", "grows": "grow", "makes": "make", "making": "make",
    "raises": "raise", "repairing": "repair", "selling": "sell", "sells": "sell", "teaches": "teach",
}  # fmt: skip
"""Forms of these that are no noun as well, as "paints" is, and so say what is done with nobody named before them."""
_MAKING = ("build", "develop", "make", "produce", "write")
_NO_GOODS = ("app", "apps", "game", "games", "music", "software")
"""What is made in no factory: the thing alone says the trade, where none is known for its makers."""
_EMPLOYER = (
    r"(?:agency|association|boss|brother|business|charity|company|dad|employer|factory|family|father|firm|group|husband|mother|"
    r"mum|mom|organi[sz]ation|outfit|parents|place|plant|shop|sister|somewhere|start-?up|uncle|wife)"
)
_WHO = (
    rf"(?:(?:an?|the|my|our|some|his|her)\s+(?:\w+['\u2019]s\s+)?{_EMPLOYER}(?:\s+(?:that|which|who))?"
    rf"(?:\s+(?:i|we)\s+work\s+(?:for|at|in))?|{_EMPLOYER}\s+(?:that|which|who)|we|they)"
)
_SUBJECT = rf"(?:{_WHO}|i|(?-i:[Ii]t))"


@functools.cache
def _we_do() -> re.Pattern[str]:
    """Who does what; compiled when it is first needed, since all the verbs take longer than the rest of the import."""
    does = "|".join(
        re.sub(r"^\w+", r"\g<0>(?:e?s)?", said).replace(" ", r"\s+") for said in sorted(_DONE, key=len, reverse=True)
    )
    return re.compile(
        rf"(?:{_SUBJECT}\s+(?P<does>{does})|(?P<alone>{'|'.join(_ALONE)}))(?:\s+(?:down|for|off|out|up))?\s+"
        r"(?:(?:the|an?|my|our|some)\s+)?(?P<what>\S.*)",
        re.IGNORECASE,
    )


@functools.cache
def _we_are() -> re.Pattern[str]:
    return re.compile(
        rf"(?:{_SUBJECT}\s+(?:are|am|is)|we[\u2019']?re|they[\u2019']?re|(?-i:[Ii]t)[\u2019']?s|i[\u2019']?m)\s+"
        r"(?:(?:the|an?|one|just|(?:chain|group|network|kind|sort|type)\s+of)\s+)*(?P<what>\S.*)",
        re.IGNORECASE,
    )


@functools.cache
def _somebody() -> re.Pattern[str]:
    return re.compile(rf"{_WHO}\s+(?P<rest>\S+\s+\S.*)", re.IGNORECASE)


def without_saying(text: str) -> tuple[str, ...]:
    """
    Return the trade in a text that says where somebody works or what is done there, in one or several wordings; else nothing.

    Examples:
        >>> without_saying("I work for a bank"), without_saying("we build houses"), without_saying("bank")
        (('bank',), ('houses builder',), ())
        >>> without_saying("a firm that sells boats")
        ('boats shop', 'boats dealer', 'boats retailer')
    """
    if match := _WORK_FOR.match(text):
        return (text[match.end() :],)
    if match := _we_do().match(text):
        first, *more = (match["does"] or match["alone"]).lower().split()
        forms = (_ALONE.get(first, first), first.removesuffix("s"), first.removesuffix("es"))
        does = next(said for said in (" ".join((form, *more)) for form in forms) if said in _DONE)
        what, done = match["what"], _DONE[does].split(", ")
        # Who makes software is no manufacturer.
        done += [""] * (does in _MAKING and what.lower().split()[-1] in _NO_GOODS)
        return tuple(f"{what} {each}".rstrip() for each in done)
    return ()


def without_subject(text: str) -> str:
    """
    Return what a text says that somebody does, whatever it is; empty where nobody is named.

    Examples:
        >>> without_subject("my dad's company shoes horses"), without_subject("horse shoes")
        ('shoes horses', '')
    """
    match = _somebody().match(text)
    return match["rest"] if match else ""


def what_it_is(text: str) -> str:
    """
    Return what a text says that an employer is; empty where it says no such thing.

    Examples:
        >>> what_it_is("we're a law firm"), what_it_is("it is a hospital"), what_it_is("law firm")
        ('law firm', 'hospital', '')
    """
    match = _we_are().match(text)
    return match["what"] if match else ""
