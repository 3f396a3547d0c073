"""What happened, out of all announcements: the steps of each → one merged course → the first moment of each kind."""
