"""The API for other systems: cases read without personal content, and cases handed down. See docs/api.md."""
