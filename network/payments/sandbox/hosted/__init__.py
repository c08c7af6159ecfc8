"""The hosted Checkout page: plain HTML in Thai and English, without scripts."""
