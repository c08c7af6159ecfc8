from .place_order import place_order

__all__ = ["place_order"]
