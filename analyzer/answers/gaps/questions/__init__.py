"""The rules of questions → the words of the statement that each takes up → the questions asked, most telling first."""
