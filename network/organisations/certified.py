"""What certificates are about, and how pages show them."""

from dataclasses import dataclass
from datetime import date

from network.clock import now
from network.shell.linked_data import without_gaps
from network.words.dates import in_bangkok

from .access import has_role
from .models import Certificate, Organisation

JUDGES = ("reviewer", "coordinator")

_things = []


def register_certifiable(provider):
    """Let `provider(organisation)` name what of hers may have a certificate of its own: [(ref, title)]."""
    _things.append(provider)


def things_of(organisation):
    return [thing for provider in _things for thing in provider(organisation)]


@dataclass(frozen=True)
class Shown:
    """A badge with all that a buyer may want to know of it."""

    name: str
    told: str
    number: str
    given_by: str
    valid_until: date | None
    checked_on: date


def shown_certificates(organisation, about=("",)):
    """The verified ones that are not over today, of the group as a whole or about these refs."""
    found = Certificate.objects.filter(organisation=organisation, about__in=about).shown(today())
    return [shown(certificate) for certificate in found]


def today():
    return in_bangkok(now()).date()


def shown(certificate):
    return Shown(
        name=certificate.name,
        told=str(certificate.kind.told),
        number=certificate.number,
        given_by=certificate.given_by,
        valid_until=certificate.expires_on,
        checked_on=in_bangkok(certificate.judged_at).date(),
    )


def badges_of(organisation, about=""):
    """Their names alone, for cards."""
    return [one.name for one in shown_certificates(organisation, [about])]


def as_linked_data(certificates):
    """schema.org's Certification, for `hasCertification`."""
    return [without_gaps(certification(one)) for one in certificates]


def certification(one):
    return {
        "@type": "Certification",
        "name": one.name,
        "certificationIdentification": one.number,
        "certificationStatus": "https://schema.org/CertificationActive",
        "expires": one.valid_until.isoformat() if one.valid_until else None,
        "issuedBy": {"@type": "Organization", "name": one.given_by} if one.given_by else None,
    }


def certificates_for(user):
    """Those that this person may open: of whom she acts for, and for judges all."""
    if has_role(user, *JUDGES):
        return Certificate.objects.all()
    return Certificate.objects.filter(organisation__in=Organisation.objects.managed_by(user))


def certificates_to_judge(user, among=None):
    """Those that wait for a reviewer or coordinator who neither entered them nor acts for whom they are about."""
    if not has_role(user, *JUDGES):
        return Certificate.objects.none()
    others = (among or Certificate.objects.waiting()).exclude(entered_by=user)
    return others.exclude(organisation__in=Organisation.objects.managed_by(user))
