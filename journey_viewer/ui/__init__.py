"""The windows. Everything here shows a Session and asks the Store for another."""
