"""What each rule of `rules/dossier.toml` looks at: how the account turned, its times, whom it blames, its promises, its silence."""
