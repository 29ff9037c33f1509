"""The nouns of the product: frozen values that every room of the house shares. No Qt, no pandas."""
