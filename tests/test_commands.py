"""README, CI and the workflows run the same commands; only a tested commit is published."""

import subprocess
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).parents[1]
COMMAND = "make test"


def lines(path: str) -> list[str]:
    return [line.strip() for line in (ROOT / path).read_text(encoding="utf-8").splitlines()]


def workflow(name: str) -> dict[Any, Any]:
    path = ROOT / ".github" / "workflows" / f"{name}.yml"
    return yaml.safe_load(path.read_text(encoding="utf-8"))


def triggers(name: str) -> dict[str, Any]:
    return workflow(name)[True]  # YAML reads the word `on` so


def commands(job: dict[str, Any]) -> list[str]:
    return [step["run"] for step in job["steps"] if "run" in step]


def test_notebooks_of_all_editions_are_run(tmp_path: Path):
    for path in (
        "requirements.txt",
        "pyproject.toml",
        "package.json",
        "package-lock.json",
        ".npmrc",
    ):
        (tmp_path / path).touch()
    (tmp_path / "ru" / "notebooks").mkdir(parents=True)
    command = ["make", "-n", "-C", str(tmp_path), "-f", str(ROOT / "Makefile"), "test-notebooks"]
    printed = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    runs = [line for line in printed.splitlines() if "--nbval" in line]
    assert len(runs) == 2
    assert all(line.endswith("sanitize.cfg notebooks ru/notebooks") for line in runs)


def test_readme_names_the_two_commands_first():
    commands = [line for line in lines("README.md") if line.startswith("make ")]
    assert [command.split("#")[0].strip() for command in commands[:2]] == ["make book", COMMAND]


def test_ci_runs_the_command_of_readme():
    assert lines(".ci/run")[-1] == COMMAND


def test_the_public_workflow_runs_it_too():
    jobs = workflow("test")["jobs"]
    assert commands(jobs["book"]) == [COMMAND]
    assert commands(jobs["python"]) == ["make test-python"]
    assert commands(jobs["lowest"]) == ["make test-lowest"]


def test_commits_of_main_are_tested_to_the_end():
    assert triggers("test")["push"] == {"branches": ["main"]}
    # Runs of one group cancel each other; outside pull requests each has a group of its own.
    group = workflow("test")["concurrency"]["group"]
    assert group == "test-${{ github.event.pull_request.number || github.run_id }}"


def test_what_is_published_has_been_tested():
    assert set(triggers("publish")) == {"workflow_run", "workflow_dispatch"}
    tested = triggers("publish")["workflow_run"]
    assert tested["workflows"] == [workflow("test")["name"]]
    assert tested["branches"] == ["main"]
    build = workflow("publish")["jobs"]["build"]
    condition = build["if"].removeprefix("github.event_name == 'workflow_dispatch' || ")
    assert condition == (
        "(github.event.workflow_run.event == 'push'"
        " && github.event.workflow_run.conclusion == 'success')"
    )
    assert build["steps"][0]["with"]["ref"].startswith("${{ github.event.workflow_run.head_sha ")


def test_publishing_tells_the_book_its_addresses():
    (step,) = (s for s in workflow("publish")["jobs"]["build"]["steps"] if "run" in s)
    assert step["run"] == "make release"
    assert step["env"] == {
        "BOOK_URL": "${{ steps.pages.outputs.base_url }}",
        "BOOK_REPOSITORY": "${{ github.server_url }}/${{ github.repository }}",
    }
    assert "- id: pages" in lines(".github/workflows/publish.yml")


def test_only_the_deployment_may_write_and_nothing_stops_it():
    publish = workflow("publish")
    assert publish["permissions"] == {}
    assert publish["jobs"]["build"]["permissions"] == {"contents": "read", "pages": "read"}
    assert publish["jobs"]["deploy"]["permissions"] == {"pages": "write", "id-token": "write"}
    assert publish["jobs"]["deploy"]["needs"] == "build"
    assert publish["concurrency"]["cancel-in-progress"] is False


@pytest.mark.parametrize("name", ["test", "publish"])
def test_workflows_call_targets_that_exist(name):
    targets = {line.split(":")[0] for line in lines("Makefile") if ":" in line}
    called = [command for job in workflow(name)["jobs"].values() for command in commands(job)]
    assert called
    assert {command.removeprefix("make ") for command in called} <= targets
