"""The code exercises, one in each module, and what some of them share."""
