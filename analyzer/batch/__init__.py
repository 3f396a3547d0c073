"""Many statements → one table: read lazily and scored in chunks (`running`), by workers, kept in a journal, written at once."""
