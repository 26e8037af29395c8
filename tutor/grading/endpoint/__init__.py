"""A language model's second opinion on an answer in words: off unless asked for, verified word by word."""
