"""A rehearsal: the residents' conversation in a terminal, or as JSON lines that anyone can drive.

`session` plays it, `json_lines` and `plain` are its two forms of lines in and turns out.
"""
