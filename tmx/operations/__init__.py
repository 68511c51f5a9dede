"""Operations on whole memories: convert, merge, clean, filter, split, compare, count."""
