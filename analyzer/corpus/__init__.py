"""Labelled statements checked and counted."""
