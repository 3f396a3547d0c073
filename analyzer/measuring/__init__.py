"""Readings against what annotators said: metrics with intervals, baselines, agreement, and what parts and more data are worth."""
