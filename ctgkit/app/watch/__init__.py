"""`ctg report --watch`: the files that change, the page that shows it."""
