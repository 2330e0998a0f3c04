"""What the data is: report types, periods, regions, findings. ``schemas.reports`` lists the report types.

Importing this package loads nothing; the modules that need Pandera are imported by whoever needs them.
"""
