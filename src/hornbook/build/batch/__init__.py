"""One kit for each row of a table: rows in, kits and a manifest out. Rows come from strangers and may be many."""
