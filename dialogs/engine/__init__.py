"""The engine that plays any dialog: it knows no dialog, no case and no words."""
