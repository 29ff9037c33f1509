"""The place "Find": who attends most, who stays so, who is passed around; and picking the cases."""
