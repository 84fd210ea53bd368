# Lo que dice por sí misma la línea de comandos de cada programa.

command-line-usage = Uso:
command-line-options = Opciones
command-line-options-name = OPCIONES
command-line-arguments = Argumentos
command-line-verbs = Verbos
command-line-verb-name = VERBO
command-line-help = Muestra esta ayuda y termina.
command-line-version = Muestra la versión y termina.

command-line-misuse =
    { $reason }
    «{ $program } --help» muestra cómo se usa.
command-line-argument-unknown = Aquí no existe el argumento «{ $argument }».
command-line-argument-missing = Falta el argumento «{ $argument }».
command-line-argument-twice = «{ $argument }» se ha indicado dos veces. Indíquelo una sola vez.
command-line-arguments-clash = «{ $argument }» y «{ $other }» no se pueden indicar juntos.
command-line-verb-unknown = Aquí no existe el verbo «{ $verb }».
command-line-verb-missing = Falta un verbo.
command-line-value-missing = «{ $argument }» necesita un valor.
command-line-value-not-taken = «{ $argument }» no admite ningún valor.
command-line-value-not-among = «{ $value }» no es válido para «{ $argument }». Valores posibles: { $choices }.
command-line-value-wrong = «{ $value }» no es válido para «{ $argument }». { $detail }
command-line-not-understood = No se entendieron los argumentos ({ $detail }).
