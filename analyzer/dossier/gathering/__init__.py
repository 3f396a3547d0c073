"""Sources → dated statements → those of each incident: named as one, or grouped by what they share."""
