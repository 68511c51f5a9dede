"""The command line. Each command has its own file: it parses options, calls the library, and prints the result."""
