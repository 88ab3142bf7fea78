"""When each action is, as the screen, a sheet, a page and an agenda show it."""
