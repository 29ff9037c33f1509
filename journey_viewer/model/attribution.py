"""What people say of one A&E attendance: where else it could have been, chosen in the meeting and never inferred."""

from enum import StrEnum


class Attribution(StrEnum):
    """Not every attendance is a bad one, or about the GP."""

    NOT_SAID = ""
    RIGHT = "right_place"
    GP = "gp"
    URGENT_111 = "urgent_111"
    COMMUNITY = "community"
    MENTAL_HEALTH = "mental_health"
    SOCIAL = "social_care_or_voluntary"
    ELSEWHERE = "elsewhere"
    CANNOT_TELL = "cannot_tell"
