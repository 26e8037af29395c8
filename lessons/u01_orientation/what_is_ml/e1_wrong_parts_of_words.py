"""Finds the words inside of other words, too."""

from sklearn.feature_extraction.text import CountVectorizer
from sklearn.naive_bayes import MultinomialNB
from sklearn.pipeline import make_pipeline


def rule_filter(messages, words):
    return [int(any(word in message for word in words)) for message in messages]


def learned_filter(train, y, test):
    return make_pipeline(CountVectorizer(), MultinomialNB()).fit(train, y).predict(test)
