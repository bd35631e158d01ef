"""Promises about papers: what stands on them, how they look, and that a false one is told."""
