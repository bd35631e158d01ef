"""What happens to a matter: the law's paths, moves, clocks and notices.

Pure: no transport, no database, no words. Everything here is a table or a function of its arguments;
today's date, the random source and the office are handed in.
"""
