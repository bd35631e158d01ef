"""The staff's desk: sign-in, the queue, a case and its moves, the account."""
