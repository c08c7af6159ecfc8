"""Who may do what: every name of an address, how it may be asked, and its door (doors.py).

One line reads `"methods | door"`, or `"methods | whose door | whose door"` where somebody's own thing stands in the
address and another's has a door of its own: "own" and "other" are a maker's or a fund's, a "guess" is a token that was
never given. What is not declared fails, and so does what is declared and stands nowhere.
"""

from collections import defaultdict
from dataclasses import dataclass
from fnmatch import fnmatchcase

from tests.access.doors import DOORS

WHOSE = ("all", "own fund", "other fund", "own", "other", "guess")

OURS = {
    "For machines": {
        "healthz": "GET | anyone",
        "readyz": "GET | anyone",
        "manifest": "GET | anyone",
        "security-txt": "GET | anyone",
        "service-worker": "GET | anyone",
        "robots": "GET | anyone",
        "sitemap": "GET | anyone",
        "django.contrib.sitemaps.views.sitemap": "GET | anyone",
        "stories_feed": "GET | anyone",
        "stories_feed_in": "GET | anyone",
        "payments:stripe_webhook": "POST | anyone",
        "line_webhook": "POST | anyone",
        "media": "GET | anyone",
        "theme": "GET | nobody",
    },
    "For every reader": {
        "choose-language": "GET | anyone",
        "styleguide": "GET | anyone",
        "mailbox": "GET POST | demo",
        "offline": "GET | anyone",
        "status": "GET | anyone",
        "places:lookup": "GET | anyone",
        "cards:search": "GET | anyone",
        "short-link": "GET | anyone",
        "shop-link": "GET | anyone",
        "page": "GET POST | anyone",
        "wagtail_serve": "GET POST | anyone",
        "wagtaildocs_serve": "GET POST | anyone",
        "wagtaildocs_authenticate_with_password": "GET POST | nobody",
        "wagtailcore_authenticate_with_password": "GET POST | nobody",
        "wagtailcore_login": "GET POST | sign-in",
        "/th/_util/login/": "GET POST | sign-in",
    },
    "Signing in and one's account": {
        "account_login": "GET POST | anyone",
        "people:sign_in_code": "GET POST | sign-in",
        "people:password_sign_in": "GET POST | anyone",
        "people:pass": "GET POST | all anyone | guess nobody",
        "line_login": "GET POST | nobody",
        "line_callback": "GET POST | nobody",
        "socialaccount_login_cancelled": "GET | sign-in",
        "account_logout": "GET POST | anyone",
        "account_inactive": "GET | anyone",
        "account_reauthenticate": "GET POST | own passkey",
        "account_change_password": "GET POST | password",
        "account_set_password": "GET POST | password",
        "usersessions_list": "GET POST | people",
        "mfa_index": "GET | people",
        "mfa_authenticate": "GET POST | people",
        "mfa_reauthenticate": "GET POST | again",
        "mfa_activate_totp": "GET POST | app",
        "mfa_deactivate_totp": "GET POST | own app",
        "mfa_view_recovery_codes": "GET | own app",
        "mfa_generate_recovery_codes": "GET POST | app",
        "mfa_list_webauthn": "GET | people",
        "mfa_add_webauthn": "GET POST | app",
        "mfa_reauthenticate_webauthn": "GET POST | own passkey",
        "mfa_login_webauthn": ["GET | anyone", "POST | people"],
        "mfa_edit_webauthn": "GET POST | own app",
        "mfa_remove_webauthn": "GET POST | own app",
        "recovery:ask": "GET POST | anyone",
        "recovery:code": "GET POST | anyone",
        "recovery:who": "GET POST | anyone",
        "recovery:mine": "GET POST | anyone",
        "recovery:vouch": "GET POST | all vouchers | guess hidden",
        "recovery:stop": "GET POST | anyone",
        "me:index": "GET | people",
        "me:profile": "GET POST | people",
        "me:line": "GET POST | people",
        "me:contact": "GET POST | people",
        "me:contact_code": "GET POST | people",
        "me:page": "GET POST | people",
        "organisations:join": "GET POST | asked",
        "organisations:invitation": "GET POST | all anyone | guess nobody",
        "organisations:invitation_code": "GET POST | all anyone | guess nobody",
        "organisations:handed_over": "GET POST | anyone",
        "organisations:help_asked": "GET POST | all people | guess hidden",
    },
    "One's own data": {
        "privacy:index": "GET | own data",
        "privacy:prove": "GET POST | anyone",
        "privacy:prove_code": "GET POST | guest's code",
        "privacy:consents": ["GET | own data", "POST | own her data | other another's data"],
        "privacy:ask": "GET POST | own data",
        "privacy:copy": "POST | own data",
        "privacy:fetch": "GET | own her data | other another's data",
        "privacy:erase": "GET POST | own data",
        "privacy:take_back": "GET POST | all anyone | guess nobody",
    },
    "The shop": {
        "catalogue:index": "GET | anyone",
        "catalogue:category": "GET | anyone",
        "catalogue:detail": "GET | anyone",
        "catalogue:report": "GET POST | anyone",
        "basket:summary": "GET | anyone",
        "basket:voucher": "POST | anyone",
        "basket:add": "POST | anyone",
        "basket:change": "POST | anyone",
        "basket:remove": "POST | anyone",
        "basket:restore": "POST | anyone",
        "checkout:details": "GET POST | anyone",
        "checkout:places": "GET | anyone",
        "checkout:review": "GET POST | anyone",
        "checkout:elsewhere": "POST | anyone",
        "checkout:arrive": "GET POST | anyone",
        "orders:find": "GET POST | anyone",
        "orders:order": "GET | all anyone | guess nobody",
        "orders:receipt": "GET | all anyone | guess nobody",
        "orders:pay": "POST | all anyone | guess nobody",
        "orders:call_off": "POST | all anyone | guess nobody",
        "orders:again": "POST | all anyone | guess nobody",
        "orders:cancel": "POST | all anyone | guess nobody",
        "orders:arrived": "POST | all anyone | guess nobody",
        "pay:attempt": "GET POST | all anyone | guess nobody",
        "pay:start": "POST | all anyone | guess nobody",
        "pay:returned": "GET | all anyone | guess nobody",
        "pay:cancel": "POST | all anyone | guess nobody",
        "pay:qr": "GET | all anyone | guess nobody",
        "pay:refund_account": "GET POST | all anyone | other nobody | guess nobody",
    },
    "Funds": {
        "funds:funds": "GET | anyone",
        "funds:verifier": "GET | anyone",
        "funds:thanks": "GET | all anyone | guess nobody",
        "funds:receipt": "GET | all anyone | guess nobody",
        "funds:receipt_pdf": "GET | all anyone | guess nobody",
        "funds:fund": "GET | anyone",
        "funds:pledge": "GET POST | anyone",
        "funds:ledger": "GET | anyone",
        "funds:ledger_csv": "GET | anyone",
        "funds:ledger_json": "GET | anyone",
        "funds:ledger_atom": "GET | anyone",
    },
    "The desk": {
        "desk:today": "GET | people",
        "desk:help": "GET | people",
        "desk:choose_organisation": ["GET | people", "POST | chooser"],
        "desk:steps": "GET | members",
        "desk:about": "GET POST | members",
        "desk:helpers": "GET | members",
        "desk:hand_over": "POST | members",
        "desk:ask_for_help": "GET POST | owners",
        "desk:end_helper": "POST | own maker | other foreign",
        "desk:certificates": "GET | members",
        "desk:new_certificate": "GET POST | members",
        "desk:withdraw_certificate": "POST | own maker | other foreign",
        "desk:certificate_picture": "GET | own own certificate | other another's certificate",
        "desk:waiting_certificates": "GET | certifiers",
        "desk:certificate": "GET POST | certifiers",
        "desk:undo": "POST | people",
        "desk_members:people": "GET | helpers",
        "desk_members:welcome": "GET POST | helpers",
        "desk_members:pass": "POST | own own colleague | other others' colleague",
    },
    "The desk: the network itself": {
        "desk:site": "GET POST | admins",
        "desk:roles": "GET POST | admins",
        "desk:end_role": "GET POST | admins",
        "privacy_desk:overview": "GET | admins",
        "privacy_desk:new_request": "GET POST | admins",
        "privacy_desk:request": "GET POST | admins",
        "privacy_desk:new_breach": "GET POST | admins",
        "privacy_desk:breach": "GET POST | admins",
    },
    "The desk: invitations": {
        "desk_invitations:invitations": "GET | coordinators",
        "desk_invitations:new": "GET POST | coordinators",
        "desk_invitations:paste": "GET POST | coordinators",
        "desk_invitations:confirm": "POST | coordinators",
        "desk_invitations:cards": "GET | coordinators",
        "desk_invitations:invitation": "GET | coordinators",
        "desk_invitations:again": "POST | coordinators",
        "desk_invitations:withdraw": "POST | coordinators",
        "desk_invitations:card": "GET | coordinators",
        "desk_invitations:help_out": "POST | coordinators",
        "desk_invitations:helper": "POST | coordinators",
        "desk_invitations:hand_over": "POST | coordinators",
    },
    "The desk: goods": {
        "shop:shop": "GET | members",
        "shop:close": "POST | members",
        "shop:reopen": "POST | members",
        "shop:delivery": "GET POST | members",
        "shop:sheet": "GET | members",
        "goods:goods": "GET | members",
        "goods:begin": "GET | members",
        "goods:new": "GET POST | all members | other foreign",
        "goods:good": "GET | own maker | other foreign",
        "goods:edit": "GET POST | own maker | other foreign",
        "goods:keep": "POST | own maker | other foreign",
        "goods:preview": "GET POST | own maker | other foreign",
        "goods:stock": "POST | own maker | other foreign",
        "goods:pause": "POST | own maker | other foreign",
        "goods:resume": "POST | own maker | other foreign",
        "goods:withdraw": "POST | own maker | other foreign",
        "goods:copy": "POST | own maker | other foreign",
        "goods:photos": "GET | own maker | other foreign",
        "goods:photo_add": "POST | own maker | other foreign",
        "goods:photo_first": "POST | own maker | other foreign",
        "goods:photo_remove": "POST | own maker | other foreign",
        "review:queue": "GET | reviewers",
        "review:listing": "GET POST | reviewers",
        "review:change": "GET POST | reviewers",
        "review:report": "GET POST | reviewers",
    },
    "The desk: orders and money": {
        "desk_orders:orders": "GET | members",
        "desk_orders:order": "GET | own maker | other foreign",
        "desk_orders:step": "POST | own maker | other foreign",
        "desk_orders:send": "POST | own maker | other foreign",
        "desk_orders:handed_over": "POST | own maker | other foreign",
        "desk_orders:undo": "POST | own maker | other foreign",
        "desk_orders:cannot_send": "GET POST | own maker | other foreign",
        "desk_orders:slip": "GET | own maker | other foreign",
        "desk_money:money": "GET | members",
        "desk_money:statement": "GET | members",
        "desk_money:statement_pdf": "GET | members",
        "desk_money:sellers": "GET POST | treasurers",
        "payments_desk:slips": "GET | people",
        "payments_desk:slip": "GET POST | all treasurers' own | own fund steward | other fund hidden",
        "payments_desk:slip_picture": "GET | all treasurers' own | own fund steward | other fund hidden",
        "payments_desk:refunds": "GET | people",
        "payments_desk:refund": "GET POST | treasurers' own",
        "payments_desk:payouts": "GET | people",
        "payments_desk:payout": "GET POST | own fund judges | other fund treasurers' own",
        "payments_desk:payout_picture": "GET | own fund judges | other fund treasurers' own",
        "payments_desk:payout_account": "GET POST | treasurers",
        "payments_desk:own_account": "GET | members",
        "payments_desk:new_account": "GET POST | members",
        "payments_desk:holder": "GET | account keepers",
        "payments_desk:new_holder": "GET POST | account keepers",
        "payments_desk:judge_holder": "POST | account keepers",
    },
    "The desk: funds": {
        "funding_desk:funds": "GET | people",
        "funding_desk:charters": "GET | fund makers",
        "funding_desk:new_charter": "GET POST | fund makers",
        "funding_desk:charter": "GET | fund makers",
        "funding_desk:edit_charter": "GET POST | fund makers",
        "funding_desk:judge_charter": "POST | fund makers",
        "funding_desk:fund": "GET | own steward | other hidden",
        "funding_desk:new_payout": "GET POST | own steward | other hidden",
        "funding_desk:expenses": "GET | people",
        "funding_desk:new_expense": "GET POST | members",
        "funding_desk:expense": "GET POST | own steward | other hidden",
        "funding_desk:expense_picture": "GET | own payee | other hidden",
    },
}

# Borrowed screens: whole families of names, the first that fits counts, for all ways to ask. What each role may do
# inside is for their packages to ask; who comes in at all is ours.
STAFF = {
    "/cms/login/": "sign-in",
    "/cms/password_reset/": "sign-in",
    "/cms/logout/": "anyone",
    "wagtailadmin_login": "sign-in",
    "wagtailadmin_logout": "anyone",
    "wagtailadmin_password_reset": "sign-in",
    "wagtailadmin_password_reset_*": "nobody",
    "wagtailadmin_javascript_catalog": "anyone",
    "wagtailadmin_sprite": "anyone",
    "wagtail*": "pages",
    "card_chooser*": "pages",
    "districts:*": "pages",
    "/cms/*": "pages",
    "/dashboard/login/": "sign-in",
    "/dashboard/logout/": "anyone",
    "dashboard:login": "sign-in",
    "dashboard:logout": "anyone",
    "dashboard:order-list": "shop",
    "dashboard:order-detail": "shop",
    "dashboard:order-line-detail": "shop",
    "dashboard:order-stats": "shop",
    "dashboard:users-index": "shop",
    "dashboard:user-detail": "shop",
    "dashboard:partner-list": "shop",
    "dashboard:order-*": "closed",
    "dashboard:user-*": "closed",
    "dashboard:partner-*": "closed",
    "dashboard:reports-*": "closed",
    "dashboard:page-*": "closed",
    "dashboard:comms-*": "closed",
    "dashboard:shipping-method-*": "closed",
    "dashboard:catalogue-product-create*": "closed",
    "dashboard:catalogue-product-delete": "closed",
    "dashboard:catalogue-product-bulk-action": "closed",
    "dashboard:stock-alert-list": "closed",
    "dashboard:voucher-set-download": "closed",
    "dashboard:*": "shop",
    "/django-admin/login/": "sign-in",
    "/django-admin/logout/": "anyone",
    "/django-admin/password_change/": "anyone",
    "admin:login": "sign-in",
    "admin:logout": "anyone",
    "admin:password_change": "anyone",
    "admin:password_change_done": "staff",
    "admin:index": "staff",
    "admin:javascript-catalog": "anyone",
    "admin:jsi18n": "staff",
    "admin:view_on_site": "staff",
    "admin:app_list": "staff",
    "admin:taggit_tag_merge_tags": "staff",
    "admin:autocomplete": "sealed",
    "admin:*_add": "sealed",
    "admin:*_delete": "sealed",
    "admin:*": "look",
    "/django-admin/*/<path:object_id>/": "staff",
    "/django-admin/*": "staff",
}


@dataclass(frozen=True)
class Row:
    """One line of the table: an address, how it is asked, whose thing stands in it, and the door before it."""

    name: str
    method: str
    whose: str
    door: str

    def answer(self, role):
        return DOORS[self.door].answer(role)


def rows_of(name, declared):
    """Every row that a declaration stands for."""
    for line in [declared] if isinstance(declared, str) else declared:
        methods, *doors = line.split(" | ")
        for door in doors:
            whose, door = parted(door)
            yield from (Row(name, method, whose, door) for method in methods.split())


def parted(door):
    """(whose, the door): where only a door is named, the thing is everybody's."""
    whose = next((whose for whose in WHOSE if door.startswith(f"{whose} ") and door not in DOORS), "")
    return whose or "all", door.removeprefix(f"{whose} ") if whose else door


def rows():
    return [row for room in OURS.values() for name, declared in room.items() for row in rows_of(name, declared)]


def declared_names():
    return [name for room in OURS.values() for name in room]


def family_of(name):
    """The family among the borrowed screens, or None."""
    return next((family for family in STAFF if fnmatchcase(name, family)), None)


def families(names):
    """{family: its names}"""
    grouped = defaultdict(list)
    for name in names:
        grouped[family_of(name)].append(name)
    return grouped
