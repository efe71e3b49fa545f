"""Addresses of databases: `postgresql://host/db`, `sqlite:///cases.db`, or `env:NAME` for one kept out of the plan.

A table that Spark knows is `spark:schema.table`.

A plan is copied, shared and recorded, so it holds no password: one written into it is refused, and
what the environment gives is shown without user, password and options.
"""

from __future__ import annotations

import os
import re
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import parse_qsl, unquote, urlsplit

from audit.errors import PlanError, UsageError

ENVIRONMENT = "env:"
TABLE = "spark:"
"""Before the name of a table that Spark knows: `spark:schema.table`."""
_URL = re.compile(r"[A-Za-z][A-Za-z0-9+.-]+:/")
_SECRETS = ("password", "sslpassword", "passfile_password", "token")


@dataclass(frozen=True, slots=True)
class Address:
    """Where a database is.

    Attributes
    ----------
    url : str
        Whole, perhaps with a password: for the driver alone, never for a message.
    base : Path
        Folder of the plan, from which paths are taken.
    """

    scheme: str
    url: str = field(repr=False)
    base: Path = field(default=Path())

    @property
    def shown(self) -> str:
        """The address without user, password and options; of a file, its name alone."""
        scheme, _, rest = self.url.partition("://")
        if ":" in _user(self.url):  # whatever stands before the last @ may be of the password
            rest = rest.rpartition("@")[2]
        parts = urlsplit(f"{scheme}://{rest}")
        host = parts.netloc.rpartition("@")[2]
        if not host:
            return self.name
        return f"{parts.scheme}://{host}{parts.path.partition(';')[0]}"

    @property
    def name(self) -> str:
        """Name of the database, for messages."""
        if ":" in _user(self.url):
            return urlsplit(self.shown).path.rpartition("/")[2] or self.scheme
        return self.path.name.partition(";")[0] or self.scheme

    @property
    def path(self) -> Path:
        """The path, of a database that is a file; taken from the plan's folder."""
        return self.base / unquote(urlsplit(self.url).path.removeprefix("/"))


def is_address(source: str) -> bool:
    """Return whether a plan's `source` names a database and not a file."""
    return source.startswith((ENVIRONMENT, TABLE)) or _URL.match(source) is not None


def _user(url: str) -> str:
    """Return user and password; where `/`, `?` or `#` in a password end the host early, all before the `@`."""
    rest = url.partition("://")[2]
    host = re.split("[/?#]", rest, maxsplit=1)[0]
    if "@" in host:
        return host.rpartition("@")[0]
    port = host.rpartition(":")[2]
    odd = ":" in host and not host.startswith("[") and not port.isdigit()
    return rest.rpartition("@")[0] if odd else ""


def has_password(source: str) -> bool:
    """Return whether an address has a password in it."""
    if not _URL.match(source):
        return False
    try:
        parts = urlsplit(source)
    except ValueError:
        return "@" in source
    # Options of a Spark Connect address stand behind semicolons.
    told = [parts.query, *parts.path.split(";")[1:]]
    given = {name.lower() for each in told for name, _ in parse_qsl(each, keep_blank_values=True)}
    return ":" in _user(source) or bool(given & set(_SECRETS))


def refuse_password(source: str, key: str) -> None:
    """Check that a plan's address has no password in it.

    Raises
    ------
    PlanError
        With slug `password-in-plan`; the message does not repeat the address.
    """
    if has_password(source):
        raise PlanError(
            f"{key} has a password in it, and a plan is copied and shared",
            slug="password-in-plan",
            hint=(
                "take it out, and keep the address in the environment: SPARK_REMOTE"
                if key.endswith("engine_url")
                else "take it out, and set PGPASSWORD in the environment; or keep the whole address "
                f'there:\n{key.rpartition(".")[2]} = "{ENVIRONMENT}AUDIT_SOURCE"'
            ),
        )


def address(source: str, base: Path) -> Address:
    """Return the address that a plan's `source` gives, looked up in the environment for `env:NAME`.

    Raises
    ------
    UsageError
        With slug `environment-missing` if there is no such variable, or it holds no address.
    """
    url = source
    if source.startswith(ENVIRONMENT):
        name = source.removeprefix(ENVIRONMENT)
        url = os.environ.get(name, "")
        if not _URL.match(url):
            what = "holds no address of a database" if url else "is not set"
            raise UsageError(
                f"[data] source is '{source}', and the environment variable {name} {what}",
                slug="environment-missing",
                hint=f"export {name}='postgresql://user@host/database'",
            )
    return Address(scheme=url.partition(":")[0].lower(), url=url, base=base)
