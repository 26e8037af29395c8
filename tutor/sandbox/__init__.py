"""The processes that run code: the client side, and what runs in the child."""
