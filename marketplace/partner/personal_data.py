"""What this room keeps of people: next to nothing; its sellers are organisations."""

from network.people.personal_data_registry import LOOKED_FOR, POINTS, free, holds, nothing

holds("partner.Holiday", mine=nothing, fields={"by": POINTS})
free("partner.PickUpPoint", "public_id", "Drawn by lot.")
holds("partner.PickUpPointText", mine=nothing, fields=dict.fromkeys(["name", "address", "hours"], LOOKED_FOR))
free("partner.Partner", "code name public_id sends_from", "Of an organisation, public by its own wish.")
ADDRESS = "code first_name last_name line1 line2 line3 line4 state postcode search_text"
free("partner.PartnerAddress", ADDRESS, "Of an organisation; written by staff alone.")
free("partner.StockRecord", "partner_sku price_currency", "Of a thing that is sold.")
free("partner.ExchangeRate", "currency source", "Of a currency.")
