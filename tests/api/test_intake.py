"""Files sent in: a job that can be followed, limits, and a server that takes none."""

import time
from collections.abc import Mapping
from pathlib import Path

import pytest

from api import jobs
from api.intake_report import taken_in
from api.jobs import TakenIn
from graph.intake import State
from ingest.code import Code
from ingest.messages import messages
from ingest.report import Finding, Outcome, Report
from tests.api.served import served, two_prisoners

KNOWN = {
    "title": "Notes",
    "publisher": "somebody",
    "source_type": "survivor_published",
    "clearance": "public",
    "licence": "CC0-1.0",
}


def reads(file: Path, known: Mapping[str, str]) -> tuple[TakenIn, ...]:
    """Counts the lines of a file as claims."""
    if "broken" in file.name:
        raise OSError
    lines = len(file.read_text("utf-8").splitlines())
    return (TakenIn(file=f"{known['title']}/{file.name}", state="done", code=None, claims=lines),)


def done(client, job: str) -> dict[str, object]:
    while (state := client.get(f"/api/v1/jobs/{job}").json())["state"] in {"waiting", "running"}:
        time.sleep(0.01)
    return state


def test_a_file_is_read_and_its_job_tells_what_became_of_it(tmp_path: Path):
    with served(two_prisoners(), tmp_path, intake=reads) as own:
        files = {"file": ("../notes.txt", b"one\ntwo\n")}
        sent = own.client.post("/api/v1/documents", data=KNOWN, files=files)
        assert sent.status_code == 202
        job = done(own.client, sent.json()["id"])
        assert job["outcomes"] == [
            {"file": "Notes/notes.txt", "state": "done", "code": None, "claims": 2, "told": []}
        ]
        page = own.client.get(f"/uk/jobs/{sent.json()['id']}")
        assert "notes.txt" in page.text


def test_a_form_leads_to_the_page_of_the_job(tmp_path: Path):
    with served(two_prisoners(), tmp_path, intake=reads) as own:
        files = {"file": ("notes.txt", b"one\n")}
        sent = own.client.post("/en/documents", data=KNOWN, files=files)
        assert sent.status_code == 303
        assert own.client.get(sent.headers["location"]).status_code == 200


def test_nothing_handed_in_on_a_page_is_public_unless_somebody_says_so(tmp_path: Path):
    with served(two_prisoners(), tmp_path, intake=reads) as own:
        form = (
            own.client.get("/en/documents").text.split('name="clearance"')[1].split("</select>")[0]
        )
        assert '<option value="restricted" selected>' in form
        assert form.count(" selected>") == 1


def test_kinds_of_source_are_chosen_by_their_names_and_no_other_is_taken(tmp_path: Path):
    with served(two_prisoners(), tmp_path, intake=reads) as own:
        for language, name in (("en", "news"), ("uk", "новини"), ("ru", "новости")):
            form = own.client.get(f"/{language}/documents").text.split('name="source_type"')[1]
            assert f'<option value="news">{name}</option>' in form.split("</select>")[0]
        files, known = {"file": ("a.txt", b"a")}, {**KNOWN, "source_type": "media"}
        sent = own.client.post("/api/v1/documents", data=known, files=files)
        assert (sent.status_code, sent.json()["fields"]) == (422, ["source_type"])
        assert "survivor_published" in sent.json()["detail"]
        page = own.client.post("/uk/documents", data=known, files={"file": ("a.txt", b"a")})
        assert page.status_code == 422
        assert "Вид джерела" in page.text.split("<main")[1]


def test_a_refused_file_is_explained_in_the_language_of_its_reader(tmp_path: Path):
    def refuses(file: Path, _: Mapping[str, str]) -> tuple[TakenIn, ...]:
        found = Finding(code=Code.PASSWORD, file=str(file))
        bad = Outcome(file=str(file), state=State.NEEDS, code=Code.PASSWORD, findings=(found,))
        return tuple(taken_in(Report(outcomes=(bad,)), file.name))

    with served(two_prisoners(), tmp_path, intake=refuses) as own:
        files = {"file": ("locked.pdf", b"a")}
        sent = own.client.post("/api/v1/documents", data=KNOWN, files=files).json()["id"]
        outcome = done(own.client, sent)["outcomes"][0]
        assert outcome["code"] == "PASSWORD"
        said = "Not read yet: somebody has to do something first"
        assert f'<h1 role="status">{said}</h1>' in own.client.get(f"/en/jobs/{sent}").text
        for language in ("en", "uk", "ru"):
            what, after = messages()[Code.PASSWORD][language]
            page = own.client.get(f"/{language}/jobs/{sent}").text.split("<main")[1]
            assert what in page
            assert after in page
            assert "PASSWORD" not in page
            assert str(tmp_path) not in page
        assert outcome["told"] == [" ".join(messages()[Code.PASSWORD]["en"])]


def test_a_job_is_headed_by_what_became_of_its_file(tmp_path: Path):
    ends = {"a.txt": State.DONE, "b.txt": State.REFUSED}

    def one_of_two(file: Path, _: Mapping[str, str]) -> tuple[TakenIn, ...]:
        found = (Finding(code=Code.WRONG_HOME, file=str(file), expected="sample"),)
        ended = ends[file.name]
        outcome = Outcome(
            file=str(file),
            state=ended,
            code=None if ended is State.DONE else Code.WRONG_HOME,
            findings=() if ended is State.DONE else found,
        )
        return tuple(taken_in(Report(outcomes=(outcome,)), file.name))

    with served(two_prisoners(), tmp_path, intake=one_of_two) as own:
        pages = {}
        for name in ends:
            sent = own.client.post("/api/v1/documents", data=KNOWN, files={"file": (name, b"a")})
            done(own.client, sent.json()["id"])
            pages[name] = own.client.get(f"/en/jobs/{sent.json()['id']}").text.split("<main")[1]
    assert '<h1 role="status">Read in</h1>' in pages["a.txt"]
    assert '<h1 role="status">Refused: nothing of it was taken in</h1>' in pages["b.txt"]
    assert "whereabouts serve --sample" in pages["b.txt"]  # what to do, for who sent it
    assert "run again with" not in pages["b.txt"]
    assert "Done" not in pages["b.txt"]


def test_what_breaks_is_told_without_a_trace(tmp_path: Path):
    with served(two_prisoners(), tmp_path, intake=reads) as own:
        files = {"file": ("broken.txt", b"one\n")}
        sent = own.client.post("/api/v1/documents", data=KNOWN, files=files)
        assert done(own.client, sent.json()["id"]) == {
            "id": sent.json()["id"],
            "state": "failed",
            "outcomes": [],
        }


def test_a_source_without_its_clearance_is_not_taken(tmp_path: Path):
    with served(two_prisoners(), tmp_path, intake=reads) as own:
        known = {k: v for k, v in KNOWN.items() if k != "clearance"}
        sent = own.client.post("/api/v1/documents", data=known, files={"file": ("a.txt", b"a")})
        assert sent.status_code == 422


def test_a_file_over_the_limit_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
):
    monkeypatch.setattr(jobs, "MOST_BYTES", 10)
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    with served(two_prisoners(), tmp_path / "home", intake=reads) as own:
        files = {"file": ("a.txt", b"more than ten bytes")}
        assert own.client.post("/api/v1/documents", data=KNOWN, files=files).status_code == 413
    assert list(tmp_path.glob("whereabouts-upload-*")) == []


def test_without_an_intake_it_says_how_to_read_files_in(tmp_path: Path):
    with served(two_prisoners(), tmp_path) as own:
        sent = own.client.post("/api/v1/documents", data=KNOWN, files={"file": ("a.txt", b"a")})
        assert sent.status_code == 501
        assert "whereabouts ingest" in sent.json()["detail"]
        assert own.client.get("/api/v1/jobs/unknown").status_code == 501
