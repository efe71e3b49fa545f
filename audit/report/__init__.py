"""From a record to every string, number and picture that a page shows."""
