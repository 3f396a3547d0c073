"""Of which kind a dated step is: the wordings around the date → the rules → a fitted judge → what the other steps rule out."""
