"""What makes the shipped model from annotated data, repeatably."""
