"""What was promised and what became of it: vows → signs in later sentences → a verdict → an outcome for each."""
