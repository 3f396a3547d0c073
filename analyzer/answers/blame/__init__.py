"""On whom the fault is laid: who is named and acts → whom a cause names → whose fault a unit tells → the share of each."""
