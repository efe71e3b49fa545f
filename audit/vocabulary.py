"""The closed word lists that every other module shares."""

from __future__ import annotations

from enum import StrEnum


class Outcome(StrEnum):
    """What became of one planned question. Every question ends with exactly one."""

    FAIL = "fail"
    INCONCLUSIVE = "inconclusive"
    REVIEW = "review"
    PASS = "pass"  # noqa: S105
    NOT_ASSESSED = "not_assessed"
    NOT_APPLICABLE = "not_applicable"
    ERROR = "error"


class Severity(StrEnum):
    """How bad a failure is: scale, scope and irremediability (UN Guiding Principle 14)."""

    MINOR = "minor"
    MODERATE = "moderate"
    SERIOUS = "serious"
    CRITICAL = "critical"

    @property
    def rank(self) -> int:
        """Position in the order minor < moderate < serious < critical, from 0."""
        return list(Severity).index(self)

    def raised(self, steps: int = 1) -> Severity:
        """Return the severity `steps` higher, at most `critical`."""
        order = list(Severity)
        return order[min(self.rank + steps, len(order) - 1)]


class MayConclude(StrEnum):
    """How far a check may go: see `docs/how_it_works.md`, "What a check may conclude"."""

    LEAD = "lead"
    EVENT = "event"
    INDICATOR = "indicator"
    DOCUMENT = "document"


class Per(StrEnum):
    """What a check is asked about: the plan expands it to keys before data are read."""

    PART = "part"
    SENSITIVE_FEATURE = "sensitive_feature"
    INTERSECTION = "intersection"
    """Each pair of sensitive features, for each leading question that can be crossed."""
    CLASS = "class"
    """Each sensitive feature, for each class and kind of error."""
    LEAD = "lead"
    """The part as a whole, for each leading question that can be crossed."""
    TEXT = "text"
    CONFIDENTIAL = "confidential"
    """Each column whose values nobody outside may learn of a person."""
    CHECKLIST = "checklist"


class Worse(StrEnum):
    """Which side of a comparison is the harm."""

    HIGHER = "higher"
    LOWER = "lower"
    EITHER = "either"


class Ground(StrEnum):
    """Ground of distinction a sensitive feature stands for. Nationality is not race."""

    NATIONALITY = "nationality"
    RACE = "race"
    ETHNIC_ORIGIN = "ethnic_origin"
    LANGUAGE = "language"
    RELIGION = "religion"
    SEX = "sex"
    GENDER_IDENTITY = "gender_identity"
    SEXUAL_ORIENTATION = "sexual_orientation"
    AGE = "age"
    DISABILITY = "disability"
    STATUS = "status"
    OTHER = "other"


class Right(StrEnum):
    """The 24 rights of the rights map."""

    NON_REFOULEMENT = "non_refoulement"
    ASYLUM = "asylum"
    LIBERTY = "liberty"
    INTEGRITY = "integrity"
    DIGNITY = "dignity"
    NON_DISCRIMINATION = "non_discrimination"
    GENDER = "gender"
    CHILD = "child"
    DISABILITY = "disability"
    PRIVACY = "privacy"
    FIREWALL = "firewall"
    FAIR_PROCEDURE = "fair_procedure"
    REMEDY = "remedy"
    EXPLANATION = "explanation"
    OVERSIGHT = "oversight"
    ACCURACY = "accuracy"
    FAMILY = "family"
    ESC = "esc"
    TRAFFICKING = "trafficking"
    EXPRESSION = "expression"
    IDENTITY = "identity"
    PARTICIPATION = "participation"
    INDIVIDUAL = "individual"
    ACCOUNTABILITY = "accountability"


class LimitBasis(StrEnum):
    """Where a limit comes from. A mere convention cannot make a finding critical."""

    LAW = "law"
    STANDARD = "standard"
    CONVENTION = "convention"
    AUDITOR = "auditor"


class AuditorRole(StrEnum):
    """Who audits; printed on every page unless independent."""

    INDEPENDENT = "independent"
    INTERNAL = "internal"
    SELF_ASSESSMENT = "self_assessment"
    EXERCISE = "exercise"


class Status(StrEnum):
    """State of the record."""

    DRAFT = "draft"
    FINAL = "final"


class Coverage(StrEnum):
    """Whether the rows are all the decisions of the period, or a sample of them."""

    CENSUS = "census"
    SAMPLE = "sample"


class Release(StrEnum):
    """Who will see the table that is audited."""

    INTERNAL = "internal"
    SHARED = "shared"
    PUBLIC = "public"


class RecipientRole(StrEnum):
    """What somebody is who is given the data."""

    AUTHORITY = "authority"
    """A body of a state: ministry, police, border guard, embassy."""
    INTERNATIONAL = "international"
    """An organisation of states; what it holds is under no state's law."""
    CHARITY = "charity"
    COMPANY = "company"
    RESEARCHER = "researcher"


class OutcomeKnown(StrEnum):
    """For whom `y_true` is recorded."""

    EVERYONE = "everyone"
    SELECTED = "selected"
    RANDOM_ARM = "random_arm"
    UNKNOWN = "unknown"


class PositiveIs(StrEnum):
    """What the positive decision does to a person."""

    ADVERSE = "adverse"
    FAVOURABLE = "favourable"
    UNSTATED = "unstated"


class Standing(StrEnum):
    """What can be said of a group in the table of an earlier process."""

    SHOWN = "shown"
    ABSENT = "absent"
    WITHHELD = "withheld"


class Answered(StrEnum):
    """State of one checklist item. `not_assessed` is never shown as met."""

    MET = "met"
    NOT_MET = "not_met"
    NOT_APPLICABLE = "not_applicable"
    ANSWERED = "answered"
    """Answered by a choice, a number or a text that is neither good nor bad by itself."""
    NOT_ASSESSED = "not_assessed"


class OperatorKind(StrEnum):
    """What kind of body uses the system; which law binds it depends on this."""

    PUBLIC = "public"
    PUBLIC_SERVICE = "public_service"
    """A private body that provides a public service."""
    PRIVATE = "private"
    HUMANITARIAN = "humanitarian"
    UNSTATED = "unstated"


class OperatorRole(StrEnum):
    """What the audited body is in law towards the system and the data."""

    PROVIDER = "provider"
    DEPLOYER = "deployer"
    CONTROLLER = "controller"


class NeedStatus(StrEnum):
    """What became of the request for a missing input."""

    NOT_REQUESTED = "not_requested"
    REQUESTED = "requested"
    REFUSED = "refused"
    DOES_NOT_EXIST = "does_not_exist"


class FigureKind(StrEnum):
    """The kinds of picture a report can draw. Never individual points."""

    INTERVAL = "interval"
    RELIABILITY = "reliability"
    DET = "det"
    FAN = "fan"
    FUNNEL = "funnel"
    TIMELINE = "timeline"
    BARS = "bars"
    CURVE = "curve"
    MATRIX = "matrix"
    MAP = "map"


ALL = "all"
"""Name of the sample that holds every row of a part."""

RANDOM_ARM = "random_arm"
"""Name of the sample that was drawn at random, whatever the system said."""

NOT_RECORDED = "(not recorded)"
"""Group label of people whose group is missing: they are a group, not a gap in the table."""
