# What each program's command line says by itself.

command-line-usage = Usage:
command-line-options = Options
command-line-options-name = OPTIONS
command-line-arguments = Arguments
command-line-verbs = Verbs
command-line-verb-name = VERB
command-line-help = Shows this help and ends.
command-line-version = Shows the version and ends.

command-line-misuse =
    { $reason }
    Type “{ $program } --help” to see how it is used.
command-line-argument-unknown = There is no argument “{ $argument }” here.
command-line-argument-missing = The argument “{ $argument }” is missing.
command-line-argument-twice = “{ $argument }” is given twice. Give it once.
command-line-arguments-clash = “{ $argument }” and “{ $other }” cannot be given together.
command-line-verb-unknown = There is no verb “{ $verb }” here.
command-line-verb-missing = A verb is missing.
command-line-value-missing = “{ $argument }” needs a value.
command-line-value-not-taken = “{ $argument }” takes no value.
command-line-value-not-among = “{ $value }” does not fit “{ $argument }”. It takes one of: { $choices }.
command-line-value-wrong = “{ $value }” does not fit “{ $argument }”. { $detail }
command-line-not-understood = The arguments could not be understood ({ $detail }).
