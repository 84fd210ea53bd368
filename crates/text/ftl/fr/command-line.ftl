# Ce que la ligne de commande de chaque programme dit d’elle-même.

command-line-usage = Utilisation :
command-line-options = Options
command-line-options-name = OPTIONS
command-line-arguments = Arguments
command-line-verbs = Verbes
command-line-verb-name = VERBE
command-line-help = Affiche cette aide et se termine.
command-line-version = Affiche la version et se termine.

command-line-misuse =
    { $reason }
    « { $program } --help » montre comment l’utiliser.
command-line-argument-unknown = Il n’y a pas d’argument « { $argument } » ici.
command-line-argument-missing = L’argument « { $argument } » manque.
command-line-argument-twice = « { $argument } » est indiqué deux fois. Indiquez-le une seule fois.
command-line-arguments-clash = « { $argument } » et « { $other } » ne peuvent pas être indiqués ensemble.
command-line-verb-unknown = Il n’y a pas de verbe « { $verb } » ici.
command-line-verb-missing = Il manque un verbe.
command-line-value-missing = « { $argument } » a besoin d’une valeur.
command-line-value-not-taken = « { $argument } » n’accepte pas de valeur.
command-line-value-not-among = « { $value } » ne convient pas à « { $argument } ». Valeurs possibles : { $choices }.
command-line-value-wrong = « { $value } » ne convient pas à « { $argument } ». { $detail }
command-line-not-understood = Les arguments n’ont pas pu être compris ({ $detail }).
