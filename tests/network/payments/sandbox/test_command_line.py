import ast
import os
import signal
import socket
import subprocess
import sys

import pytest

from tests.network.payments.sandbox.running import ROOT, RunningSandbox, session_params


def run(*options, **environment):
    return subprocess.run(
        [sys.executable, "-m", "network.payments.sandbox", *options],
        cwd=ROOT,
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        timeout=20,
    )


def test_help_names_every_option_and_exit_code():
    answer = run("--help")

    assert answer.returncode == 0
    assert all(word in answer.stdout for word in ("--port", "--db", "--webhook-url", "--public-url", "exit codes"))


@pytest.mark.parametrize("host", ["0.0.0.0", "::", "192.168.1.10", "example.com", "127.0.0.1.example.com", ""])
def test_it_listens_on_no_other_host(host, tmp_path):
    answer = run("--host", host, "--port", "0", "--db", str(tmp_path / "x.sqlite3"))

    assert answer.returncode == 2
    assert "127.0.0.1 only" in answer.stderr
    assert not (tmp_path / "x.sqlite3").exists()


@pytest.mark.parametrize(
    "options",
    [
        ("--port", "99999"),
        ("--port", "x"),
        ("--webhook-url", "http://example.com/", "--webhook-secret", "whsec_1"),
        ("--webhook-url", "http://127.0.0.1:8000/"),
        ("--public-url", "ftp://127.0.0.1/"),
        ("--surprise",),
    ],
)
def test_wrong_usage_is_exit_code_2(options, tmp_path):
    assert run("--db", str(tmp_path / "x.sqlite3"), *options).returncode == 2


def test_a_taken_port_is_exit_code_3(tmp_path):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        answer = run("--port", str(taken.getsockname()[1]), "--db", str(tmp_path / "x.sqlite3"))

    assert (answer.returncode, "Port" in answer.stderr) == (3, True)


def test_an_unusable_database_is_exit_code_4(tmp_path):
    (tmp_path / "no.sqlite3").write_text("this is no database, only a text of some length" * 30)

    answer = run("--port", "0", "--db", str(tmp_path / "no.sqlite3"))

    assert (answer.returncode, "database" in answer.stderr) == (4, True)


@pytest.mark.parametrize("sent", [signal.SIGTERM, signal.SIGINT])
def test_a_signal_stops_it_cleanly(tmp_path, sent):
    running = RunningSandbox(tmp_path / "x.sqlite3")

    running.process.send_signal(sent)

    assert running.process.wait(timeout=10) == 0
    running.process.stdout.close()


def test_options_may_come_from_the_environment(tmp_path, monkeypatch):
    monkeypatch.setenv("STRIPE_SANDBOX_MERCHANT", "ตลาดเลสาบ")
    monkeypatch.setenv("STRIPE_SANDBOX_PUBLIC_URL", "http://pay.localhost:1234/")
    running = RunningSandbox(tmp_path / "x.sqlite3")

    assert "pay.localhost" in str(running.client().v1.checkout.sessions.create(session_params()).url)
    assert running.ask("GET", "/c/pay/x", headers={"Host": "pay.localhost:1234"})[0] == 404
    assert running.ask("GET", "/_control/state", headers={"Host": "pay.localhost:1234"})[0] == 403
    running.stop()


def test_it_never_loads_the_project():
    """The sandbox imports the standard library, itself, and segno where it is installed."""
    allowed = set(sys.stdlib_module_names) | {"segno"}
    for path in (ROOT / "network/payments/sandbox").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            names = [alias.name for alias in node.names] if isinstance(node, ast.Import) else []
            names += [node.module or ""] if isinstance(node, ast.ImportFrom) else []
            for name in names:
                assert name.split(".")[0] in allowed or name.startswith("network.payments.sandbox"), (path, name)


def test_starting_it_imports_no_django():
    script = "import sys, network.payments.sandbox.__main__; print([m for m in sys.modules if m.startswith('django')])"

    answer = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, text=True, timeout=20)

    assert answer.stdout.strip() == "[]"
