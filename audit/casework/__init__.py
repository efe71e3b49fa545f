"""What the generators of synthetic case studies share: notes with planted identifiers, exact shares."""
