"""Views, turned into words: Fluent messages, our own dates, Babel's numbers, Tibetan's orthography.

`texts` says what a view holds; `tibetan` checks spelling; `python -m bot.words.lint` checks every message
against what the dialogs use, and `python -m bot.words.ledger` keeps the review ledger current. Fluent and
Babel are known here alone.
"""
