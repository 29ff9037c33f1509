"""The whole list, not one person: who attends, who stays a frequent attender, what changed. Written once as ibis expressions."""
