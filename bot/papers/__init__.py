"""Papers: receipts, notices, route cards and posters as PDF, signed so that anyone can tell a true one.

    dialogs.papers   what a paper says, as message ids and values
    wording          → both languages, as JSON (a sheet): what the outbox keeps
    codes, signing   the code in the QR, and the signature of the whole file
    printing         a sheet → PDF, by Typst and the fonts beside it
    posters          the wall's two posters, from the tables of the law

`drawing.Papers` is what the rest of the house asks.
"""
