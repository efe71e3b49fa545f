"""Numbers, codes and addresses that point at one person: one file a family."""
