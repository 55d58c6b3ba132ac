// Placeholder of Handbook until its first file.
