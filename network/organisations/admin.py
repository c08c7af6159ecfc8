from django.contrib import admin

from network.people.admin import ReadOnly

from .models import (
    Delegate,
    DelegateLog,
    Dimension,
    Invitation,
    Membership,
    NetworkRole,
    Organisation,
    Recovery,
    RecoveryStep,
    Suspension,
)


@admin.register(Organisation)
class OrganisationAdmin(ReadOnly):
    list_display = ["slug", "kind", "legal_form", "district", "is_fictional"]
    list_filter = ["kind", "legal_form", "is_fictional"]
    search_fields = ["slug", "texts__name", "registration_number"]
    list_select_related = ["district"]


@admin.register(Membership)
class MembershipAdmin(ReadOnly):
    list_display = ["user", "organisation", "role", "since", "ended_at"]
    list_select_related = ["user", "organisation"]


@admin.register(Delegate)
class DelegateAdmin(ReadOnly):
    list_display = ["user", "organisation", "granted_by", "granted_at", "until", "revoked_at"]
    list_select_related = ["user", "organisation", "granted_by"]


@admin.register(DelegateLog)
class DelegateLogAdmin(ReadOnly):
    list_display = ["at", "delegate", "deed", "ref"]
    list_select_related = ["delegate__user", "delegate__organisation"]


@admin.register(Invitation)
class InvitationAdmin(ReadOnly):
    list_display = ["invited_at", "organisation", "contact", "invited_by", "expires_at", "accepted_at", "withdrawn_at"]
    list_select_related = ["organisation", "invited_by"]
    exclude = ["digest"]


@admin.register(NetworkRole)
class NetworkRoleAdmin(ReadOnly):
    list_display = ["user", "role", "granted_by", "granted_at", "ended_at"]
    list_select_related = ["user", "granted_by"]


@admin.register(Suspension)
class SuspensionAdmin(ReadOnly):
    list_display = ["organisation", "by", "at", "reason", "lifted_at"]
    list_select_related = ["organisation", "by"]


@admin.register(Recovery)
class RecoveryAdmin(ReadOnly):
    list_display = ["asked_at", "user", "first_voucher", "second_voucher", "opens_at", "used_at", "stopped_at"]
    list_select_related = ["user", "first_voucher", "second_voucher"]
    exclude = ["token"]


@admin.register(RecoveryStep)
class RecoveryStepAdmin(ReadOnly):
    list_display = ["at", "recovery", "deed", "by", "ip"]
    list_select_related = ["recovery__user", "by"]


admin.site.register(Dimension, ReadOnly)
