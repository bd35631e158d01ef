"""Everything that touches the outside world: words, channels, web, documents, wiring.

Imports run one way: bot → storage → dialogs → cases.
"""
