"""What pages and Wagtail keep of people: who wrote and judged, and names in the midst of words, which a person looks at."""

from django.apps import apps

from network.people.personal_data import rows_about
from network.people.personal_data_registry import (
    EVERY,
    LOOKED_FOR,
    POINTS,
    by_user,
    candidates,
    emptied,
    free,
    holds,
    nothing,
    written_over,
)

from .models.public_page import PublicPage

for model in apps.get_app_config("cms").get_models():
    if issubclass(model, PublicPage):
        words = [one.name for one in candidates(model) if one.name != "version"]
        holds(model._meta.label, mine=nothing, fields=dict.fromkeys(words, LOOKED_FOR))
free("cms.InfoPage", "version", "Which wording.")
holds(
    "cms.Picture",
    mine=nothing,
    fields={
        "uploaded_by_user": POINTS,
        **dict.fromkeys(["title", "description", "alt_th", "alt_en", "credit", "consent_file"], LOOKED_FOR),
    },
)
free(
    "cms.Picture", "file file_hash stored", "A picture; who may be seen on it has agreed in writing, and may end that."
)
free("cms.PictureRendition", "filter_spec file focal_point_key", "Files made of a picture, deleted with it.")

holds("wagtailcore.Page", mine=nothing, fields={"owner": POINTS, "locked_by": POINTS})
PAGE = ("title", "draft_title", "seo_title", "search_description")
holds("wagtailcore.Page", mine=nothing, fields=dict.fromkeys(PAGE, LOOKED_FOR))
free("wagtailcore.Page", "path slug url_path", "Addresses.")
holds("wagtailcore.Revision", mine=nothing, fields={"user": POINTS, "content": LOOKED_FOR})
holds("wagtailcore.Revision", mine=rows_about, fields={"object_str": written_over()})
free("wagtailcore.Revision", "object_id", "A number.")
holds("wagtailcore.ModelLogEntry", mine=nothing, fields={"user": POINTS})
holds(
    "wagtailcore.ModelLogEntry", mine=rows_about, fields={"label": written_over(), "data": written_over({}, told=False)}
)
free("wagtailcore.ModelLogEntry", "action object_id", "What was done, to which number.")
holds("wagtailcore.PageLogEntry", mine=nothing, fields={"user": POINTS, "label": LOOKED_FOR, "data": LOOKED_FOR})
free("wagtailcore.PageLogEntry", "action", "What was done.")
holds(
    "wagtailcore.APIToken", mine=by_user(), fields={"user": POINTS, "name": emptied(), "key_hash": emptied()}, goes=True
)
free("wagtailcore.APIToken", "prefix", "The beginning of a key.")
holds(
    "wagtailcore.UploadedFile",
    mine=by_user("uploaded_by_user"),
    fields={"file": emptied(), "uploaded_by_user": POINTS},
    goes=True,
)
holds("wagtailcore.WorkflowState", mine=nothing, fields={"requested_by": POINTS})
free("wagtailcore.WorkflowState", "object_id", "A number.")
holds("wagtailcore.TaskState", mine=nothing, fields={"finished_by": POINTS, "comment": LOOKED_FOR})
holds(
    "wagtailcore.Comment", mine=by_user(), fields={"user": POINTS, "text": emptied()}, facts=["created_at"], goes=True
)
holds("wagtailcore.Comment", mine=nothing, fields={"resolved_by": POINTS})
free("wagtailcore.Comment", "contentpath position", "Where on a page.")
holds("wagtailcore.CommentReply", mine=by_user(), fields={"user": POINTS, "text": emptied()}, goes=True)
holds("wagtailcore.PageSubscription", mine=by_user(), fields={"user": POINTS}, facts=["page"], goes=True)
SITE = "Of the site and its ways of working, not of people."
for name in ("Locale", "Site", "CollectionViewRestriction", "Collection", "Workflow", "Task", "PageViewRestriction"):
    free(f"wagtailcore.{name}", EVERY, SITE)
free("wagtailcore.ReferenceIndex", EVERY, "Which thing names which: numbers and paths.")
holds(
    "wagtailusers.UserProfile",
    mine=by_user(),
    fields={"user": POINTS, "avatar": emptied(), **dict.fromkeys(["current_time_zone", "dismissibles"], emptied())},
    goes=True,
)
free("wagtailusers.UserProfile", "preferred_language", "A language.")
holds("wagtailadmin.EditingSession", mine=by_user(), fields={"user": POINTS}, goes=True)
free("wagtailadmin.EditingSession", "object_id", "A number.")
holds("wagtailadmin.FormState", mine=by_user(), fields={"user": POINTS, "data": emptied(told=False)}, goes=True)
free("wagtailadmin.FormState", "object_id parent_object_id", "Numbers.")
for library in ("wagtaildocs.Document", "wagtailimages.Image"):
    words = ["title"] if library == "wagtaildocs.Document" else ["title", "description"]
    holds(library, mine=nothing, fields={"uploaded_by_user": POINTS, **dict.fromkeys(words, LOOKED_FOR)})
    free(library, "file file_hash", "Uploaded by staff for everybody to read; what it says, its title tells.")
free("wagtailimages.Rendition", EVERY, "Files made of a picture, deleted with it.")
holds("wagtailforms.FormSubmission", mine=nothing, fields={"form_data": LOOKED_FOR})
free("wagtailredirects.Redirect", EVERY, "Addresses.")
free("wagtailembeds.Embed", EVERY, "What another site says of its own public video.")
free("wagtailsearch.IndexEntry", EVERY, "Made of pages, and made anew when one changes.")
free("wagtailsearch.SQLiteFTSIndexEntry", EVERY, "Made of pages, and made anew when one changes.")
LOCALIZE = {"StringTranslation": ["last_translated_by"], "SegmentOverride": ["last_translated_by"]}
for name, people in LOCALIZE.items():
    holds(f"wagtail_localize.{name}", mine=nothing, fields=dict.fromkeys(people, POINTS))
WORDS = {"StringTranslation": ["data"], "SegmentOverride": ["data_json"], "String": ["data"], "Template": ["template"]}
for name, fields in {
    **WORDS,
    "TranslationSource": ["object_repr", "content_json"],
    "OverridableSegment": ["data_json"],
}.items():
    holds(f"wagtail_localize.{name}", mine=nothing, fields=dict.fromkeys(fields, LOOKED_FOR))
for name in (*LOCALIZE, *WORDS, "TranslationSource", "OverridableSegment", "TranslationContext", "StringSegment"):
    free(f"wagtail_localize.{name}", EVERY, "How pages are translated: paths and digests.")
free("taggit.Tag", EVERY, "Words for pictures.")
