"""What reviewers read, under `/desk/review/`."""

from django.urls import path

from . import desk_review

app_name = "review"
urlpatterns = [
    path("", desk_review.queue, name="queue"),
    path("listings/<slug:public_id>/", desk_review.listing, name="listing"),
    path("changes/<int:pk>/", desk_review.change, name="change"),
    path("reports/<int:pk>/", desk_review.report, name="report"),
]
