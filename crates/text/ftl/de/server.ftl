# server: Sätze auf Deutsch.
