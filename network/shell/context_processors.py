"""What every page's frame needs, lazily."""


def shell(request):
    return {}
