"""What is reached with a browser: the residents' chat and the staff's desk, over one house."""
