"""Read a submission: every sheet with every cell as the person sees it, at its own address."""

from flows.steps.read.workbook import content_sha256, read

__all__ = ["content_sha256", "read"]
