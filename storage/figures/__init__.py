"""Figures counted by the database, for one pair of eyes and any period."""
