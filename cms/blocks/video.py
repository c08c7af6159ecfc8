"""Video that asks nobody else for anything until the reader presses play."""

import re
from dataclasses import dataclass
from urllib.parse import quote

from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _
from wagtail import blocks

from .pictures import ConsentedPictureBlock


@dataclass(frozen=True)
class Player:
    """A video site that we let in: how its addresses look, and the address of its player."""

    name: str
    host: str
    address: re.Pattern
    player: str


PLAYERS = [
    Player(
        "YouTube",
        "https://www.youtube-nocookie.com",
        re.compile(r"https://(?:www\.|m\.)?(?:youtube\.com/(?:watch\?(?:.*&)?v=|live/|shorts/)|youtu\.be/)([\w-]{11})"),
        "https://www.youtube-nocookie.com/embed/{}?autoplay=1&rel=0",
    ),
    Player(
        "Facebook",
        "https://www.facebook.com",
        re.compile(r"(https://(?:www\.|m\.)?(?:facebook\.com/[\w.\-]+/videos/[\w.\-/]+|fb\.watch/[\w\-]+/?))"),
        "https://www.facebook.com/plugins/video.php?href={}&show_text=false",
    ),
    Player(
        "TikTok",
        "https://www.tiktok.com",
        re.compile(r"https://www\.tiktok\.com/@[\w.\-]+/video/(\d+)"),
        "https://www.tiktok.com/embed/v2/{}",
    ),
]


def player_of(url):
    """(Player, address of the embedded player) for a video's address, or None."""
    for player in PLAYERS:
        if found := player.address.match(url or ""):
            return player, player.player.format(quote(found[1], safe=""))
    return None


class VideoBlock(blocks.StructBlock):
    url = blocks.URLBlock(label=_("Address"), help_text=_("On YouTube, Facebook or TikTok."))
    title = blocks.CharBlock(label=_("What it shows"))
    poster = ConsentedPictureBlock(label=_("Picture before it plays"), required=False)
    transcript = blocks.TextBlock(
        label=_("In words"), required=False, help_text=_("For those who cannot hear or see it, or save their data.")
    )

    class Meta:
        icon = "media"
        label = _("Video")
        template = "cms/blocks/video.html"

    def clean(self, value):
        value = super().clean(value)
        if player_of(value["url"]) is None:
            message = ValidationError(_("We can only show videos from YouTube, Facebook and TikTok."))
            raise blocks.StructBlockValidationError({"url": message})
        return value

    def get_context(self, value, parent_context=None):
        found = player_of(value["url"])
        shown = value["poster"] and value["poster"].shown("full")
        named = {"player": found[0].name, "embed": found[1]} if found else {}
        return {**super().get_context(value, parent_context), "shown": shown, **named}


def video_hosts(stream):
    """The hosts whose players the videos of a body need: the page's content policy lets in no others."""
    found = [player_of(block.value["url"]) for block in stream if block.block_type == "video"]
    return sorted({player.host for player, _embed in filter(None, found)})
