from ..actions.pictures import store_renditions
from ..models import HomePage
from .plant import Seed, picture_for


def seed_front(content, pictures):
    """The picture of the front page, where it has none yet."""
    bare = HomePage.objects.filter(picture=None)
    picture = picture_for(Seed("", HomePage, "", "", {}, ("hero", "home")), pictures) if bare else None
    if picture is None:
        return 0
    store_renditions(picture, HomePage.picture_shapes)
    return HomePage.objects.filter(pk__in=bare.values("pk")).update(picture=picture)
