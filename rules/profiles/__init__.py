"""Administrator profiles: what differs by payer, as YAML files that a studio can add to."""

from rules.profiles.profile import AppealLevel, Profile, UnknownProfile, profile, profiles

__all__ = ["AppealLevel", "Profile", "UnknownProfile", "profile", "profiles"]
