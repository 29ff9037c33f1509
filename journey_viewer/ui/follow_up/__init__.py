"""The place "Follow up": what became of what was agreed, and the meetings that were held."""
