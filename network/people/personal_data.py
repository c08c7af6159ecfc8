"""What this room and the ground below it keep of people, and what allauth and Django keep beside it."""

from allauth.usersessions.models import UserSession
from django.contrib.auth.models import Group
from django.contrib.contenttypes.models import ContentType
from django.db.models import Q

from network.clock import now

from .models import Consent, User
from .personal_data_registry import (
    NOBODY,
    POINTS,
    SECRET,
    by_user,
    by_user_or_contact,
    emptied,
    free,
    holds,
    nothing,
    when_erased,
    written_over,
)


def own_row(subject):
    return Q(pk=subject.user.pk) if subject.user else None


def told_to(subject):
    own = Q(to__in=subject.contacts)
    return own | Q(user=subject.user) if subject.user else own


def rows_about(subject):
    """In the journals of Django's and Wagtail's admin: entries whose thing is the person herself."""
    kind = ContentType.objects.get_for_model(User)
    return Q(content_type=kind, object_id=str(subject.user.pk)) if subject.user else None


def leave(subject, refs):
    """Nobody signs in with this account any more, and what she agreed to is withdrawn."""
    at = now()
    standing = Consent.objects.standing().filter(by_user_or_contact()(subject))
    standing.update(withdrawn_at=at)
    if subject.user:
        for session in UserSession.objects.filter(user=subject.user):
            session.end()
        subject.user.groups.set(Group.objects.none())
        subject.user.user_permissions.clear()
        subject.user.set_unusable_password()
        gone = {"is_active": False, "is_staff": False, "is_superuser": False, "erased_at": at}
        User.objects.filter(pk=subject.user.pk).update(
            **gone, password=subject.user.password, email_verified=False, phone_verified=False
        )


when_erased(leave)

holds(
    "people.User",
    mine=own_row,
    fields={
        **dict.fromkeys(["email", "phone", "line_uid"], NOBODY),
        **dict.fromkeys(["first_name", "last_name"], emptied()),
        "password": POINTS,
    },
    facts=["language", "date_joined"],
)
free("people.User", "public_id language", "Drawn by lot, and a language: without name and contact they lead to nobody.")
holds(
    "people.Message",
    mine=told_to,
    fields=dict.fromkeys(["to", "user", "context", "subject", "body"], emptied()),
    facts=["channel", "promised_at", "sent_at"],
    goes=True,
)
free("people.Message", "template language once", "The name of a template, a language, and of which day a digest is.")
holds(
    "people.Consent",
    mine=by_user_or_contact(),
    fields={"user": POINTS, "contact": written_over()},
    facts=["purpose", "text_version", "language", "given_at", "withdrawn_at"],
)
free("people.Consent", "text_version language ref", "Which wording, and a ref that names a thing and no person.")
holds(
    "people.SignInPass",
    mine=by_user(),
    fields={"user": POINTS, "used_from": NOBODY},
    facts=["made_at", "used_at"],
    goes=True,
)
holds("people.SignInPass", mine=nothing, fields={"made_by": POINTS, "digest": SECRET})

holds("account.EmailAddress", mine=by_user(), fields={"user": POINTS, "email": emptied()}, goes=True)
free("account.EmailConfirmation", "*", "Goes with its address; the site proves contacts by codes of its own.")
holds(
    "mfa.Authenticator",
    mine=by_user(),
    fields={"user": POINTS, "data": SECRET},
    facts=["type", "created_at"],
    goes=True,
)
holds(
    "socialaccount.SocialAccount",
    mine=by_user(),
    fields={"user": POINTS, "uid": emptied(), "extra_data": emptied()},
    facts=["provider", "date_joined"],
    goes=True,
)
free("socialaccount.SocialAccount", "provider", "The name of a service.")
free("socialaccount.SocialApp", "*", "The site's own keys at LINE.")
holds(
    "socialaccount.SocialToken",
    mine=by_user("account__user"),
    fields={"token": SECRET, "token_secret": SECRET},
    goes=True,
)
holds(
    "usersessions.UserSession",
    mine=by_user(),
    fields={"user": POINTS, "ip": emptied(), "user_agent": emptied(), "session_key": SECRET, "data": SECRET},
    facts=["created_at", "last_seen_at"],
    goes=True,
)
holds("admin.LogEntry", mine=by_user(), fields={"user": POINTS})
holds("admin.LogEntry", mine=rows_about, fields={"object_repr": written_over(), "change_message": emptied()})
free("admin.LogEntry", "object_id", "A number.")
holds("sessions.Session", mine=nothing, fields={"session_data": SECRET})
free("sessions.Session", "session_key", "A number by lot; the sessions of a person end when her account does.")
free("auth.Permission", "*", "What may be done, not who may.")
free("auth.Group", "*", "Names of roles.")
free("contenttypes.ContentType", "*", "Names of models.")
free("sites.Site", "*", "The site's own name.")
free("flatpages.FlatPage", "*", "Oscar needs the table; nothing is written into it.")
free(
    "outbox.Promise",
    "topic payload key request_id leased_by last_error",
    "Refs and numbers, by rule: personal data never wait in the outbox.",
)
free("outbox.Turn", "topic", "The name of something that happens again and again.")
