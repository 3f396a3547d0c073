"""A report for the eye: terminal, page, table. Nothing here judges."""
