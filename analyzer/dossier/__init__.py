"""Several announcements of one incident → one dossier: gathered, read, set in one course, compared, their promises followed."""
