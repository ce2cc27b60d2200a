"""A Marking on paper and screen: one module per output."""
