"""Where each action stands on a day, as the screen, a sheet and a page show it."""
