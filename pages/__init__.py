"""The screens, one a file, and what they ask for (`intake`)."""
