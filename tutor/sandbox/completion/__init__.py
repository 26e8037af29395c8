"""Completion of Python source: the client, and the confined process in which jedi reads what is typed."""
