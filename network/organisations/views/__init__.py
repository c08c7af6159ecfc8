"""The pages on which people come to an organisation."""
