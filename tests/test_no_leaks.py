"""Planted people must not survive into any artefact, message or log, nor as values into the evidence."""

from __future__ import annotations

import json
import logging
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from click.testing import CliRunner

from audit import cases
from audit import plan_reader as plans
from audit.cli import command
from audit.personal_data import families
from audit.personal_data.family import Nature
from audit.registry import instances
from audit.runner import run

LINES = (
    "P<UTOQUILLFEATHER<<ZARGHUNA<<<<<<<<<<<<<<<<<",
    "L898902C36UTO7408122F1204159ZE184226B<<<<<10",
)
PHONE = "+44 7700 900417"
OTHER_PHONE = "+1 202 555 0143"
MAIL = "zarghuna.quill@example.org"
OFFICER = "Oluwaseyi Vanterpool"

CANARIES = {
    "names": "Zarghuna Ahmadzai-Quill",
    "phone_numbers": PHONE,
    "email_addresses": MAIL,
    "mrz": "\n".join(LINES),
    "alien_numbers": "A012-345-678",
    "camp_addresses": "Camp 4 Ext, Block F, Shelter 117",
    "canadian_client_ids": "UCI 11-4782-9031",
    "coordinates": "31.952203, 35.233207",
    "device_numbers": "IMEI 490154203237518",
    "eurodac_numbers": "Eurodac no. DE1 202403150007731",
    "german_register_numbers": "AZR-Nummer 990417001234",
    "german_residence_permits": "Aufenthaltstitel Y1A2B3C45",
    "home_office_references": "HO ref A1234567",
    "ibans": "GB82WEST12345698765432",
    "internet_addresses": "203.0.113.77",
    "national_ids": "SSN 219-09-9999",
    "passport_numbers": "passport no. X7734918",
    "payment_cards": "bank card 4111 1111 1111 1111",
    "personal_codes": "X1234567L",
    "street_addresses": "address: 17 Quillfeather Lane",
    "uk_residence_permits": "BRP ZU7734918",
    "unhcr_numbers": "385-14C01234",
    "uscis_receipts": "EAC2190054321",
    "vehicle_plates": "number plate QU77 ILL",
    "visa_stickers": "visa sticker D7734918",
    "relatives_abroad": "her brother Quillon lives in Oslo",
    "smuggler_prices": "paid the smuggler 7,731 euros",
    "health_in_notes": "she is HIV positive",
    "religion_in_notes": "a convert to Christianity",
    "ethnic_origin_in_notes": "of Hazara origin",
    "party_membership_in_notes": "a supporter of the QUILF",
    "political_opinion_in_notes": "a member of the opposition party",
    "sexual_orientation_in_notes": "she is a lesbian",
    "union_membership_in_notes": "a trade union member",
}
"""Family to something it finds. A family that finds something and is not here fails the test below."""
LABELS = (PHONE, OTHER_PHONE, MAIL)
"""Planted as categories, too: two regions and an occupation."""


def secrets() -> Iterator[str]:
    """Yield what must not be found: values, their lines, and numbers without their label."""
    for value in (*CANARIES.values(), *LABELS, OFFICER):
        yield from value.splitlines()
        yield from re.findall(r"[A-Z]*\d[\w-]{6,}|\d{4}(?: \d{4}){3}", value)


SECRETS = sorted({each for each in secrets() if len(each) > 6})


def squeezed(text: str) -> str:
    return re.sub(r"[\s\\]|&[a-z]+;", "", text.replace("&lt;", "<"))


def leaks(text: str) -> list[str]:
    """Return the secrets that a text holds, as they were written or with the blanks taken out."""
    tight = squeezed(text)
    return [secret for secret in SECRETS if secret in text or squeezed(secret) in tight]


def test_every_family_has_a_canary_that_it_finds() -> None:
    for family in families():
        if family.find is None:
            assert family.kinds[0].nature is not Nature.DIRECT or family.name in CANARIES
            continue
        assert family.name in CANARIES, f"plant something that {family.name} finds"
        note = f"She said {CANARIES[family.name]} at the desk."
        assert list(family.find(note)), family.name


def test_a_leak_is_seen() -> None:
    assert leaks("as +44 7700 900417 said") == [PHONE]
    assert leaks("P&lt;UTOQUILLFEATHER&lt;&lt;ZARGHUNA" + "&lt;" * 17) == [LINES[0]]
    assert leaks("IMEI number") == []


def planted(folder: Path) -> Path:
    """Write a case with every canary in its notes, its cells, its labels and the name of its file."""
    study = cases.get("visa_triage")
    cases.write(cases.make(study, rows=4000, seed=3), study, folder)
    table = pq.read_table(folder / "applications.parquet")
    columns = {name: table[name].to_pylist() for name in table.column_names}
    n = table.num_rows
    for i, canary in enumerate(list(CANARIES.values()) * 12):
        columns["case_note"][i * 7] = f"Spoke with the applicant. {canary} at the desk."
    for i in range(0, n, 25):
        columns["region"][i] = LABELS[i // 25 % 2]
        columns["occupation"][i] = MAIL
    columns["officer_id"] = [f"Officer {OFFICER} {i % 9}" for i in range(n)]
    columns["remark"] = [None] * n
    columns["remark"][: len(CANARIES)] = list(CANARIES.values())
    columns["dialled"] = [447700900000 + i % 1000 for i in range(n)]
    columns["household"] = [f"{PHONE} {i // 3}" for i in range(n)]
    (folder / "applications.parquet").unlink()
    changed = pa.table(columns, schema=None)
    changed = changed.set_column(
        changed.column_names.index("submitted"), "submitted", table["submitted"]
    )
    pq.write_table(changed, folder / f"of {MAIL}.parquet")
    pq.write_table(changed.slice(0, 2500), folder / f"earlier {PHONE}.parquet")
    text = (folder / "audit.toml").read_text(encoding="utf-8")
    text = text.replace(
        'source = "applications.parquet"',
        f'source = "of {MAIL}.parquet"\nbaseline = "earlier {PHONE}.parquet"\n'
        f'train = "earlier {PHONE}.parquet"',
    )
    text = text.replace('release = "internal"', 'release = "public"')
    text = text.replace(
        'identifiers = ["application_id"]',
        'identifiers = ["application_id"]\ncluster = "household"',
    )
    assert text.count(PHONE) == 2
    path = folder / "audit.toml"
    path.write_text(text, encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def artefacts(tmp_path_factory) -> Path:
    from audit.inputs import Format

    folder = tmp_path_factory.mktemp("leaks")
    plan = plans.load(planted(folder / "case"))
    run(
        plan, out=folder / "out", formats=[f.name for f in instances(Format, "formats")], cache=True
    )
    return folder / "out"


@pytest.mark.slow
def test_no_canary_in_any_file(artefacts: Path) -> None:
    files = [path for path in artefacts.rglob("*") if path.is_file()]
    assert any(path.parent.name == "evidence" for path in files)
    found = {}
    for path in (*files, *(artefacts.parent / "case" / ".audit_cache").rglob("*")):
        if path.is_file():
            assert not leaks(path.name)
            found[path.name] = leaks(path.read_bytes().decode("utf-8", errors="replace"))
    assert {name: seen for name, seen in found.items() if seen} == {}


@pytest.mark.slow
def test_the_canaries_were_seen_all_the_same(artefacts: Path) -> None:
    from audit.serde import load
    from audit.vocabulary import Outcome

    record = load(artefacts)
    found = {f.check: f for f in record.findings if f.part == "stream"}
    assert found["PR101"].outcome is Outcome.FAIL
    assert found["PR102"].outcome is Outcome.FAIL
    assert not [f.id for f in record.findings if f.outcome is Outcome.ERROR]
    text = (artefacts / "audit.json").read_text(encoding="utf-8")
    assert "withheld 1 (phone numbers)" in text
    assert "of [e-mail addresses].parquet" in text


def arrays(value: object) -> Iterator[list]:
    if isinstance(value, dict):
        for each in value.values():
            yield from arrays(each)
    if isinstance(value, list):
        yield value
        for each in value:
            yield from arrays(each)


@pytest.mark.slow
def test_nothing_is_kept_row_by_row(artefacts: Path) -> None:
    """No evidence and no cache holds a list as long as the table or its sample: groups are counted.

    The region of origin is the special category of this audit; nobody's region is written down.
    """
    kept = [*artefacts.rglob("*.json"), *(artefacts.parent / "case" / ".audit_cache").rglob("*")]
    longest = {
        path.name: max(map(len, arrays(json.loads(path.read_text(encoding="utf-8")))), default=0)
        for path in kept
        if path.is_file() and path.suffix == ".json"
    }
    assert len(longest) > 10
    assert {name: n for name, n in longest.items() if n >= 2000} == {}
    regions = pq.read_table(artefacts.parent / "case" / f"of {MAIL}.parquet")["region"].to_pylist()
    spelled = json.dumps(regions[100:112])[1:-1]
    for path in kept:
        if path.is_file():
            assert spelled not in path.read_bytes().decode("utf-8", errors="replace")


@pytest.mark.slow
def test_no_folder_of_the_machine_is_named(artefacts: Path) -> None:
    for path in artefacts.rglob("*"):
        if path.is_file():
            assert str(artefacts.parent) not in path.read_text(encoding="utf-8"), path.name


# -- messages -------------------------------------------------------------------------------------

ROLES = 'y_pred = "decision"\npositive = ["refused"]\nsensitive_features = ["region"]\n'
BROKEN = {
    "a score that is text": (f'{ROLES}y_score = "contact"\n', ""),
    "a score typed as a number": (f'{ROLES}y_score = "contact"\n', '[columns.contact]\ntype = "number"\n'),
    "a date that is none": (f'{ROLES}time = "contact"\n', '[columns.contact]\ntype = "date"\n'),
    "a birth date that is none": (f'{ROLES}birth_date = "contact"\n', ""),
    "a whole number that is none": (ROLES, '[columns.contact]\ntype = "integer"\n'),
    "a label that never occurs": (ROLES.replace('"refused"', '"denied"'), ""),
    "a label not said": ('y_pred = "contact"\nsensitive_features = ["region"]\n', ""),
    "a class not named": (
        'y_pred = "contact"\nclasses = ["refused", "granted"]\nsensitive_features = ["region"]\n', "",
    ),
    "bins of text": (ROLES, "[columns.contact]\nbins = [1, 2]\n"),
    "countries that are none": (ROLES, '[columns.contact]\npool = "m49_region"\n'),
    "weights that are text": (f'{ROLES}sample_weight = "contact"\n', ""),
    "nobody left": (ROLES, '[[parts]]\nname = "p"\nwhere = { contact = "nobody" }\n'),
}  # fmt: skip


@pytest.mark.parametrize("engine", ["polars", "pandas", "duckdb"])
@pytest.mark.parametrize("what", BROKEN)
def test_no_canary_in_a_message(what: str, engine: str, tmp_path: Path, caplog) -> None:
    if engine == "duckdb":
        pytest.importorskip("duckdb")
    caplog.set_level(logging.DEBUG)
    values = list(CANARIES.values())
    rows = [
        f'{i},"{values[i % len(values)]}",{"AB"[i % 2]},{"granted" if i % 3 else "refused"}'
        for i in range(200)
    ]
    (tmp_path / "people.csv").write_text(
        "\n".join(["file,contact,region,decision", *rows]), encoding="utf-8"
    )
    roles, more = BROKEN[what]
    plan = tmp_path / "audit.toml"
    plan.write_text(f'[data]\nsource = "people.csv"\n[roles]\n{roles}{more}', encoding="utf-8")
    out = tmp_path / "out"
    arguments = [
        "run",
        str(plan),
        "--out",
        str(out),
        "--engine",
        engine,
        "--select",
        "DA,FA101,PR101",
    ]
    result = CliRunner().invoke(command, [*arguments, "--no-cache"])
    if result.exception is not None and not isinstance(result.exception, SystemExit):
        raise result.exception
    assert leaks(result.output) == []
    assert leaks(caplog.text) == []
    for path in out.rglob("*"):
        if path.is_file():
            assert leaks(path.read_text(encoding="utf-8", errors="replace")) == [], path.name


MODEL = """
import sys
CANARY = {canary!r}
print(CANARY)
print(CANARY, file=sys.stderr)
def score(table):
    {body}
"""
MODELS = {
    "raises": "raise ValueError(CANARY)",
    "returns text": "return [CANARY] * table.num_rows",
    "returns a word": "return CANARY",
    "leaves": "print(CANARY, flush=True); sys.exit(CANARY)",
    "asks for a column": "return table[CANARY]",
}


@pytest.mark.parametrize("body", MODELS)
def test_no_canary_of_a_model(body: str, tmp_path: Path, capfd, caplog) -> None:
    caplog.set_level(logging.DEBUG)
    (tmp_path / "talkative.py").write_text(
        MODEL.format(canary=f"{PHONE} {MAIL} {OFFICER}", body=MODELS[body]), encoding="utf-8"
    )
    table = pa.table({
        "age": [20 + i % 40 for i in range(200)],
        "region": ["AB"[i % 2] for i in range(200)],
        "decision": ["refused" if i % 3 else "granted" for i in range(200)],
    })  # fmt: skip
    pq.write_table(table, tmp_path / "people.parquet")
    (tmp_path / "audit.toml").write_text(
        f'[data]\nsource = "people.parquet"\n[roles]\n{ROLES}features = ["age"]\n'
        '[model]\nsource = "talkative:score"\nfeatures = ["age"]\n',
        encoding="utf-8",
    )
    run(plans.load(tmp_path / "audit.toml"), out=tmp_path / "out", formats=["html", "md"])
    said = capfd.readouterr()
    assert leaks(said.out + said.err + caplog.text) == []
    for path in (tmp_path / "out").rglob("*"):
        if path.is_file():
            assert leaks(path.read_text(encoding="utf-8", errors="replace")) == [], path.name


# -- files left behind ------------------------------------------------------------------------------

ENDED = """
import os, signal, sys, time
# Under nohup a process begins with this one ignored.
signal.signal(signal.SIGHUP, signal.SIG_DFL)
from audit import cli
from audit.runner import opening
name = sys.argv.pop()
def opened(*args, **kwargs):
    os.kill(os.getpid(), getattr(signal, name))
    time.sleep(20)
opening.prepare = opened
cli.main()
"""


@pytest.mark.skipif(os.name != "posix", reason="signals of POSIX")
@pytest.mark.parametrize("name", ["SIGTERM", "SIGHUP", "SIGINT"])
def test_a_run_that_is_ended_leaves_no_rows(name: str, tmp_path: Path) -> None:
    (tmp_path / "people.csv").write_text(
        "region,decision\nA,granted\nB,refused\n", encoding="utf-8"
    )
    (tmp_path / "audit.toml").write_text(
        f'[data]\nsource = "people.csv"\n[roles]\n{ROLES}', encoding="utf-8"
    )
    (tmp_path / "spool").mkdir()
    arguments = ["run", str(tmp_path / "audit.toml"), "--out", str(tmp_path / "out"), name]
    done = subprocess.run(
        [sys.executable, "-c", ENDED, *arguments],
        env={**os.environ, "TMPDIR": str(tmp_path / "spool")},
        capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert "stopped; nothing was written" in done.stderr
    assert [*(tmp_path / "spool").rglob("*")] == []


# -- network --------------------------------------------------------------------------------------

NO_NETWORK = """
import socket, traceback
def told(*args, **kwargs):
    with open({told!r}, "a") as file:
        file.write("".join(traceback.format_stack(limit=12)))
    raise OSError("no network in this test")
def guarded(name):
    real = getattr(socket.socket, name)
    def call(self, *args):
        local = self.family == getattr(socket, "AF_UNIX", None)
        return real(self, *args) if local else told()
    return call
class Quiet(socket.socket):
    connect, connect_ex, sendto = map(guarded, ("connect", "connect_ex", "sendto"))
socket.socket = Quiet
socket.getaddrinfo = socket.gethostbyname = socket.create_connection = told
"""
"""A library may ask at import whether the machine has IPv6, which needs a socket but no connection."""


@pytest.mark.slow
def test_no_process_of_a_run_connects(tmp_path: Path) -> None:
    """Every Python process of the run, the model's too, starts with sockets that connect nowhere and tell."""
    told = tmp_path / "told.txt"
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "sitecustomize.py").write_text(
        NO_NETWORK.format(told=str(told)), encoding="utf-8"
    )
    plan = planted(tmp_path / "case")
    environment = {**os.environ, "PYTHONPATH": str(tmp_path / "site")}
    arguments = ["run", str(plan), "--out", str(tmp_path / "out"), "--no-cache", "--full"]
    done = subprocess.run(
        [sys.executable, "-m", "audit", *arguments],
        env=environment, capture_output=True, encoding="utf-8", check=False,
    )  # fmt: skip
    assert done.returncode in (0, 1), done.stderr
    assert not told.exists(), told.read_text(encoding="utf-8")
    assert leaks(done.stdout + done.stderr) == []
    probe = subprocess.run(
        [sys.executable, "-c", "import socket; socket.socket().connect(('203.0.113.1', 9))"],
        env=environment, capture_output=True, check=False,
    )  # fmt: skip
    assert probe.returncode != 0
    assert told.exists()
