"""Where Spark is looked for, and what is said where it cannot be had. No Spark is needed here."""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Mapping
from types import SimpleNamespace

import pytest

from audit import spark_session
from audit.errors import InputError
from audit.resources import installing


def test_without_pyspark(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(sys.modules, "pyspark.sql", None)
    with pytest.raises(InputError) as caught:
        spark_session.session()
    assert caught.value.slug == "extra-missing"
    assert caught.value.hint == installing("spark")


@pytest.mark.parametrize(
    ("home", "said"), [("", "no Java"), ("/nowhere", "where JAVA_HOME points")]
)
def test_without_java(monkeypatch: pytest.MonkeyPatch, home: str, said: str) -> None:
    monkeypatch.setenv("JAVA_HOME", home)
    monkeypatch.setattr(shutil, "which", lambda *_, **__: None)
    with pytest.raises(InputError, match=said) as caught:
        spark_session._check_java()
    assert caught.value.slug == "java-missing"


@pytest.mark.parametrize(
    ("told", "old"),
    [
        ('openjdk version "11.0.22" 2024-01-16', "11"),
        ('java version "1.8.0_392"', "8"),
        ('openjdk version "16.0.2" 2021-07-20', "16"),
        ('openjdk version "17.0.15" 2025-04-15', ""),
        ('openjdk version "21" 2023-09-19', ""),
        ("something else", ""),
    ],
)
def test_versions_of_java(monkeypatch: pytest.MonkeyPatch, told: str, old: str) -> None:
    monkeypatch.setattr(shutil, "which", lambda *_, **__: "java")
    monkeypatch.setattr(subprocess, "run", lambda *_, **__: SimpleNamespace(stderr=told))
    if not old:
        spark_session._check_java()
        return
    with pytest.raises(InputError, match=f"is Java {old}$|is Java {old}\n") as caught:
        spark_session._check_java()
    assert caught.value.slug == "java-missing"


@pytest.mark.parametrize(
    ("url", "environment", "master", "here"),
    [
        ("", {}, "local[*]", True),
        ("local[4]", {}, "local[4]", True),
        ("spark://host:7077", {}, "spark://host:7077", False),
        ("spark://host:7077", {"MASTER": "yarn"}, "spark://host:7077", False),
        ("", {"MASTER": "yarn"}, None, False),
        ("", {"SPARK_CONF_DIR": "/etc/spark"}, None, False),
    ],
)
def test_where_spark_runs(
    monkeypatch: pytest.MonkeyPatch,
    url: str,
    environment: Mapping[str, str],
    master: str | None,
    *,
    here: bool,
) -> None:
    for name in ("MASTER", "PYSPARK_SUBMIT_ARGS", "SPARK_CONF_DIR", "SPARK_HOME"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    settings = spark_session._settings(url)
    assert settings.get("spark.master") == master
    assert ("spark.driver.bindAddress" in settings) is here
    assert settings["spark.ui.enabled"] == "false"
