"""One statement → units, GiNZA's parse of them and the features that the parse shows."""
