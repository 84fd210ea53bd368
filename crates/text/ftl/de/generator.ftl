# generator: Sätze auf Deutsch.
