"""The place "Deep dive": one person’s journey, the chronology beside it, everybody on the left."""
