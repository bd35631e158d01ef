"""The preview sheet: every dialog drawn from its data, every message in both languages, on one page.

`samples` fills what a message leaves open; `graph` draws a dialog's questions and conditions; `probing`
finds what a question refuses; `scenes` are the views outside any dialog; `sheet` puts the page together.
"""
