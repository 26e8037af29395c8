"""The second opinion: what is sent, what comes back, and what is believed of it."""
