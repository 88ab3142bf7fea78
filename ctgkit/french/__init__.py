"""French as it should be printed: agreement, dates, numbers, and text made safe to show."""
