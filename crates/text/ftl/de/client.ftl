# client: Sätze auf Deutsch.
