"""Bytes → statements: encodings, one input with its title and date, tables of many, and what is turned away."""
