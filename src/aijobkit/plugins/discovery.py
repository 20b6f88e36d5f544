"""
Finds what installed distributions offer, one distribution at a time.

The ready-made ``entry_points()`` reads all distributions at once, so that one malformed file of a stranger hides every plugin.
Nothing is imported here.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import PurePath
from typing import cast

import attrs
import importlib_metadata

from aijobkit.advice import AdviceFailure
from aijobkit.hookspecs import PROJECT
from aijobkit.plugins.failures import describe_error, one_line

__all__ = ["Offer", "find_offers", "normal_name"]


@attrs.frozen(kw_only=True)
class Offer:
    """
    One entry point of our group.

    Args:
        provider: ``distribution:entry``.
        distribution: Normalised name of the distribution.
        version: Its version; empty where its metadata cannot be read.
        entry: What can be loaded.
    """

    provider: str
    distribution: str
    version: str
    entry: importlib_metadata.EntryPoint


def normal_name(name: str) -> str:
    """
    Return the normalised name of a distribution; what follows a colon is an entry and stays as it is.

    >>> normal_name("My_School.Tips:Main")
    'my-school-tips:Main'
    """
    distribution, colon, entry = name.strip().partition(":")
    return re.sub(r"[-_.]+", "-", distribution).lower() + colon + entry


def _name_of(distribution: importlib_metadata.Distribution) -> str:
    try:
        name = distribution.metadata["Name"]
    except Exception:  # noqa: BLE001  # metadata of a stranger may be broken in any way
        name = None
    if not isinstance(name, str) or not name.strip():
        # The folder is called after the distribution: `name-version.dist-info`.
        name = PurePath(str(getattr(distribution, "_path", ""))).name.partition("-")[0] or "unknown distribution"
    return one_line(normal_name(name))


def _version_of(distribution: importlib_metadata.Distribution) -> str:
    try:
        return one_line(str(distribution.version or ""))
    except Exception:  # noqa: BLE001  # as above
        return ""


def _distributions() -> Iterator[importlib_metadata.Distribution | BaseException]:
    """Yield what is installed, and the error where the search itself breaks off."""
    try:
        yield from cast("Iterable[importlib_metadata.Distribution]", importlib_metadata.distributions())
    except Exception as error:  # noqa: BLE001  # a finder of a stranger may be broken in any way
        yield error


def find_offers() -> tuple[tuple[Offer, ...], tuple[AdviceFailure, ...]]:
    """
    Return all entry points of our group, sorted by provider, and what could not be read.

    A distribution that is found twice on the path counts once, the first time, as in Python itself; where the second one
    offers something else, that is reported.
    """
    offers: dict[str, Offer] = {}
    failures: list[AdviceFailure] = []
    seen: dict[str, tuple[str, tuple[tuple[str, str], ...]]] = {}
    for distribution in _distributions():
        if isinstance(distribution, BaseException):
            failures.append(AdviceFailure(provider="installed distributions", hook="load", error=describe_error(distribution)))
            continue
        try:
            entries = [entry for entry in distribution.entry_points if entry.group == PROJECT]
        except Exception as error:  # noqa: BLE001  # a malformed file of a stranger must not hide the others
            failures.append(
                AdviceFailure(
                    provider=_name_of(distribution),
                    distribution=_name_of(distribution),
                    version=_version_of(distribution),
                    hook="load",
                    error=f"its entry_points.txt cannot be read: {describe_error(error)}",
                )
            )
            continue
        if not entries:
            continue
        name, version = _name_of(distribution), _version_of(distribution)
        content = (version, tuple((entry.name, entry.value) for entry in entries))
        if name in seen:
            if seen[name] != content:
                failures.append(
                    AdviceFailure(
                        provider=name,
                        distribution=name,
                        version=version,
                        hook="load",
                        error=f"is installed twice; version {seen[name][0] or 'unknown'} comes first on the path and is used",
                    )
                )
            continue
        seen[name] = content
        for entry in entries:
            provider = one_line(f"{name}:{entry.name}")
            if provider in offers:
                failures.append(
                    AdviceFailure(
                        provider=provider,
                        distribution=name,
                        version=version,
                        hook="load",
                        error=f"the name {entry.name!r} is used twice in entry_points.txt; the first one is used",
                    )
                )
            else:
                offers[provider] = Offer(provider=provider, distribution=name, version=version, entry=entry)
    return tuple(offers[provider] for provider in sorted(offers)), tuple(failures)
