"""What is kept between two runs in the user's cache folder: each item under a name that says what it was made of.

`folder` owns the folder, `knowledge` is the fingerprint of the program, `place` names what is made of a file.
"""
