from .carrier import Carrier
from .consignment import Actor, Consignment, State
from .step import ConsignmentStep

__all__ = ["Actor", "Carrier", "Consignment", "ConsignmentStep", "State"]
