"""What a note says of somebody's membership of a trade union.

References
----------
Regulation (EU) 2016/679, Art. 9(1): trade union membership.
"""

from __future__ import annotations

from audit.personal_data.family import Family, Kind, Nature
from audit.personal_data.prose import in_prose

_PATTERNS = (
    r"(?<!\w)(?P<said>(?:trade|labou?r|workers['’]?|teachers['’]?|journalists['’]?|students['’]?) union(?:ist| (?:member|activist|leader|organi[sz]er|representative|official)))(?!s)(?!\w)",
    r"(?<!\w)(?P<said>(?:member|leader|secretary|organi[sz]er|activist|representative) (?:of|in|for) (?:the |a |an )?(?:[\w'’]+ ){0,3}(?:trade|labou?r|workers['’]?) union)",
    r"(?<!\w)(?P<said>unioni[sz]ed|joined (?:the|a|his|her) (?:\w+ )?(?:trade |labou?r |workers['’]? )?union)(?!\w)",
    r"(?<!\w)(?P<said>syndicaliste|(?:membre|délégué|déléguée|responsable) (?:du|d['’]un) syndicat|délégué(?:e)? syndical(?:e)?|syndiqué(?:e)?)(?!\w)",
    r"(?<!\w)(?P<said>sindicalista|(?:miembro|afiliad[oa]|dirigente|delegad[oa]) (?:de|del|de un|a un|al) sindicato|l[íi]der sindical|dirigente sindical)(?!\w)",
    r"(?<!\w)(?P<said>نقابي(?:ة)?|عضو(?:ة)? في (?:ال)?نقابة)(?!\w)",
)

_find = in_prose("UNION_MEMBERSHIP", _PATTERNS)

FAMILY = Family(
    name="union_membership_in_notes",
    kinds=(Kind("UNION_MEMBERSHIP", "trade union membership", Nature.SPECIAL),),
    find=_find,
    find_framed=_find,
    frames=_PATTERNS,
    trigger=r"(?i)union(?:ist|i[sz]ed|\s(?:member|activist|leader|organi|repres|official))|joined\s|(?:trade|labou?r|workers['’]?)\sunion|s[iy]ndi[cq]|نقاب",
)
