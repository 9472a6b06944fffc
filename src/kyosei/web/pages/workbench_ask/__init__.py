"""An inquiry to another public office about an application."""
