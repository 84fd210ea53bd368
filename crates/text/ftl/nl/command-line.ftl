# Wat de opdrachtregel van elk programma zelf zegt.

command-line-usage = Gebruik:
command-line-options = Opties
command-line-options-name = OPTIES
command-line-arguments = Argumenten
command-line-verbs = Werkwoorden
command-line-verb-name = WERKWOORD
command-line-help = Toont deze hulp en eindigt.
command-line-version = Toont de versie en eindigt.

command-line-misuse =
    { $reason }
    “{ $program } --help” toont het gebruik.
command-line-argument-unknown = Het argument “{ $argument }” bestaat hier niet.
command-line-argument-missing = Het argument “{ $argument }” ontbreekt.
command-line-argument-twice = “{ $argument }” is twee keer opgegeven. Geef het één keer op.
command-line-arguments-clash = “{ $argument }” en “{ $other }” kunnen niet samen worden opgegeven.
command-line-verb-unknown = Het werkwoord “{ $verb }” bestaat hier niet.
command-line-verb-missing = Er ontbreekt een werkwoord.
command-line-value-missing = “{ $argument }” heeft een waarde nodig.
command-line-value-not-taken = “{ $argument }” neemt geen waarde aan.
command-line-value-not-among = “{ $value }” past niet bij “{ $argument }”. Mogelijk zijn: { $choices }.
command-line-value-wrong = “{ $value }” past niet bij “{ $argument }”. { $detail }
command-line-not-understood = De argumenten konden niet worden begrepen ({ $detail }).
