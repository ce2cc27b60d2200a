"""How text is read, source or essay alike: documents, paragraphs, parse, vectors, names, times, mentions."""
