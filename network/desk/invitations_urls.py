"""Invitations of coordinators, under `/desk/invitations/`."""

from django.urls import path

from . import invitation_lists, invitations

app_name = "desk_invitations"
urlpatterns = [
    path("", invitations.invitations, name="invitations"),
    path("new/", invitations.new, name="new"),
    path("list/", invitation_lists.paste, name="paste"),
    path("list/confirm/", invitation_lists.confirm, name="confirm"),
    path("cards/", invitations.cards, name="cards"),
    path("<slug:public_id>/", invitations.invitation, name="invitation"),
    path("<slug:public_id>/again/", invitations.again, name="again"),
    path("<slug:public_id>/withdraw/", invitations.withdraw, name="withdraw"),
    path("<slug:public_id>/card/", invitations.card, name="card"),
    path("<slug:public_id>/help/", invitations.help_out, name="help_out"),
    path("<slug:public_id>/helper/", invitations.helper, name="helper"),
    path("<slug:public_id>/hand-over/", invitations.hand_over, name="hand_over"),
]
