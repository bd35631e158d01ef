"""The residents' web chat: one page shaped for a phone, whole without JavaScript and live with it."""
