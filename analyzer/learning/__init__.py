"""Corpora → a model folder: what is fitted with scikit-learn, and what its parts and more data are worth."""
