"""What others may know of a person, and single one out together: one file each, for columns."""
