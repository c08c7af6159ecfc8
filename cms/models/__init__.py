from .announcement import AnnouncementPage
from .home import HomePage
from .info import InfoPage
from .member import MemberPage
from .picture import Picture, PictureRendition
from .place import PlacePage
from .section import SectionPage
from .story import StoryPage

__all__ = [
    "AnnouncementPage",
    "HomePage",
    "InfoPage",
    "MemberPage",
    "Picture",
    "PictureRendition",
    "PlacePage",
    "SectionPage",
    "StoryPage",
]
