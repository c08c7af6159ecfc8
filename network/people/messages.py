"""Tell a person something: promised now, in the cause's transaction; written and sent when the promise is kept.

A message is a folder of templates: `subject.txt`, `body.txt` and, for phones, `short.txt`; where the plain frame
is not enough, `body.html`. Context is what JSON can carry: no model instances, but refs, names and addresses.
"""

from functools import partial

from django.conf import settings
from django.db import transaction
from django.template import Context, TemplateDoesNotExist
from django.template.loader import get_template, render_to_string
from django.utils import translation
from django.utils.text import Truncator

from network.clock import now
from network.outbox.actions import promise

from .actions.digests import DIGEST, undo_digest
from .actions.line import give_back_push, note_unreachable, note_used_up, take_push
from .channels import CHANNELS, Envelope, is_ready, send
from .contacts import Contact, contacts_of, parse_contact
from .line import MonthUsedUp, Unreachable
from .models import Message, Pace, User

TOPIC = "people.message"
LONGEST_NEWS = 380  # characters of one piece in a digest: a dozen fit into one push


def tell(to, template, context=None, language=None):
    """Promise a message to a User, a Contact, or an e-mail address or phone number as text.

    A User is told over her best channel that is set up here, and in her language. Returns the Message, or None
    for somebody whom no channel reaches. Raises ValidationError for a text that is neither address nor number.
    """
    user = to if isinstance(to, User) else None
    contact = best_contact(user) if user else to if isinstance(to, Contact) else parse_contact(to)
    if contact is None or not contact.address or not is_ready(contact.channel):
        return None
    message = Message.objects.create(
        channel=contact.channel,
        to=contact.address,
        user=user,
        template=template,
        context=context or {},
        language=language or (user.language if user else translation.get_language()) or settings.LANGUAGE_CODE,
        urgency=urgency_of(template, contact, user),
    )
    if message.urgency == Message.Urgency.NOW:
        promise_to_send(message)
    return message


def promise_to_send(message):
    promise(TOPIC, {"message": str(message.key)})


def urgency_of(template, contact, user=None):
    """Only LINE's pushes are counted, and ring: over it, what is not urgent waits for the evening."""
    at_once = settings.MESSAGES_OF_SAFETY
    if user is None or user.line_pace == Pace.NOW:
        at_once = at_once + settings.MESSAGES_AT_ONCE
    if contact.channel != Message.Channel.LINE or template.startswith(tuple(at_once)):
        return Message.Urgency.NOW
    return Message.Urgency.TODAY


def tell_everywhere(user, template, context=None):
    """The same over every channel of hers: what touches her account shall not be missed, or read by a thief alone."""
    for contact in contacts_of(user):
        tell(contact, template, context, user.language)


def best_contact(user, *, but=()):
    """But over none of these channels; and not over LINE, as long as there is another, for who wants it so."""
    usable = [contact for contact in contacts_of(user) if is_ready(contact.channel) and contact.channel not in but]
    wanted = [contact for contact in usable if contact.channel != "line" or user.line_pace != Pace.OFF]
    return next(iter(wanted or usable), None)


def deliver(key):
    """Write and send that message; returns what notes the outcome, or None if it has left before."""
    message = Message.objects.unsent().filter(key=key).first()
    if message is None:
        return None
    counted = message.channel == Message.Channel.LINE and CHANNELS["line"].ready()
    if counted and not take_push(message):
        return partial(go_another_way, message)
    with translation.override(message.language):
        envelope = write(message)
    try:
        send(message.channel, envelope)
    except (MonthUsedUp, Unreachable) as refusal:
        return partial(note_refusal, message, refusal)
    return partial(note_sent, message, envelope)


def note_refusal(message, refusal):
    """LINE says no: to the whole network until the month ends, or to this person until she follows again."""
    give_back_push(message)
    if isinstance(refusal, MonthUsedUp):
        note_used_up()
    else:
        note_unreachable(message.to)
    go_another_way(message)


@transaction.atomic
def go_another_way(message):
    """Over her next channel, at once; without one it waits for an evening on which LINE takes it. Nothing is lost."""
    other = message.user and best_contact(message.user, but={"line"})
    if message.template == DIGEST and (other is None or other.channel == Message.Channel.SMS):
        undo_digest(message)  # too long for SMS
    elif other is None:
        Message.objects.unsent().filter(pk=message.pk).update(urgency=Message.Urgency.TODAY)
    elif Message.objects.unsent().filter(pk=message.pk).update(channel=other.channel, to=other.address):
        promise_to_send(message)


def leave_line(user):
    """What waited for an evening of hers goes another way: she wants no LINE any more, or has none."""
    for message in Message.objects.waiting().filter(user=user):
        go_another_way(message)


def write(message):
    """The message in the language that is active now."""
    context = message.context | {"site_url": settings.SITE_URL}
    if message.template == DIGEST:
        context["news"] = [news_of(part) for part in message.parts.order_by("pk")]
    body = render_text(f"{message.template}/body.txt", context)
    subject = " ".join(render_text(f"{message.template}/subject.txt", context).split())
    return Envelope(
        key=message.key,
        to=message.to,
        subject=subject,
        text=render_text("people/messages/frame.txt", {"body": body}),
        html=html_of(message.template, context, subject=subject, body=body),
        short=short_of(message.template, context) or body,
    )


def news_of(part):
    """A message that waited, as one item of the digest."""
    context = part.context | {"site_url": settings.SITE_URL}
    words = short_of(part.template, context) or render_text(f"{part.template}/body.txt", context)
    return Truncator(words).chars(LONGEST_NEWS)


def short_of(template, context):
    try:
        return render_text(f"{template}/short.txt", context)
    except TemplateDoesNotExist:
        return ""


def html_of(template, context, *, subject, body):
    try:
        return render_to_string(f"{template}/body.html", context | {"subject": subject})
    except TemplateDoesNotExist:
        return render_to_string("people/messages/frame.html", {"subject": subject, "body": body})


def render_text(name, context):
    """Plain text: nothing is escaped, for no browser reads it."""
    return get_template(name).template.render(Context(context, autoescape=False)).strip()


def note_sent(message, envelope):
    """Its words hold links and codes: once it has left only the demo keeps them. What a digest told is told too."""
    body = envelope.text if message.channel == Message.Channel.EMAIL else envelope.short
    at = now()
    Message.objects.filter(pk=message.pk).update(
        sent_at=at, subject=envelope.subject, body=body if settings.DEMO else "", context={}
    )
    message.parts.unsent().update(sent_at=at, context={})
