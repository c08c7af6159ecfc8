from .card import Card
from .facet import CardFacet, FacetValue

__all__ = ["Card", "CardFacet", "FacetValue"]
