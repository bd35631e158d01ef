"""What both web applications need: headers, pages, static files, the check of a form's origin, health."""
