# client: sentences in English.
