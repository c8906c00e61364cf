"""YAML text becomes data with a place for every key and value; inline markup becomes runs."""
