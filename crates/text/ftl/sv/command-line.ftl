# Vad varje programs kommandorad själv säger.

command-line-usage = Användning:
command-line-options = Alternativ
command-line-options-name = ALTERNATIV
command-line-arguments = Argument
command-line-verbs = Verb
command-line-verb-name = VERB
command-line-help = Visar den här hjälpen och avslutar.
command-line-version = Visar versionen och avslutar.

command-line-misuse =
    { $reason }
    ”{ $program } --help” visar hur det används.
command-line-argument-unknown = Det finns inget argument ”{ $argument }” här.
command-line-argument-missing = Argumentet ”{ $argument }” saknas.
command-line-argument-twice = ”{ $argument }” har angetts två gånger. Ange det en gång.
command-line-arguments-clash = ”{ $argument }” och ”{ $other }” kan inte anges tillsammans.
command-line-verb-unknown = Det finns inget verb ”{ $verb }” här.
command-line-verb-missing = Ett verb saknas.
command-line-value-missing = ”{ $argument }” behöver ett värde.
command-line-value-not-taken = ”{ $argument }” tar inget värde.
command-line-value-not-among = ”{ $value }” passar inte för ”{ $argument }”. Möjliga är: { $choices }.
command-line-value-wrong = ”{ $value }” passar inte för ”{ $argument }”. { $detail }
command-line-not-understood = Argumenten kunde inte förstås ({ $detail }).
