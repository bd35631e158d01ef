"""Moves told to other systems: as CloudEvents, signed, to addresses the office set."""
