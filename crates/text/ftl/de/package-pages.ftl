# Packages on the pages and at the command line: upload, drafts, previews.
