"""How people are told: LINE with its monthly quota, SMS, and what may not wait until the evening."""

from datetime import time

from .environment import env

LINE_PUSH_TOKEN = env("LINE_PUSH_TOKEN", default="")
# The Official Account's own secret, another than the sign-in channel's: it signs who follows and who leaves.
LINE_PUSH_SECRET = env("LINE_PUSH_SECRET", default="")
# As people search for it, with its @: where somebody whom LINE does not let us write to adds it.
LINE_ACCOUNT = env("LINE_ACCOUNT", default="")
# Only obeyed together with keys that begin with `test-`: it points sign-in and pushes at the local look-alike.
LINE_API_BASE = env("LINE_API_BASE", default="")
# What a month allows until LINE itself has said so, and how much of it only what is urgent may use.
LINE_MONTHLY_QUOTA = env.int("LINE_MONTHLY_QUOTA", default=300)
LINE_QUOTA_RESERVE = env.int("LINE_QUOTA_RESERVE", default=100)
LINE_DIGEST_AT = time(18, 0)

SMS_GATEWAY_URL = env("SMS_GATEWAY_URL", default="")
# Codes go nowhere else: strangers would let us pay for messages to costly numbers.
SMS_REGIONS = env.list("SMS_REGIONS", default=["TH", "MY", "SG"])
SMS_GATEWAY_TOKEN = env("SMS_GATEWAY_TOKEN", default="")
SMS_GATEWAY_TO = env("SMS_GATEWAY_TO", default="to")
SMS_GATEWAY_TEXT = env("SMS_GATEWAY_TEXT", default="text")

# How soon a message is to be read, by the beginning of its template's name; what stands in neither waits, over LINE,
# for the evening's digest. The first touch a person's account: they come at once whatever she has chosen.
MESSAGES_OF_SAFETY = [
    "people/messages/",
    "organisations/messages/recovery_",
    "organisations/messages/role_",
    "privacy/messages/",
    "organisations/messages/asked",
    "organisations/messages/invitation",
    "organisations/messages/delegate",
    "payments/messages/account_",
]
MESSAGES_AT_ONCE = [
    "order/messages/",
    "consignments/messages/",
    "payments/messages/payout_",
    "funding/messages/pledge_received",
]
