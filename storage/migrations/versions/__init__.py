"""One file a step; numbered, each with its reason."""
