"""The province of the demo, of development and of the tests. No other site loads this."""

PROVINCE_CODE = "90"
NETWORK_NAME = {"th": "เครือข่ายพลเมืองสงขลา", "en": "Songkhla Civic Network"}
