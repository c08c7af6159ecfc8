"""How gunicorn serves the site: `gunicorn config.wsgi --config config/gunicorn.py`. See docs/adr/0004."""

import os

from django.db import connections

bind = os.environ.get("BIND", "127.0.0.1:8000")
workers = int(os.environ.get("WEB_WORKERS", "2"))
worker_class = "gthread"
threads = int(os.environ.get("WEB_THREADS", "4"))
preload_app = True
# A worker that answers nobody for so long is replaced; no page of ours waits longer than ten seconds for anybody.
timeout = 30
graceful_timeout = 15
max_requests = 5000
max_requests_jitter = 500
# The site writes its own line for each request, without paths and addresses.
accesslog = None
loglevel = "warning"
logger_class = "network.shell.server_log.ServerLog"


def post_fork(server, worker):
    """A connection that two processes share serves neither."""
    connections.close_all()
