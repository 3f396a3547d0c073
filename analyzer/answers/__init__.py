"""A judged statement → the four complaints: course of events, promises, blame, what is missing, findings, questions."""
