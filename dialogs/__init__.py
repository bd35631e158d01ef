"""What is asked and said: pure data and functions; no transport, no database, no words."""
