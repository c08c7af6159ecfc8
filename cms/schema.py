"""What pages tell machines of themselves: schema.org, one graph a page."""

import json

from django.utils.html import _json_script_escapes
from django.utils.safestring import mark_safe

from network.organisations.certified import as_linked_data, shown_certificates
from network.shell.identity import identity
from network.shell.languages import language_tag

from .addresses import absolute

NETWORK = "#network"


def as_script(graph):
    """The graph for a script element: nothing in it can end the element."""
    text = json.dumps({"@context": "https://schema.org", "@graph": graph}, ensure_ascii=False, default=str)
    return mark_safe(text.translate(_json_script_escapes))


def graph_of(page):
    """The nodes of a page: the network, the way here, and the page's own."""
    nodes = [network(page.language)]
    if page.trail:
        nodes.append(breadcrumbs(page))
    own = OWN.get(type(page).__name__)
    if own:
        nodes.append({**own(page), **picture_of(page)})
    return as_script(nodes)


def network(language):
    home = absolute("/")
    return {"@type": "Organization", "@id": home + NETWORK, "name": network_name(language), "url": home}


def network_name(language):
    names = identity().network
    return names.get(language, names["en"])


def breadcrumbs(page):
    way = [*[(title, path) for title, path in page.trail], (page.title, page.address)]
    items = [
        {"@type": "ListItem", "position": number, "name": title, "item": absolute(path)}
        for number, (title, path) in enumerate(way, 1)
    ]
    return {"@type": "BreadcrumbList", "@id": absolute(page.address) + "#way", "itemListElement": items}


def picture_of(page):
    shown = page.shared_picture()
    return {"image": absolute(shown.url)} if shown else {}


def article(page):
    author = page.author_role or network_name(page.language)
    return {
        "@type": "Article",
        "@id": absolute(page.address),
        "headline": page.title,
        "description": page.description,
        "inLanguage": language_tag(page.language),
        "datePublished": iso(page.first_published_at),
        "dateModified": iso(page.last_published_at or page.first_published_at),
        "author": {"@type": "Organization", "name": author},
        "publisher": {"@id": absolute("/") + NETWORK},
    }


def organization(page):
    member = page.organisation
    node = {
        "@type": "Organization",
        "@id": absolute(page.address),
        "name": page.title,
        "description": page.description,
        "url": absolute(page.address),
        "memberOf": {"@id": absolute("/") + NETWORK},
    }
    more = {"identifier": member.registration_number, "hasCertification": as_linked_data(shown_certificates(member))}
    return node | {name: value for name, value in more.items() if value}


def place(page):
    district = page.district
    node = {"@type": "Place", "@id": absolute(page.address), "name": page.title, "description": page.description}
    if district.latitude is not None and district.longitude is not None:
        spot = {"latitude": str(district.latitude), "longitude": str(district.longitude)}
        node["geo"] = {"@type": "GeoCoordinates", **spot}
    return node


def iso(moment):
    return moment.isoformat() if moment else None


OWN = {"StoryPage": article, "MemberPage": organization, "PlacePage": place}
