"""Receive a file: its bytes, its hash, and what it truly is, whatever its name says."""

from flows.grammar.shown import shown_name
from flows.steps.receive.files import is_leftover, receive, workbooks_in
from flows.steps.receive.opening import LARGEST_FILE, fingerprint

__all__ = ["LARGEST_FILE", "fingerprint", "is_leftover", "receive", "shown_name", "workbooks_in"]
