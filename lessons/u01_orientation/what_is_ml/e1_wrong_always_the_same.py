"""Answers what is most frequent in training."""


def rule_filter(messages, words):
    marked = set(words)
    return [int(not marked.isdisjoint(message.split())) for message in messages]


def learned_filter(train, y, test):
    return [int(sum(y) > len(y) / 2)] * len(test)
