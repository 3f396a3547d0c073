"""Readings against what annotators said: metrics with intervals, baselines, agreement."""
