"""The colours of "Two-Water Lake", and how they are mixed."""

SAND0, SAND50, SAND100, SAND300, SAND500 = "#FFFCF7", "#FAF4EA", "#F1E7D6", "#D9C7AB", "#95805F"
INK, INK700, INK500 = "#221C16", "#4A4036", "#6B5E50"
LAKE50, LAKE100, LAKE200, LAKE300, LAKE400 = "#E6F3F1", "#CDE6E2", "#A3D3CD", "#6FC7BF", "#3E9C96"
LAKE600, LAKE700, LAKE900 = "#0F6B68", "#0B5452", "#083B3A"
CLAY50, CLAY100, CLAY200, CLAY300, CLAY400, CLAY600, CLAY700 = (
    "#FBEBE3", "#F6D8C9", "#EFBFA6", "#F2A285", "#CF6B45", "#B0431E", "#8E3415",
)  # fmt: skip
PALM50, PALM100, PALM200, PALM300, PALM400, PALM600, PALM800 = (
    "#EDF5E6", "#DBE8CC", "#BCD3A2", "#93B86F", "#659A43", "#3B6E22", "#264A17",
)  # fmt: skip
MARIGOLD50, MARIGOLD100, MARIGOLD200, MARIGOLD400, MARIGOLD600, MARIGOLD700 = (
    "#FEF6E0", "#FBE6B6", "#F8D27F", "#F4B63F", "#C98A14", "#8A5A00",
)  # fmt: skip
ROSE200, ROSE400, ROSE700 = "#F0B3BC", "#D9647A", "#A8203A"
STRAW, STRAW600, WOOD, WOOD700, BARK = "#E2C48A", "#BF9650", "#B07B4A", "#7C5230", "#5B3A22"
INDIGO, INDIGO300 = "#2C4770", "#8FA6C8"
SKIN, SKIN_DEEP, SKIN_OLD = "#C98F63", "#A46B43", "#B57F5A"
SHADOW, LIGHT = "#2B1A10", "#FFF6E6"


def mix(one: str, other: str, share: float) -> str:
    """The colour `share` of the way from one to the other."""
    pairs = ((int(one[i : i + 2], 16), int(other[i : i + 2], 16)) for i in (1, 3, 5))
    return "#" + "".join(f"{round(a + (b - a) * share):02X}" for a, b in pairs)


def shade(colour: str, share: float = 0.18) -> str:
    return mix(colour, SHADOW, share)


def tint(colour: str, share: float = 0.3) -> str:
    return mix(colour, LIGHT, share)
