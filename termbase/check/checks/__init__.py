"""The checks, one file each, named as users name them."""
