"""What every way into the program asks for: opened termbases, checks of files, the files of a build.

Nothing here knows the command line. What is opened is held by objects, which notice that a file has changed and may
be used by several threads.
"""
