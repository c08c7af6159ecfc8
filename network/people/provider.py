"""LINE for allauth, strictly: who she is stands in a signed token, made for this channel and for this very visit.

allauth's own provider asks LINE's profile and has no nonce. It finds ours by this module's name.
"""

import base64
import hashlib

import jwt
from allauth.socialaccount.providers.line.provider import LineProvider as AllauthsProvider
from allauth.socialaccount.providers.oauth2.client import OAuth2Error
from allauth.socialaccount.providers.oauth2.utils import generate_code_challenge
from allauth.socialaccount.providers.oauth2.views import OAuth2Adapter

from . import line

LEEWAY = 60  # seconds that our clock and theirs may be apart
NEEDED = ["sub", "exp", "iat", "nonce"]


class LineAdapter(OAuth2Adapter):
    provider_id = "line"
    nonce = ""

    @property
    def authorize_url(self):
        return line.login_page("/oauth2/v2.1/authorize")

    @property
    def access_token_url(self):
        return line.login_address("/oauth2/v2.1/token")

    def get_access_token_data(self, request, app, client, pkce_code_verifier=None):
        self.nonce = nonce_of(pkce_code_verifier)
        return super().get_access_token_data(request, app, client, pkce_code_verifier)

    def complete_login(self, request, app, token, *, response):
        claims = self.read_token(app, response.get("id_token", ""))
        told = {"userId": claims["sub"], "displayName": claims.get("name", "")}
        return self.get_provider().sociallogin_from_response(request, told)

    def read_token(self, app, id_token):
        """What LINE signs with the channel's own secret. Raises OAuth2Error."""
        options = {"algorithms": ["HS256"], "leeway": LEEWAY, "options": {"require": NEEDED}}
        try:
            claims = jwt.decode(id_token, app.secret, audience=app.client_id, issuer=line.ISSUER, **options)
        except jwt.PyJWTError as error:
            raise OAuth2Error("The id token is not good.") from error
        if claims["nonce"] != self.nonce:
            raise OAuth2Error("The id token was made for another visit.")
        return claims


class LineProvider(AllauthsProvider):
    oauth2_adapter_class = LineAdapter

    def get_pkce_params(self):
        """The nonce goes with them: both follow from the secret that stays in this browser's session."""
        made = generate_code_challenge()
        return made | {"nonce": nonce_of(made["code_verifier"])}


def nonce_of(verifier):
    """Not the challenge, which is a plain digest and stands in the same address."""
    digest = hashlib.sha256(f"nonce:{verifier}".encode()).digest()
    return base64.urlsafe_b64encode(digest).decode().rstrip("=")


provider_classes = [LineProvider]
