// Placeholder of Web until its first file.
