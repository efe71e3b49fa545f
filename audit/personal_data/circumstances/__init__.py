"""What tells of a life: prices paid, relatives left behind, what people are persecuted for."""
