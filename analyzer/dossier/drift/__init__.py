"""What the announcements tell differently: one module a matter, each told as `telling.Told`, held against each other in `matters.py`."""
