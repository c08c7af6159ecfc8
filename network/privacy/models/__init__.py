"""A person's own data: copies of it, its erasure, what people ask for, and what went wrong."""

from .breach import Breach
from .data_copy import DataCopy
from .erasure import Erasure
from .request import DataRequest

__all__ = ["Breach", "DataCopy", "DataRequest", "Erasure"]
