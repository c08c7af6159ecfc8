"""The words of a pasted list: headings, kinds, districts and yes or no, as people write them in Thai or English."""

import re

from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import override

from network.places.models import District
from network.shell.identity import identity

from .models import Organisation

HEADINGS = {
    "name": "ชื่อ ชื่อภาษาไทย ชื่อกลุ่ม ชื่อสมาชิก ชื่อองค์กร ชื่อร้าน กลุ่ม องค์กร name nameinthai group organisation organization",
    "kind": "ประเภท ชนิด ประเภทองค์กร ประเภทกลุ่ม kind type",
    "district": "อำเภอ เขต district amphoe",
    "reach": "เบอร์ เบอร์โทร โทร โทรศัพท์ เบอร์โทรศัพท์ เบอร์โทรอีเมลหรือไลน์ อีเมล ไลน์ ไอดีไลน์ ติดต่อ ช่องทางติดต่อ "
    "phone telephone mobile contact email line lineid phoneemailorline",
    "person_name": "ผู้ดูแล ผู้ติดต่อ ชื่อผู้ติดต่อ คนดูแล ชื่อคน ผู้ประสาน person contactperson wholooksafterit",
    "sells": "ขาย ขายของ จะขาย จะขายของ sells willsell",
}
COLUMN_OF = {heading: column for column, headings in HEADINGS.items() for heading in headings.split()}
YES = {"", "ขาย", "ใช่", "จะขาย", "yes", "y", "1", "true", "✓"}
NO = {"ไม่ขาย", "ไม่", "ไม่ใช่", "no", "n", "0", "false"}
LANGUAGES = ["th", "en"]
FILLERS = re.compile(r"[\s.,:;/()_\-*]+")
AMPHOE = re.compile(r"^(?:อำเภอ|อ\.|amphoe\s+)\s*|\s+district$", re.IGNORECASE)


def folded(text):
    """Without blanks, punctuation and letter case."""
    return FILLERS.sub("", text).casefold()


class Words:
    """What a list may name, read once for all its rows."""

    def __init__(self):
        self.kinds = {folded(name): kind.value for kind in Organisation.Kind for name in names_of(kind)}
        self.districts = {}
        for district in District.objects.of_province(identity().province).with_texts():
            for text in district.texts.all():
                self.districts |= dict.fromkeys([folded(text.name), folded(text.short_name)], district)
            self.districts[folded(district.slug)] = district

    def kind(self, text):
        """The value of that kind. Raises ValidationError."""
        try:
            return self.kinds[folded(text)]
        except KeyError:
            raise ValidationError(_("We do not know the kind “%(text)s”.") % {"text": text}) from None

    def district(self, text):
        """That district of the province. Raises ValidationError."""
        found = self.districts.get(folded(text)) or self.districts.get(folded(AMPHOE.sub("", text)))
        if found is None:
            raise ValidationError(_("We do not know the district “%(text)s” in this province.") % {"text": text})
        return found


def names_of(kind):
    yield kind.value
    for language in LANGUAGES:
        with override(language):
            yield str(kind.label)
