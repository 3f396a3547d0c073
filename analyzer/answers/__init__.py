"""A judged statement → the four complaints, a folder each: `timeline`, `promises`, `blame`, `gaps`; `judges` are the fitted ones."""
