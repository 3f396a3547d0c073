"""What a statement is about, or is: the traits on which it hangs which items, findings and questions apply."""
