"""What `audit init` reads off a table it has never seen: shapes, never a person's value."""
