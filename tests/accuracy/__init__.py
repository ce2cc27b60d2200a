"""Labelled statements and the script that scores them."""
