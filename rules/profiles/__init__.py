"""Administrator profiles: what differs by payer, as YAML files that a studio can add to."""

from rules.profiles.profile import Profile, UnknownProfile, profile, profiles

__all__ = ["Profile", "UnknownProfile", "profile", "profiles"]
