// Placeholder of Extraction until its first file.
