"""The site as production runs it, in real processes that can be killed: web workers, Celery's worker and beat.

They are forked from the tests' own process, which has loaded the project: so they have the tests' settings, with a
broker and a shared cache where the test says so, and cost no set-up.
"""

import os
import signal
import socket
import time
import urllib.error
import urllib.request
from contextlib import suppress
from pathlib import Path

from django.core.wsgi import get_wsgi_application
from gunicorn.app.base import BaseApplication

from config import celery
from config import gunicorn as production
from tests.processes import children_of, in_a_process_of_its_own, wait_until
from tests.servers import free_port


class Gunicorn(BaseApplication):
    """With the settings of config/gunicorn.py, on that port."""

    def __init__(self, port, workers):
        self.given = vars(production) | {"bind": f"127.0.0.1:{port}", "workers": workers, "graceful_timeout": 1}
        super().__init__()

    def load_config(self):
        for name in self.cfg.settings.keys() & self.given.keys():
            self.cfg.set(name, self.given[name])

    def load(self):
        return get_wsgi_application()


class Process:
    """One that is started, killed with everything it started, and started again."""

    def __init__(self, function):
        self.function, self.pid = function, None

    def __enter__(self):
        self.start()
        return self

    def __exit__(self, *_error):
        self.kill()

    def start(self):
        self.pid = in_a_process_of_its_own(self.function)

    def kill(self):
        """kill -9 of it and its children."""
        for pid in [self.pid, *children_of(self.pid)] if self.pid else ():
            with suppress(ProcessLookupError):
                os.kill(pid, signal.SIGKILL)
        if self.pid:
            os.waitpid(self.pid, 0)
        self.pid = None

    def children(self):
        return children_of(self.pid)


class Web(Process):
    def __init__(self, workers=2):
        self.port, self.workers = free_port(), workers
        super().__init__(self.serve)

    def serve(self):
        Gunicorn(self.port, self.workers).run()

    def start(self):
        super().start()
        wait_until(lambda: self.listens() and len(self.children()) == self.workers)

    def listens(self):
        with socket.socket() as probe:
            return probe.connect_ex(("127.0.0.1", self.port)) == 0

    @property
    def url(self):
        return f"http://127.0.0.1:{self.port}"

    def get(self, path, timeout=20):
        """(status, seconds, body); no answer at all is status 0."""
        began = time.monotonic()
        try:
            with urllib.request.urlopen(self.url + path, timeout=timeout) as answer:
                status, body = answer.status, answer.read()
        except urllib.error.HTTPError as refused:
            status, body = refused.code, refused.read()
        except OSError:
            status, body = 0, b""
        return status, time.monotonic() - began, body.decode(errors="replace")


def celery_of(settings, port):
    """A Celery as config/celery.py makes it, with its broker at that port."""
    settings.CELERY_BROKER_URL = f"redis://127.0.0.1:{port}/0"
    app = celery.Celery("chanchala", set_as_current=False)
    app.config_from_object("django.conf:settings", namespace="CELERY")
    app.autodiscover_tasks(["network.outbox"], force=True)
    return app


class Worker(Process):
    def __init__(self, app):
        options = ["--pool=prefork", "--concurrency=2", "--loglevel=critical", "--without-mingle", "--without-gossip"]
        super().__init__(lambda: app.worker_main(["worker", *options]))


class Beat(Process):
    def __init__(self, app, folder):
        schedule = Path(folder, "beat")
        super().__init__(lambda: app.start(["beat", "--loglevel=critical", f"--schedule={schedule}", "--pidfile="]))
