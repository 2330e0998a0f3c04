"""The nightly page: one file that a browser shows without a network."""
