"""Figures as they are shown: counted for a period and the year before, drawn, exported, reported."""
