"""Reading of uncertain historical dates: text in, sets of instants and relations to events out."""
