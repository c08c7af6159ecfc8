"""What the books keep of people: nothing that can be read, and the salts that hide the seconds; those an erasure deletes."""

from django.db.models import Q

from network.people.personal_data_registry import SECRET, free, holds, nothing, when_erased

from .actions import erase_private
from .models import Entry

AT_ONCE = 50


def forget_salts(subject, refs):
    """Every entry about one of her things: its digest stays, and the chain verifies as before."""
    for start in range(0, len(refs), AT_ONCE):
        about = Q()
        for ref in refs[start : start + AT_ONCE]:
            about |= Q(key=ref) | Q(key__startswith=f"{ref}:")
        erase_private(Entry.objects.filter(about))


when_erased(forget_salts)

holds("ledger.PrivateNote", mine=nothing, fields={"salt": SECRET, "facts": SECRET}, goes=True)
free("ledger.Account", "code book title", "Public, so never a person's name or contact.")
free("ledger.Entry", "key kind private_digest digest", "Opaque keys and digests.")
free("ledger.Seal", "book previous digest", "Digests.")
free("capacity.Pool", "ref", "A ref of a thing.")
free("capacity.Hold", "for_ref", "A ref of a thing.")
CARD = (
    "kind ref path title line picture_url picture_srcset picture_alt unit place maker badges"
    " name_key title_words words marks"
)
free("cards.Card", CARD, "Made of public things, and made anew when one of them changes.")
free("cards.CardFacet", "kind language name value", "Made of public things.")
free("cards.FacetValue", "kind language name value label", "Made of public things.")
