"""Tell a person something: promised now, in the cause's transaction; written and sent when the promise is kept.

A message is a folder of templates: `subject.txt`, `body.txt` and, for phones, `short.txt`; where the plain frame
is not enough, `body.html`. Context is what JSON can carry: no model instances, but refs, names and addresses.
"""

from functools import partial

from django.conf import settings
from django.template import Context, TemplateDoesNotExist
from django.template.loader import get_template, render_to_string
from django.utils import translation

from network.clock import now
from network.outbox.actions import promise

from .channels import Envelope, is_ready, send
from .contacts import Contact, contacts_of, parse_contact
from .models import Message, User

TOPIC = "people.message"


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
    )
    promise(TOPIC, {"message": str(message.key)})
    return message


def tell_everywhere(user, template, context=None):
    """The same over every channel of hers: what touches her account shall not be missed, or read by a thief alone."""
    for contact in contacts_of(user):
        tell(contact, template, context, user.language)


def best_contact(user):
    return next((contact for contact in contacts_of(user) if is_ready(contact.channel)), None)


def deliver(key):
    """Write and send that message; returns what notes that it left, or None if it has left before."""
    message = Message.objects.unsent().filter(key=key).first()
    if message is None:
        return None
    with translation.override(message.language):
        envelope = write(message)
    send(message.channel, envelope)
    return partial(note_sent, message, envelope)


def write(message):
    """The message in the language that is active now."""
    context = message.context | {"site_url": settings.SITE_URL}
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
    """Its words hold links and codes: once it has left only the demo keeps them."""
    body = envelope.text if message.channel == Message.Channel.EMAIL else envelope.short
    Message.objects.filter(pk=message.pk).update(
        sent_at=now(), subject=envelope.subject, body=body if settings.DEMO else "", context={}
    )
