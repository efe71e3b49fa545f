"""Sex life and sexual orientation."""

from __future__ import annotations

from audit.personal_data.codes import code_list
from audit.personal_data.family import Family, Kind, Nature

FAMILY = Family(
    name="sexual_orientation",
    kinds=(Kind("SEXUAL_ORIENTATION", "sex life or sexual orientation", Nature.SPECIAL),),
    column=r"sexual|(^|_)orientation$|lgbt|(^|_)sogi",
    telling=code_list(
        r"gay|lesbian|bisexual|homosexual|lgbt\w*|transgender|heterosexual|lesbienne|lesbiana|schwul"
    ),
)
