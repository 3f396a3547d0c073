"""What happened when: dates as worded → days → steps of a kind each → one course of events and the time between them."""
