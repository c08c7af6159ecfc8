"""Real processes that can be killed: forked after Django's set-up, so that each costs milliseconds."""

import ctypes
import os
import signal
import time
import traceback
from pathlib import Path

from django.db import connections

PR_SET_PDEATHSIG = 1


def in_a_process_of_its_own(function):
    """Fork and call it there; returns the pid. It does not outlive a test run that is cut off."""
    connections.close_all()
    pid = os.fork()
    if pid == 0:
        try:
            ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
            function()
            os._exit(0)
        except BaseException:
            traceback.print_exc()
            os._exit(1)
    return pid


def children_of(pid):
    """The living processes that one started."""
    parents = {}
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text().rpartition(")")[2].split()
        except OSError:  # ended meanwhile
            continue
        if fields[0] != "Z":
            parents[int(stat.parent.name)] = int(fields[1])
    return [child for child, parent in parents.items() if parent == pid]


def wait_until(condition, seconds=60):
    end = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < end, "That took too long."
        time.sleep(0.05)
