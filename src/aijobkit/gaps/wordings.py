"""
How people word a skill: with a qualifier of degree, in the plural, turned round.

What is written is never replaced: these are only more forms under which to look it up.
"""

from __future__ import annotations

import re

__all__ = ["bare", "is_learning", "is_wish", "turned"]

_TIME = r"(?:\d+\+? ?|(?:a|one|two|three|four|five|six|seven|eight|nine|ten|several|many) )(?:years?|yrs?|months?)(?: of)?"
# Words of degree that tell nothing else wherever they stand before a skill: somebody who says them has it.
_DEGREES = (
    r"(?:very )?(?:basic|good|strong|solid)|basics|beginners?|novice|elementary|intermediate|advanced|proficient|excellent|"
    r"fluent|native|conversational|some|a little|little|a bit|bit|decent|rusty|entry level|self taught|fair|a|an|my"
)
# These do so only before a word for having a skill: limited liability is no degree of liability.
_HAVING = (
    r"(?:(?:limited|extensive|deep|sound|practical|working|thorough|professional|hands on|general|first) )*"
    r"(?:knowledge|experience|experienced|understanding|command|expertise|proficiency|proficient|familiarity|familiar|skills?|"
    r"skilled|competent|fluency|fluent|basics|fundamentals|grasp)"
)
_BEFORE = re.compile(rf"^(?:(?:{_TIME}|{_HAVING} (?:of|in|with|at|using|on)|{_DEGREES}|of) )+")
_AFTER = re.compile(
    rf"(?: (?:programming language|"
    rf"basics?|fundamentals|essentials|beginners?|novice|intermediate|advanced|expert|proficient|fluent|native|speaker|"
    rf"user|level|skills?|knowledge|experience|proficiency|expertise|self taught|some|good|a bit|a little|[abc][12]|{_TIME}))+$"
)
_LEARNING = re.compile(
    r"^(?:(?:i am|currently|now|still|just|started|beginning|am) )*(?:learning|studying)(?: to use| about)? "
)
_LEARNING_AFTER = re.compile(r" (?:(?:currently|still|just) (?:learning|studying)|in progress)$")
_WISH = re.compile(
    r"\b(?:no|not|never|without|lack(?:ing)?|(?:want(?:ing)?|would like|like|hope|hoping|plan(?:ning)?|willing|going|wish) to"
    r"|interested in)\b"
)

# Doing this to anything whatever is doing it; not so building, driving or writing: of websites, growth or code.
_OF_ANYTHING = frozenset(
    [
        *("coaching", "cooking", "interviewing", "mentoring", "negotiating", "proofreading", "repairing", "selling"),
        *("supervising", "teaching", "translating", "tutoring"),
    ]
)
_LEAST_WORD = 4  # shorter words end in s by themselves: gas, bus


def is_wish(text: str) -> bool:
    """
    Say whether *text*, in plain words, says that the skill is not there: wanted, or denied.

    >>> is_wish("want to learn python"), is_wish("no python"), is_wish("python")
    (True, True, False)
    """
    return _WISH.search(text) is not None


def is_learning(text: str) -> bool:
    """
    Say whether *text*, in plain words, says that somebody is only learning it.

    >>> is_learning("learning python"), is_learning("python beginner")
    (True, False)
    """
    return bool(_LEARNING.search(text) or _LEARNING_AFTER.search(text))


def bare(text: str) -> str:
    """
    Return *text*, in plain words, without qualifiers of degree, of time and of learning; itself where nothing else is left.

    >>> bare("r self taught"), bare("a bit of python"), bare("5 years of java"), bare("knowledge transfer")
    ('r', 'python', 'java', 'knowledge transfer')
    """
    left = _LEARNING_AFTER.sub("", _LEARNING.sub("", text))
    return _AFTER.sub("", _BEFORE.sub("", left)).strip() or text


def _numbers(text: str) -> tuple[str, ...]:
    """Return the singular or the plural of a name, by its last word."""
    last = text.rpartition(" ")[2]
    if len(last) < _LEAST_WORD or last.endswith(("ss", "us", "is", "ing")):
        return ()
    if last.endswith("ies"):
        return (f"{text[:-3]}y",)
    return (text[:-1],) if last.endswith("s") else (f"{text}s",)


def turned(text: str) -> tuple[str, ...]:
    """
    Return other forms of a skill in plain words: in the other number, and "managing staff" as "staff management".

    >>> turned("investigations"), turned("managing staff")[0], turned("interviewing witnesses")[-1]
    (('investigation',), 'staff management', 'interviewing')
    """
    verb, _, rest = text.partition(" ")
    rest = re.sub(r"^(?:of|the|my|with) ", "", rest)
    if not (verb.endswith("ing") and rest):
        return _numbers(text)
    noun = {"managing": "management", "leading": "leadership"}.get(verb, verb)
    both = tuple(f"{one} {noun}" for one in (rest, *_numbers(rest)))
    return (*both, *_numbers(text), *((verb,) if verb in _OF_ANYTHING else ()))
