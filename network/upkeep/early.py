"""What is answered before sessions and sign-in are asked for: they may be what is away."""

from django.conf import settings

from .maintenance import answer, is_open, standing
from .status import status


class EarlyMiddleware:
    """The status page, always; and the page of maintenance while there is one, staff not excepted: nobody may write.

    It stands after the language of the address is known.
    """

    def __init__(self, get_response):
        self.get_response = get_response
        self.status_paths = {f"/{language}/status/" for language, _name in settings.LANGUAGES}

    def __call__(self, request):
        if request.path_info in self.status_paths:
            return status(request)
        notice = standing()
        if notice is None or is_open(request.path_info):
            return self.get_response(request)
        return answer(request, notice)
