"""What every page's frame needs, lazily."""

from network.shell.frame import Frame


def shell(request):
    return {"shell": Frame(request)}
