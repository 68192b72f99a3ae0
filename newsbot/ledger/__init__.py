"""What a site published on each day, and how much of it was listed and kept."""
