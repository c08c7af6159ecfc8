"""What has happened with a payment; receivers do nothing but promise something for later."""

from django.dispatch import Signal

holder_replaced = Signal()  # before, after: the network receives into another account
part_fulfilled = Signal()  # part
part_returned = Signal()  # part: the money came, the thing was gone
attempt_closed = Signal()  # attempt: ended without money
attempt_needs_review = Signal()  # attempt: a wrong amount or currency came
slip_handed_in = Signal()  # slip
slip_judged = Signal()  # slip
refund_ended = Signal()  # refund: succeeded, failed or cancelled
refund_needs_account = Signal()  # refund: the payer is asked where to send it
