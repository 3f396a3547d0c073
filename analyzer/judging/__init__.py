"""Features → labels with probabilities, levels with reasons, circumstances, doubts: the model folder and what is read with it."""
