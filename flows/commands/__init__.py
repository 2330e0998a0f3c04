"""What each command of ``ikm`` does with its options: read them, call the flow, show the result."""
