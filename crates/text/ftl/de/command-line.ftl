# Was die Befehlszeile jedes Programms von sich aus sagt.

command-line-usage = Verwendung:
command-line-options = Optionen
command-line-options-name = OPTIONEN
command-line-arguments = Argumente
command-line-verbs = Verben
command-line-verb-name = VERB
command-line-help = Zeigt diese Hilfe und endet.
command-line-version = Zeigt die Version und endet.

command-line-misuse =
    { $reason }
    „{ $program } --help“ zeigt die Verwendung.
command-line-argument-unknown = Das Argument „{ $argument }“ gibt es hier nicht.
command-line-argument-missing = Das Argument „{ $argument }“ fehlt.
command-line-argument-twice = „{ $argument }“ ist zweimal angegeben. Geben Sie es nur einmal an.
command-line-arguments-clash = „{ $argument }“ und „{ $other }“ können nicht zusammen angegeben werden.
command-line-verb-unknown = Das Verb „{ $verb }“ gibt es hier nicht.
command-line-verb-missing = Es fehlt ein Verb.
command-line-value-missing = „{ $argument }“ braucht einen Wert.
command-line-value-not-taken = „{ $argument }“ steht ohne einen Wert.
command-line-value-not-among = „{ $value }“ passt nicht zu „{ $argument }“. Möglich sind: { $choices }.
command-line-value-wrong = „{ $value }“ passt nicht zu „{ $argument }“. { $detail }
command-line-not-understood = Die Argumente wurden nicht verstanden ({ $detail }).
