"""Law 3: looking less closely never finds a difference that a closer look did not."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from aijobkit import strategies as values
from aijobkit.classify import classify
from aijobkit.industries import Industry, IndustryFamily, IndustryLevel, same_industry
from aijobkit.roles import RoleLevel, same_role
from aijobkit.switches import Axis


class TestGranularity:
    """
    A coarser granularity never turns a SAME axis into CHANGED.

    An industry named at a coarser level contains its finer ones ("education" and "public school" are SAME), and so does a
    family.
    """

    @given(values.roles(), values.roles(), st.sampled_from(RoleLevel), st.sampled_from(RoleLevel))
    def test_roles_stay_the_same(self, one, other, level, another):
        """Roles that are the same at one level are the same at every coarser one."""
        fine, coarse = sorted((level, another), key=lambda step: -step.value)

        assert not same_role(one, other, level=fine) or same_role(one, other, level=coarse)

    @given(values.industries(), values.industries(), st.sampled_from(IndustryLevel), st.sampled_from(IndustryLevel))
    def test_industries_stay_the_same(self, one, other, level, another):
        """Industries that are the same at one level are the same at every coarser one."""
        fine, coarse = sorted((level, another), key=lambda step: -step.value)

        assert not same_industry(one, other, level=fine) or same_industry(one, other, level=coarse)

    @given(
        values.positions(),
        values.positions(),
        st.sampled_from(RoleLevel),
        st.sampled_from(RoleLevel),
        st.sampled_from(IndustryLevel),
        st.sampled_from(IndustryLevel),
    )
    def test_axes_stay_the_same(self, origin, target, role, coarser_role, industry, coarser_industry):
        """In a verdict, too, no axis that was the same changes at a coarser level."""
        fine_role, coarse_role = sorted((role, coarser_role), key=lambda step: -step.value)
        fine_industry, coarse_industry = sorted((industry, coarser_industry), key=lambda step: -step.value)
        fine = classify(origin, target, role_level=fine_role, industry_level=fine_industry)
        coarse = classify(origin, target, role_level=coarse_role, industry_level=coarse_industry)

        assert fine.role_axis is not Axis.SAME or coarse.role_axis is Axis.SAME
        assert fine.industry_axis is not Axis.SAME or coarse.industry_axis is Axis.SAME

    @given(values.industries(), st.integers(2, 5), st.sampled_from(IndustryLevel))
    def test_a_coarser_name_contains_the_finer(self, industry, digits, level):
        """An industry and the same one named by fewer digits are the same at any level."""
        code = industry.code if "-" in industry.code else industry.code[:digits]
        coarser = Industry(code=code, title="named more coarsely")

        assert same_industry(coarser, Industry(code=industry.code, title="fine"), level=level)

    @given(values.families(), st.sampled_from(IndustryLevel))
    def test_a_family_contains_its_members(self, family, level):
        """A family named as a whole is the same industry as each of its members."""
        whole = Industry(code=family.naics_codes[0], title=family.title, family=family, naics_codes=family.naics_codes)

        assert all(
            same_industry(whole, Industry(code=code, title="member", family=family), level=level) for code in family.naics_codes
        )

    def test_education_contains_public_school(self):
        """Education and public school are the same industry."""
        education = Industry(code="61", title="Educational Services")
        school = Industry(code="611110", title="Elementary and Secondary Schools")

        assert same_industry(education, school)
        assert same_industry(school, education)

    def test_a_family_parts_what_a_subsector_joins(self):
        """Law firms are not in the software family, although both are in subsector 541."""
        software = IndustryFamily(code="software", title="Software", naics_codes=("5132", "5415"))
        houses = Industry(code="5415", title="Computer Systems Design", family=software)
        lawyers = Industry(code="5411", title="Legal Services")

        assert not same_industry(houses, lawyers)
        assert same_industry(houses, lawyers, level=IndustryLevel.SECTOR)
