"""The law of Japan (日本法): norms beside their case tables, and the dated tables they read."""
