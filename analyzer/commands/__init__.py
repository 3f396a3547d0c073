"""What each command does: arguments in, one call, print. Nothing heavy is imported before a command needs it."""
