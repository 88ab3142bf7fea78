"""What several rules ask of a plan, found once."""
