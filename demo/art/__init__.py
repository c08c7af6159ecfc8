"""Original illustrations of the demo, drawn from code and rendered once."""
