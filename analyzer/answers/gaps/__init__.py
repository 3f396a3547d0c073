"""What is missing: the checklist of a good disclosure → findings on the wording or the whole → questions to send, each with a quote."""
