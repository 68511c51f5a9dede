"""The services that every interface of the program uses: open termbases, check files, write the files of a build.

Nothing here depends on the command line. Opened termbases are held by objects, which reopen a file that has changed
and may be used by several threads.
"""
