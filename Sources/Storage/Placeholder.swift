// Placeholder of Storage until its first file.
