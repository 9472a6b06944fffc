"""Institution: what the pages of an institution stand on: looks at its cases, forms for what it says, and how that is sent."""
