"""
Wordings of German, French, Spanish and Portuguese: signs for both genders, plurals, and the words before a place of work.

Each reading is only worth something where a name in another language is known by it.  Standard library only.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from aijobkit.taxonomy.wording import normalise

__all__ = ["has_foreign_letters", "name_readings", "place_readings"]

# "Lehrer*innen", "infirmier.e.s", "technicien(ne)", "enfermera/o", "vendeur/-euse": an ending behind a sign.
_ENDING = re.compile(
    r"(?<=[^\W\d_]{3})(?:\s?[/*:_·•.(]\s?-?(?:in|innen|e|es|ne|nes|euses?|t?rices?|ice|ères?|ières?|iere|a|o|as|os|oras?)"
    r"|-(?:innen|ne|euse|t?rice|ière))(?:[·.)]?s)?\)?(?![^\W_])",
    re.IGNORECASE,
)
# "Koch/Köchin", "vendeur ou vendeuse": both forms.
_BOTH = re.compile(r"\s*/\s*|\s+(?:ou|o|oder|und|bzw\.?|e|y|et)\s+", re.IGNORECASE)
_SAME_BEGINNING = 2
# "cuisinière en restaurant", "Maurer auf dem Bau": where somebody works.
_WHERE = re.compile(
    r"^(.+?)\s+(?:im|in (?:der|einem|einer)|beim?|am|an (?:der|einer)|auf|für|en|aux?|à|chez|dans|pour|n[ao]|em|numa?|para)\s",
    re.IGNORECASE,
)
# Plural and feminine forms by language, as endings of words in normal form, in which accents are gone ("kochin", "koch").
_FORMS = (
    re.compile(r"(?<=\w{4})in(?:nen)?\b|(?<=\w{3})(frau|leute)\b"),
    re.compile(r"(?<=\w{2})(?:(euse|rice)|(?<=n)ne|(ere)|(ive)|(?<=\w)e)\b"),
    re.compile(r"(?<=\w{2})(?:(?<=or)[ae]|(triz)|(?<=\w)(a))\b"),
)
_MASCULINE = {"frau": "mann", "leute": "mann", "euse": "eur", "rice": "eur", "ere": "er", "ive": "if", "triz": "tor", "a": "o"}
_SPELT_OUT = re.compile(r"([aou])e(?=[^\W\d_])", re.IGNORECASE)
# What stands before the name of a place of work: prepositions and articles, and words for a line of business at large.
_OPENING = frozenset(
    "im in bei beim am an auf für der dem den die das ein eine einem einer einen branche firma betrieb "  # noqa: SIM905
    "dans chez à au aux le la les un une du de des pour secteur industrie entreprise société "
    "en el los las una del para sector industria empresa rubro "
    "no na nos nas num numa em o os um uma da do das dos setor ramo indústria".split()
)
_OTHER_IN_ENGLISH = frozenset(("am", "den", "die", "do", "no", "pour"))
"""Openings that say something else in English: "no school" is none, and a die shop is no shop."""
_ELIDED = ("l'", "l’", "d'", "d’")


def has_foreign_letters(word: str) -> bool:
    """
    Say whether a word is written with letters that English does not have, which is no slip of the keys.

    Examples:
        >>> has_foreign_letters("Pöstler"), has_foreign_letters("postler")
        (True, False)
    """
    return not word.isascii() and any(letter > "\x7f" and letter.isalpha() for letter in word)


def name_readings(text: str) -> list[str]:
    """
    Return other wordings of a title, in normal form, that a name in another language may be filed under.

    Examples:
        >>> name_readings("Sozialarbeiter*innen"), name_readings("Lehrerinnen"), name_readings("agente immobilière")[0]
        (['sozialarbeiter'], ['lehrer'], 'agent immobilier')
        >>> name_readings("Koch/Köchin")[:2]
        ['koch', 'kochin']
    """
    wordings = [text, _ENDING.sub("", text)]
    sides = [side for side in _BOTH.split(text) if side]
    if len(sides) > 1 and len({normalise(side)[:_SAME_BEGINNING] for side in sides}) == 1:
        wordings += sides
    if match := _WHERE.match(text):
        wordings.append(match[1])
    plain = [normalise(wording) for wording in wordings]
    plain += [_SPELT_OUT.sub(r"\1", wording) for wording in plain]
    found = list(plain)
    for wording in dict.fromkeys(plain):
        for form in _FORMS:
            # In all words ("agente immobilière"), or in the first or last with such an ending ("directora de escuela").
            changed = list(form.finditer(wording))
            found += [_as_masculine(wording, some) for some in (changed, changed[:1], changed[-1:])]
    return [wording for wording in dict.fromkeys(found) if wording and wording != plain[0]]


def place_readings(text: str) -> list[tuple[str, bool]]:
    """
    Return the wordings of a place of work without what stands before it, the longest first.

    Returns:
        Each wording, and whether it may be of English, too: behind "no" only a name in another language is meant.

    Examples:
        >>> place_readings("in einem Krankenhaus"), place_readings("no comércio")
        ([('einem Krankenhaus', True), ('Krankenhaus', True)], [('comércio', False)])
    """
    found: list[tuple[str, bool]] = []
    left, is_plain = text, True
    while True:
        first, _, rest = left.partition(" ")
        # "UN agency" has initials.
        is_initials = len(first) > 1 and first.isupper() and not text.isupper()
        if first.casefold() in _OPENING and not is_initials:
            left, is_plain = rest, is_plain and first.casefold() not in _OTHER_IN_ENGLISH
        elif left.casefold().startswith(_ELIDED):
            left = left[2:]
        else:
            return found
        if left:
            found.append((left, is_plain))


def _as_masculine(text: str, forms: Sequence[re.Match[str]]) -> str:
    """Return *text* with the masculine singular for the *forms* found in it."""
    for form in reversed(forms):
        text = text[: form.start()] + (_MASCULINE[form[form.lastindex]] if form.lastindex else "") + text[form.end() :]
    return text
