"""The levels of an entry read into the fields of the model."""
