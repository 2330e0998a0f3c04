"""Receive a file: its bytes, its hash, and what it truly is, whatever its name says."""

from flows.steps.receive.files import LARGEST_FILE, is_leftover, receive, shown_name, workbooks_in

__all__ = ["LARGEST_FILE", "is_leftover", "receive", "shown_name", "workbooks_in"]
