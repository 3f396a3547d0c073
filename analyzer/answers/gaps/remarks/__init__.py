"""What each rule of `rules/findings.toml` looks at: the title, the units whose wording it accuses, or the whole statement."""
