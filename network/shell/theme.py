"""A site's own colour: one is chosen, its tones are mixed so that everything written in them can be read."""

from itertools import count

from network.shell.palette import PAIRS, contrast, palette

OWN = "lake-600"  # the design's colour that another one replaces
WHITE, BLACK = "#ffffff", "#000000"
STEPS = 20


class Unreadable(ValueError):
    """White letters on it, or letters in it, could not be read. `nearest` is the nearest darker one that holds."""

    def __init__(self, nearest):
        super().__init__(nearest)
        self.nearest = nearest


def mix(one, other, part):
    """`part` of the other in the one; 0 is the one."""
    channels = [(int(one[at : at + 2], 16), int(other[at : at + 2], 16)) for at in (1, 3, 5)]
    return "#" + "".join(f"{round(a + (b - a) * part):02x}" for a, b in channels)


def tones(colour):
    """(tokens by day, tokens that are others in the evening), each {token: hex}."""
    dark, ground = palette(dark=True), palette()["night-900"]
    evening = readable(colour, WHITE, [dark["page"], dark["band"]], 4.5)
    tint = mix(colour, WHITE, 0.9)
    night_tint = mix(ground, colour, 0.15)
    by_day = {
        "lake-600": colour,
        "lake-700": mix(colour, BLACK, 0.22),
        "lake-50": tint,
        "lake-300": evening,
        "water": readable(mix(colour, WHITE, 0.2), BLACK, [tint], 3),
    }
    at_night = {
        "lake-strong": mix(evening, WHITE, 0.35),
        "lake-tint": night_tint,
        "water": readable(mix(colour, BLACK, 0.1), WHITE, [night_tint], 3),
    }
    return by_day, at_night


def readable(colour, towards, grounds, least):
    """The first of its tones, on the way to black or white, that reads on all these grounds."""
    for step in count():
        tone = mix(colour, towards, min(step / STEPS, 1))
        if step >= STEPS or all(contrast(tone, ground) >= least for ground in grounds):
            return tone


def check_colour(colour):
    """Raises Unreadable for one that is too light to be read on our paper, or to carry white letters."""
    if not unread(colour):
        return
    darker = (mix(colour, BLACK, step / STEPS) for step in range(1, STEPS + 1))
    raise Unreadable(next(tone for tone in darker if not unread(tone)))


def unread(colour):
    """[(text, ground)] of the design's pairs that fail in this colour, by day or in the evening."""
    by_day, at_night = tones(colour)
    day, night = palette(changed=by_day), palette(dark=True, changed=by_day | at_night)
    return [
        (text, ground)
        for colours in (day, night)
        for text, ground, least in PAIRS
        if contrast(colours[text], colours[ground]) < least
    ]


def theme_css(colour):
    """The sheet that follows the site's own; outside of every layer, so that it wins."""
    by_day, at_night = (";".join(f"--{name}:{value}" for name, value in some.items()) for some in tones(colour))
    return f":root{{{by_day}}}\n@media (prefers-color-scheme:dark){{:root{{{at_night}}}}}\n"
