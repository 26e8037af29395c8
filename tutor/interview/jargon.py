"""How technical a text sounds: terms of the trade, and the length of its sentences."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache

TERMS = """
    accuracy, activation, ANN, API, algorithm, anomaly detection, ARIMA, AUC, autoencoder, backprop,
    backpropagation, bagging, batch, batch size, Bayesian, BERT, bias-variance, binary classification,
    boosting, bootstrap, calibration, CatBoost, centroid, CI/CD, class imbalance, classifier, CNN,
    coefficient, collinearity, confidence interval, confusion matrix, convergence, convolution,
    correlation, cosine similarity, covariance, covariate shift, cross entropy, cross-entropy,
    cross-validation, DAG, data drift, decision tree, deep learning, dimensionality, distribution,
    Docker, drift, dropout, early stopping, eigenvector, embedding, encoder, endpoint, ensemble,
    entropy, epoch, ETL, F1, false negative, false positive, feature engineering, feature importance,
    feature store, features, fine-tune, fine-tuning, GAN, generalise, generalize, Gini, gradient,
    gradient descent, GPU, grid search, ground truth, heteroscedastic, hold-out, holdout,
    hyperparameter, hyperparameters, hypothesis test, imbalanced, imputation, inference, k-means, Kafka,
    kernel, kNN, Kubernetes, L1, L2, label leakage, lasso, latency, latent, leakage, learning rate,
    LightGBM, likelihood, linear regression, LLM, log loss, log-likelihood, logistic regression, logit,
    logits, loss function, LSTM, macro average, MAE, MapReduce, max-pooling, mini-batch, MLOps, MLP,
    model registry, MSE, multicollinearity, naive Bayes, nearest neighbour, neural net, neural network,
    NLP, normalisation, normalization, null hypothesis, one-hot, optimiser, optimizer, outlier,
    outliers, overfit, overfits, overfitting, p-value, p95, p99, parameter, parameters, PCA, percentile,
    perceptron, pipeline, posterior, PR curve, precision, principal component, production traffic,
    pruning, PyTorch, quantile, R2, RAG, random forest, recall, regression, regressor, regularisation,
    regularization, ridge, RMSE, RNN, ROC, sampling bias, scikit-learn, SGD, shadow mode, SHAP, sigmoid,
    SMOTE, softmax, sparsity, SQL, standard deviation, stochastic, stratified, supervised learning, SVM,
    t-SNE, target encoding, TensorFlow, test set, TF-IDF, threshold, throughput, time series, tokeniser,
    tokenizer, training set, transfer learning, transformer, true positive, type I error, underfit,
    underfitting, unsupervised, validation set, variance, vector database, weights, word2vec, XGBoost,
    z-score
"""
WORD = re.compile(r"[^\W_]+(?:[-'’/][^\W_]+)*")
SENTENCE = re.compile(r"[.!?]+(?:\s+|$)|\n+")
LONG = 22.0
"""Words a sentence from which on a listener without the terms is lost."""
MANY = 4.0
"""Terms in 100 words from which on the same holds."""
FEW = 2.0
"""Terms in 100 words below which an engineer hears little."""


@dataclass(frozen=True, slots=True)
class Meter:
    """What the meter shows."""

    words: int
    terms: tuple[str, ...]
    """The terms of the trade, each once, as they were written."""
    count: int
    """How often any of them stands."""
    sentence: float
    """Words a sentence, on average."""

    @property
    def density(self) -> float:
        """Terms in 100 words."""
        return 100 * self.count / self.words if self.words else 0.0


def meter(text: str) -> Meter:
    """The jargon in a text."""
    found = [each[0] for each in _sign().finditer(text)]
    count = len(WORD.findall(text))
    sentences = sum(bool(WORD.search(each)) for each in SENTENCE.split(text))
    once = {each.lower(): each for each in reversed(found)}
    return Meter(count, tuple(reversed(once.values())), len(found), count / sentences if sentences else 0.0)


def plain_enough(found: Meter) -> tuple[str, ...]:
    """What keeps a client from following, in sentences; none for plain words."""
    said = []
    if found.density > MANY:
        words = ", ".join(found.terms[:4])
        said.append(
            f"{found.density:.0f} of 100 words are jargon ({words}): say what they mean for the client."
        )
    elif found.terms:
        said.append(f"Explain or drop: {', '.join(found.terms[:4])}.")
    if found.sentence > LONG:
        said.append(f"{found.sentence:.0f} words a sentence: make two of one.")
    return tuple(said)


def exact_enough(found: Meter) -> tuple[str, ...]:
    """What an engineer misses, in sentences; none for exact words."""
    if found.words and found.density < FEW:
        return ("An engineer hears few terms here: name the model, the data and the metric.",)
    return ()


@cache
def _sign() -> re.Pattern[str]:
    """Any of the terms, longer ones first, with a plural s."""
    terms = sorted((each.strip() for each in " ".join(TERMS.split()).split(",")), key=len, reverse=True)
    plural = (f"{re.escape(each)}(?:s|es)?" for each in terms)
    return re.compile(rf"(?<![\w-])(?:{'|'.join(plural)})(?![\w-])", re.I)
