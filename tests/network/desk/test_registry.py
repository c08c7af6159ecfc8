import pytest
from django.utils.module_loading import import_string

from network.desk.registry import undoers


@pytest.mark.parametrize("name", sorted(undoers))
def test_every_undo_that_is_offered_can_be_found(name):
    assert callable(import_string(undoers[name]))
