"""One picture for each product, a family of goods per module; importing a module registers its pictures."""
