from .placing import place_order

__all__ = ["place_order"]
