"""What an officer writes about an application, step by step."""
