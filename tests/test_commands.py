"""README, CI and the workflows run the same command."""

from pathlib import Path

ROOT = Path(__file__).parents[1]
COMMAND = "make test"


def lines(path: str) -> list[str]:
    return [line.strip() for line in (ROOT / path).read_text(encoding="utf-8").splitlines()]


def test_readme_names_the_two_commands_first():
    commands = [line for line in lines("README.md") if line.startswith("make ")]
    assert [command.split("#")[0].strip() for command in commands[:2]] == ["make book", COMMAND]


def test_ci_runs_the_command_of_readme():
    assert lines(".ci/run")[-1] == COMMAND


def test_the_public_workflow_runs_it_too():
    assert f"- run: {COMMAND}" in lines(".github/workflows/test.yml")


def test_publishing_tells_the_book_its_addresses():
    workflow = lines(".github/workflows/publish.yml")
    assert "BOOK_URL: ${{ steps.pages.outputs.base_url }}" in workflow
    assert "BOOK_REPOSITORY: ${{ github.server_url }}/${{ github.repository }}" in workflow
    assert "- id: pages" in workflow
