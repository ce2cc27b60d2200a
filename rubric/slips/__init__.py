"""Factual slips: claims are read, compared with the pack, and what disagrees is said with its source. No embeddings here."""
