"""Corpora → a model folder: what is fitted with scikit-learn."""
