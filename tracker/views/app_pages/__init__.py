"""The pages: each a table of contents, run by the frame."""
