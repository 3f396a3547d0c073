"""What is promised: acts as worded → who, how far, by when, how strong, how checked → one ledger of promises."""
