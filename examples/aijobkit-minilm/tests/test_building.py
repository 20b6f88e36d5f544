"""The title vectors: which titles, the same bytes every time, a curve that was fitted on titles held apart."""

from __future__ import annotations

from pathlib import Path

import attrs
import numpy as np
import pytest
from aijobkit_minilm import building
from aijobkit_minilm.building import build_index, gather_titles, near_identical
from aijobkit_minilm.index import Curve, IndexFileError, TitleIndex
from tiny import LetterEncoder, small_taxonomy


def test_settled_wording_has_one_meaning() -> None:
    """A wording of the catalogue is not O*NET's as well."""
    owners = [code for title, code in gather_titles(small_taxonomy()) if title == "Machine Learning Engineer"]

    assert ["aijobkit:machine-learning-engineer"] == owners


def test_foreign_names_are_left_out() -> None:
    """The model reads English, so names in other languages are no titles to it."""
    assert "Krankenschwester" not in [title for title, _ in gather_titles(small_taxonomy())]


def test_official_title_comes_first() -> None:
    """With one title per role each role keeps its official one, or its settled one."""
    kept = {code: title for title, code in gather_titles(small_taxonomy(), per_role=1)}

    assert kept["53-3051.00"] == "Bus Drivers, School"
    assert kept["29-1141.00"] == "Registered Nurses"


def test_same_input_same_bytes(index: TitleIndex, tmp_path: Path) -> None:
    """Building twice writes the same file."""
    index.save(tmp_path / "one")
    build_index(small_taxonomy(), LetterEncoder()).save(tmp_path / "two")

    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()


def test_file_round_trip(index: TitleIndex, tmp_path: Path) -> None:
    """What was saved answers as what was built, up to half precision."""
    index.save(tmp_path / "file")
    again = TitleIndex.load(tmp_path / "file")
    asked = LetterEncoder().encode(["nurse on a ward", "driver of a bus"])

    assert [
        [(one.code, one.title, pytest.approx(one.share, abs=1e-3)) for one in answers] for answers, _ in again.likely(asked)
    ] == [[(one.code, one.title, one.share) for one in answers] for answers, _ in index.likely(asked)]
    assert (index.titles, index.codes, index.curve) == (again.titles, again.codes, again.curve)


def test_nothing_half_written(index: TitleIndex, tmp_path: Path) -> None:
    """Where the file cannot take its place, nothing is left beside it."""
    (tmp_path / "taken").mkdir()
    with pytest.raises(OSError, match="taken"):
        index.save(tmp_path / "taken")

    assert ["taken"] == [path.name for path in tmp_path.iterdir()]


@pytest.mark.parametrize("content", [None, b"", b"no archive", b"PK\x03\x04 half"])
def test_bad_file_is_named(tmp_path: Path, content: bytes | None) -> None:
    """A missing or damaged file gives an error that names it and says how to make one."""
    path = tmp_path / "vectors.npz"
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(IndexFileError, match=r"vectors\.npz.*aijobkit_minilm build --out"):
        TitleIndex.load(path)


def test_other_format_is_refused(index: TitleIndex, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file of another format is refused by its number."""
    monkeypatch.setattr("aijobkit_minilm.index.FORMAT", 99)
    index.save(tmp_path / "file")
    monkeypatch.undo()
    with pytest.raises(IndexFileError, match="format 99"):
        TitleIndex.load(tmp_path / "file")


def test_curve_is_a_platt_curve() -> None:
    """The fit finds the curve that the outcomes were drawn from."""
    random = np.random.default_rng(1)
    shares, cosines = random.uniform(0.02, 0.98, 6000), random.uniform(0.5, 1, 6000)
    odds = -3 + 0.8 * np.log(shares / (1 - shares)) + 4 * cosines
    right = random.uniform(size=6000) < 1 / (1 + np.exp(-odds))
    found = building.fit_platt(shares.tolist(), cosines.tolist(), right.tolist())

    assert found == pytest.approx((-3, 0.8, 4), abs=0.4)


def test_confidence_grows_with_share_and_likeness() -> None:
    """More evidence never lowers the confidence."""
    curve = Curve(intercept=-3, share=0.8, cosine=3)
    values = [curve.confidence(share, 0.8) for share in (0.0, 0.1, 0.5, 0.9, 1.0)]

    assert sorted(values) == values
    assert curve.confidence(0.5, 0.6) < curve.confidence(0.5, 0.9)


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [("Bus Drivers", "Driver of Bus", True), ("Staff Nurse", "Staff Nurses II", True), ("Staff Nurse", "Ward Clerk", False)],
)
def test_near_identical(one: str, other: str, *, alike: bool) -> None:
    """Order, plural and a level make no new title; other words do."""
    assert alike == near_identical(one, other)


def test_title_held_apart_does_not_vote(index: TitleIndex) -> None:
    """A title that is hidden gives nothing away."""
    [vector] = LetterEncoder().encode(["Staff Nurse"])
    place = index.titles.index("Staff Nurse")
    [(_, cosine)] = index.likely(vector[None], without=[{place}])

    assert cosine < 0.99


def test_shares_are_shares(index: TitleIndex) -> None:
    """Over all groups the shares sum to 1, best first, one code per occupation of six digits."""
    [(answers, _)] = index.likely(LetterEncoder().encode(["acute nurse"]), limit=99)

    assert pytest.approx(1, abs=1e-4) == sum(one.share for one in answers)
    assert sorted(answers, key=lambda one: -round(one.share, 6)) == answers
    assert len({one.code[:7] for one in answers}) == len(answers)
    assert answers[0].code == "29-1141.01"


def test_values_are_frozen(index: TitleIndex) -> None:
    """An index cannot be changed by accident."""
    with pytest.raises(attrs.exceptions.FrozenInstanceError):
        index.titles = ()  # type: ignore[misc]
