"""A filter by a rule, and a filter that learns: steps written out, and another model."""

from sklearn.feature_extraction.text import CountVectorizer
from sklearn.linear_model import LogisticRegression


def rule_filter(messages, words):
    """Return 1 for each message in which one of the words occurs, else 0."""
    marked = set(words)
    return [0 if marked.isdisjoint(message.split()) else 1 for message in messages]


def learned_filter(train, y, test):
    """Learn from the messages in train and their labels y; return the labels of the messages in test."""
    counter = CountVectorizer()
    model = LogisticRegression().fit(counter.fit_transform(train), y)
    return model.predict(counter.transform(test)).tolist()
