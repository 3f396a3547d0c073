"""Japanese dates and times: wordings → points in time → expressions resolved against what was said before."""
