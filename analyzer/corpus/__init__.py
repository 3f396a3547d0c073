"""Labelled statements and details read, checked and counted."""
