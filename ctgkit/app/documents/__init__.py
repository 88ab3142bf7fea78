"""Documents: what is asked, made of a plan or many, and where it goes."""
