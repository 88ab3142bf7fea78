"""What is asked of a pilot before the committee meets."""
