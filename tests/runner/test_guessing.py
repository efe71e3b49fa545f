"""What somebody learns who can compute: hashes tried one after the other, numbers solved for a size."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from audit.finding import Estimate
from audit.inference.verdict import Verdict
from audit.plan_reader import load, parse
from audit.runner import judge, run, secrecy
from audit.runner.disclosure import Disclosure
from audit.runner.findings import _counted_roughly, roughly, rounded_up, told
from audit.serde import load as load_record
from audit.text import Message
from audit.vocabulary import Outcome

PLAN = """
[data]
source = "people.parquet"
[roles]
y_pred = "flag"
positive = ["yes"]
positive_is = "adverse"
sensitive_features = ["nationality"]
reviewer = "officer"
"""
OFFICERS = tuple(
    f"Officer {name}"
    for name in ["Abel", "Berta", "Chen", "Dora", "Emil", "Farah", "Gul", "Hana", "Ivo", "Jun"]
)


def audited(folder: Path, *, other: str = "") -> dict:
    folder.mkdir(exist_ok=True)
    n = 400
    table = {
        "nationality": ["A"] * 250 + ["B"] * 100 + ["C"] * 46 + ["D"] * 4,
        "flag": ["yes" if i % 3 == 0 else "no" for i in range(n)],
        "officer": [OFFICERS[i % 10] for i in range(n)],
        "remark": [other] * n,
    }
    pq.write_table(pa.table(table), folder / "people.parquet")
    (folder / "audit.toml").write_text(PLAN, encoding="utf-8")
    run(load(folder / "audit.toml"), out=folder / "out", formats=("json",))
    return json.loads((folder / "out" / "audit.json").read_text(encoding="utf-8"))


def hashes(record: dict) -> dict[str, str]:
    return {entry["id"]: entry["sha256"] for entry in record["evidence"]}


def test_the_hash_of_evidence_confirms_no_guess_at_its_counts(tmp_path: Path) -> None:
    record = audited(tmp_path / "one")
    text = (tmp_path / "one" / "out" / "audit.json").read_text(encoding="utf-8")
    for name, known in hashes(record).items():
        kept = (tmp_path / "one" / "out" / "evidence" / f"{name}.json").read_text(encoding="utf-8")
        assert hashlib.sha256(kept.encode()).hexdigest() == known
        document = json.loads(kept)
        secret = document[""]["secret"] if "" in document else document["salt"]
        assert len(bytes.fromhex(secret)) == 32
        assert secret not in text
    # The same counts of another table have other hashes: whoever has the counts alone cannot make them.
    again, other = audited(tmp_path / "one"), audited(tmp_path / "two", other="x")
    assert hashes(again) == hashes(record)
    assert {hashes(other)[name] == known for name, known in hashes(record).items()} == {False}


def test_numbers_of_reviewers_are_not_made_from_what_is_public() -> None:
    def numbered(secret: str) -> list[str]:
        rules = Disclosure(
            lambda _: dict.fromkeys(OFFICERS, 40), 10, ("officer",), seed=0, secret=secret
        )
        names = rules.groups("officer", OFFICERS)
        return sorted(names, key=names.__getitem__)

    public = sorted(OFFICERS, key=lambda name: hashlib.sha256(f"0:{name}".encode()).hexdigest())
    assert numbered("") == public
    assert numbered("a" * 64) != public
    assert numbered("a" * 64) != numbered("b" * 64)
    assert numbered("a" * 64) == numbered("a" * 64)


def test_judged_again_reviewers_and_lines_of_others_are_called_the_same(tmp_path: Path) -> None:
    record = audited(tmp_path / "one")
    kept = load_record(tmp_path / "one" / "out")
    again, _ = judge(kept, parse(""), tmp_path / "one" / "out" / "evidence")
    before = [(f["id"], [e["group"] for e in f["estimates"]]) for f in record["findings"]]
    assert [(f.id, [e.group for e in f.estimates]) for f in again.findings] == before
    assert any("other groups (2 groups, 50 people)" in groups for _, groups in before)


def test_a_secret_is_of_the_bytes_and_not_the_printed_hash(tmp_path: Path) -> None:
    path = tmp_path / "people.parquet"
    path.write_bytes(b"some rows")
    first = secrecy.of_table(path)
    assert first != hashlib.sha256(b"some rows").hexdigest()
    path.write_bytes(b"other rows!")
    assert secrecy.of_table(path) != first
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "part-0.parquet").write_bytes(b"some rows")
    assert secrecy.of_table(tmp_path / "folder") == first
    assert secrecy.salt(first, "a-main") != secrecy.salt(first, "b-main")
    assert secrecy.salt("", "a-main") == ""


def verdict(*, judged: bool) -> Verdict:
    estimates = (
        Estimate(group="A", n=300, n_to_pass=412, judged=True),
        Estimate(group="B", n=44, n_to_pass=431, judged=judged),
    )
    return Verdict(
        outcome=Outcome.INCONCLUSIVE, groups=("B",), estimates=estimates, mde=0.2312, n_needed=431, gap_ruled_out=0.1231
    )  # fmt: skip


def test_no_size_comes_back_from_what_would_be_needed() -> None:
    rough = roughly(verdict(judged=True), {"B"})
    assert (rough.mde, rough.n_needed, rough.gap_ruled_out) == (0.3, 500, 0.13)
    assert [e.n_to_pass for e in rough.estimates] == [412, 500]
    assert roughly(verdict(judged=True), {"C"}) == verdict(judged=True)
    nobody = Verdict(
        outcome=Outcome.PASS, groups=(), estimates=(Estimate(group="B", n=4),), mde=0.2312
    )
    assert roughly(nobody, {"B"}) == nobody


@pytest.mark.parametrize(
    ("number", "up"),
    [(None, None), (0.0, 0.0), (0.1, 0.1), (0.10001, 0.2), (0.95, 1.0), (99, 100.0), (100, 100.0), (101, 200.0)],
)  # fmt: skip
def test_rounded_up_to_one_figure(number: float | None, up: float | None) -> None:
    assert rounded_up(number) == up


def test_no_part_of_a_sentence_holds_another_number_than_it() -> None:
    inner = Message(id="finding.times", params={"small_people": 2, "value": 3})
    outer = Message(id="x", params={"small_people": 2}, parts={"times": inner})
    said = told(outer, "small_people", 10)
    assert said.params == {"small_people": 10}
    assert said.parts["times"].params == {"small_people": 10, "value": 3}


def test_the_largest_group_is_counted_only_if_it_is_named() -> None:
    rules = Disclosure(lambda _: {"A": 50, "B": 40, "C": 4}, 10)
    of = [Estimate(group="A", n=21), Estimate(group="B", n=23), Estimate(group="C", n=1)]
    assert rules.largest("nationality", of) == 30
    assert rules.largest("nationality", of[:1]) == 21
    assert rules.largest("nationality", []) == 0


def test_people_are_rounded_in_sentences_of_several_parts_too() -> None:
    rules = Disclosure(lambda _: {"A": 50, "B": 40, "C": 4}, 10)
    files = Message(id="finding.settle_files", params={"people": 4})
    both = Message(id="finding.settle_near_files", parts={"files": files, "near": files})
    rounded = _counted_roughly(both, rules, "nationality")
    assert rounded is not None
    assert {part.params["people"] for part in rounded.parts.values()} == {10}
    large = Disclosure(lambda _: {"A": 50, "B": 40}, 10)
    assert _counted_roughly(both, large, "nationality") == both
