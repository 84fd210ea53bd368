# catalog: sentences in English.
