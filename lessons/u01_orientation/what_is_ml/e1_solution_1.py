"""A filter by a rule, and a filter that learns: counts of words and naive Bayes."""

from sklearn.feature_extraction.text import CountVectorizer
from sklearn.naive_bayes import MultinomialNB
from sklearn.pipeline import make_pipeline


def rule_filter(messages, words):
    """Return 1 for each message in which one of the words occurs, else 0."""
    return [int(any(word in words for word in message.split())) for message in messages]


def learned_filter(train, y, test):
    """Learn from the messages in train and their labels y; return the labels of the messages in test."""
    return make_pipeline(CountVectorizer(), MultinomialNB()).fit(train, y).predict(test)
