"""
What somebody says of an employer in a sentence: where they work, what is done there, what it is.

Pure text work: knows no table and no code.
"""

from __future__ import annotations

import re

__all__ = ["what_it_is", "without_saying"]

_WORK_FOR = re.compile(
    r"(?:(?:i|we|i\s+am|i[\u2019']?m|currently)\s+)*(?:work(?:s|ed|ing)?|employed)\s+(?:for|at|in|by|with)\s+(?:(?:the|an?|my|our|some)\s+)?(?=\S)",
    re.IGNORECASE,
)
_DONE = {
    "bake": "bakery", "bottle": "bottling", "breed": "breeding", "brew": "brewing", "broadcast": "broadcasting",
    "build": "builder", "care for": "care", "catch": "fishing", "clean": "cleaning", "collect": "collection",
    "cut": "cutting", "deliver": "delivery", "demolish": "demolition", "design": "design", "develop": "development",
    "dig": "mining", "distribute": "distributor", "do": "", "drill": "drilling", "drive": "operator",
    "export": "exporter", "fix": "repair", "generate": "generation", "grow": "farming", "host": "hosting",
    "import": "importer", "install": "installation", "insure": "insurance", "lay": "laying", "lend": "lending",
    "look after": "care", "make": "maker", "mine": "mining", "move": "moving", "offer": "", "operate": "operator",
    "organise": "planning", "organize": "planning", "own": "operator", "paint": "painting", "plan": "planning",
    "print": "printing", "process": "processing", "produce": "maker", "provide": "", "publish": "publishing",
    "raise": "farming", "rear": "farming", "recycle": "recycling", "rent": "rental", "repair": "repair",
    "research": "research", "run": "operator", "sell": "shop, dealer, retailer", "ship": "shipping",
    "store": "storage", "supply": "supplier", "teach": "lessons", "test": "testing", "tow": "towing",
    "train": "training", "translate": "translation", "transport": "transport", "treat": "treatment", "write": "maker",
}  # fmt: skip
"""What somebody does at work -> what the trade is called in which it is done to a thing, the last wording the widest."""
_ALONE = {
    "breeds": "breed", "builds": "build", "fixes": "fix", "fixing": "fix", "grows": "grow", "makes": "make", "making": "make",
    "raises": "raise", "repairing": "repair", "selling": "sell", "sells": "sell", "teaches": "teach",
}  # fmt: skip
"""Forms of these that are no noun as well, as "paints" is, and so say what is done with nobody named before them."""
_SUBJECT = (
    r"(?:we|they|i|it|(?:(?:an?|the|my|our|some)\s+)?(?:business|charity|company|employer|family|firm|outfit|place|start-?up)"
    r"(?:\s+(?:that|which|who))?)"
)
_DOES = "|".join(said.replace(" ", r"\s+") for said in sorted(_DONE, key=len, reverse=True))
_WE_DO = re.compile(
    rf"(?:{_SUBJECT}\s+(?P<does>{_DOES})(?:e?s)?|(?P<alone>{'|'.join(_ALONE)}))(?:\s+(?:down|for|off|out|up))?\s+"
    r"(?:(?:the|an?|my|our|some)\s+)?(?P<what>\S.*)",
    re.IGNORECASE,
)
_WE_ARE = re.compile(
    rf"(?:{_SUBJECT}\s+(?:are|am|is)|we[\u2019']?re|they[\u2019']?re|it[\u2019']?s|i[\u2019']?m)\s+(?:(?:the|an?|one|just)\s+)*(?P<what>\S.*)",
    re.IGNORECASE,
)


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
    if match := _WE_DO.match(text):
        does = _ALONE[match["alone"].lower()] if match["alone"] else " ".join(match["does"].lower().split())
        return tuple(f"{match['what']} {each}".rstrip() for each in _DONE[does].split(", "))
    return ()


def what_it_is(text: str) -> str:
    """
    Return what a text says that an employer is; empty where it says no such thing.

    Examples:
        >>> what_it_is("we're a law firm"), what_it_is("it is a hospital"), what_it_is("law firm")
        ('law firm', 'hospital', '')
    """
    match = _WE_ARE.match(text)
    return match["what"] if match else ""
