"""Who may ask, from where, and what a refusal looks like."""

import json

import pytest
import stripe


@pytest.mark.parametrize("key", ["sk_live_0123456789", "pk_test_0123", "nonsense", "sk_test_", "sk_test_ไทย"])
def test_only_test_keys_are_let_in(sandbox, key):
    headers = {"Authorization": f"Bearer {key}".encode()}

    status, answered, body = sandbox.ask("GET", "/v1/events", headers=headers)

    assert (status, json.loads(body)["error"]["type"]) == (401, "invalid_request_error")
    assert answered["Request-Id"].startswith("req_")
    assert "0123" not in body


def test_the_client_calls_a_live_key_an_authentication_error(sandbox):
    client = stripe.StripeClient("sk_live_0123456789", base_addresses={"api": sandbox.url})

    with pytest.raises(stripe.AuthenticationError):
        client.v1.events.list()


def test_a_call_without_a_key_is_refused(sandbox):
    assert sandbox.ask("GET", "/v1/events")[0] == 401


def test_a_key_may_come_as_basic_authorisation(sandbox):
    headers = {"Authorization": "Basic c2tfdGVzdF8xMjM6"}  # sk_test_123: in base64

    assert sandbox.ask("GET", "/v1/events", headers=headers)[0] == 200


@pytest.mark.parametrize(
    "path", ["/v1/nothing", "/v1/customers", "/v1/checkout/sessions/../x", "/v1//[x", "/v1/events/%00"]
)
def test_an_unknown_call_is_a_404_in_stripes_shape(sandbox, path):
    headers = {"Authorization": "Bearer sk_test_1"}

    status, _, body = sandbox.ask("GET", path, headers=headers)

    assert (status, json.loads(body)["error"]["type"]) == (404, "invalid_request_error")


@pytest.mark.parametrize(
    "body",
    [
        b"\xff\xfe",
        b"a[b=1",
        b"%ff=%ff",
        b"mode=payment&mode[x]=1",
        b"[]=1",
        b"=",
        b"&" * 3000,
        b"a[b]=1&a=2",
        b"a" * 9999,
    ],
)
def test_a_malformed_body_is_a_400(sandbox, body):
    headers = {"Authorization": "Bearer sk_test_1", "Content-Type": "application/x-www-form-urlencoded"}

    status, _, answer = sandbox.ask("POST", "/v1/checkout/sessions", body, headers)

    assert status == 400
    assert "error" in json.loads(answer)


def test_an_address_that_is_none_is_a_404(sandbox):
    assert sandbox.ask("GET", "//[nowhere")[0] == 404


def test_a_body_over_a_megabyte_is_not_read(sandbox):
    headers = {"Authorization": "Bearer sk_test_1", "Content-Length": "1048577"}

    assert sandbox.ask("POST", "/v1/refunds", headers=headers)[0] == 413


@pytest.mark.parametrize("path", ["/v1/events", "/_control/state", "/c/pay/cs_test_1"])
def test_a_name_of_elsewhere_is_refused(sandbox, path):
    """A web page of elsewhere whose name was pointed at this machine reads nothing."""
    headers = {"Host": "evil.example", "Authorization": "Bearer sk_test_1"}

    assert sandbox.ask("GET", path, headers=headers)[0] == 403
