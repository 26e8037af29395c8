"""Counts the words of the test by a vocabulary of their own."""

from sklearn.feature_extraction.text import CountVectorizer
from sklearn.naive_bayes import MultinomialNB


def rule_filter(messages, words):
    marked = set(words)
    return [int(not marked.isdisjoint(message.split())) for message in messages]


def learned_filter(train, y, test):
    model = MultinomialNB().fit(CountVectorizer(max_features=30).fit_transform(train), y)
    return model.predict(CountVectorizer(max_features=30).fit_transform(test))
