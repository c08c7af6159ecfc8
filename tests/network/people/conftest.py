import pytest

from tests.network.people.line_sandbox import RunningLine, point_at


@pytest.fixture(scope="session")
def running_line():
    line = RunningLine()
    yield line
    line.stop()


@pytest.fixture
def line(running_line, settings):
    """LINE, with a quota of three hundred and everybody's good will."""
    point_at(running_line, settings)
    running_line.set(quota=300, by_hand=-len(running_line.pushes()), faults=[], webhook="")
    return running_line
