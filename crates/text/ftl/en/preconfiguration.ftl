# Variables in install params, and templates of them.
left-out-missing = { $property } is left out of the install params: nothing is known here to put in place of { $variable }.
left-out-control-character = { $property } is left out of the install params: what would be put in place of { $variable } holds a control character. Have it mended where the account is kept.
left-out-too-long = { $property } is left out of the install params: what would be put in place of { $variable } is too long. Have it shortened where the account is kept.
publication-no-value = Nothing is known to put in place of { $variable } for { $users } of { $of } users who may have it, with accounts from: { $sources }. They are offered it without { $properties }. If they need that, write a fixed value before it, as in NAME=value NAME={ $variable }, or have the source tell it.
publication-no-value-local = This server's own accounts know nothing to put in place of { $variable }, and there is no other source of accounts. Whoever is offered it gets it without { $properties }. If people need that, write a fixed value instead.
publication-value-control-character = What would be put in place of { $variable } holds a control character for { $users } of { $of } users who may have it, with accounts from: { $sources }. They are offered it without { $properties }. Have it mended where the accounts are kept.
publication-value-too-long = What would be put in place of { $variable } is too long for { $users } of { $of } users who may have it, with accounts from: { $sources }. They are offered it without { $properties }. Have it shortened where the accounts are kept.
listing-template = Pre-configuration
listing-template-none = As written below
listing-template-own = { $product } (made for this product)
listing-template-hint = Writes properties with variables into the install params below; switches and other properties there stay
listing-preview-user = Preview the install params for
listing-preview-user-hint = A user's name; without one, an example of a person of whom all is known
preview-filled = Install params as { $user } gets them
preview-filled-example = Install params as an example of a person gets them
