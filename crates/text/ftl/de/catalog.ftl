# catalog: Sätze auf Deutsch.
