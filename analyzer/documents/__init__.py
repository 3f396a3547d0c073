"""The generated parts of README, model card and corpora's README, from measured figures."""
