### What the client says of its settings and of work that could not be done.

settings-policy-unusable = The policy “{ $name }” holds what cannot be used, so it counts as not set.
settings-person-unusable = The setting “{ $name }” holds what cannot be used, so it counts as not set.
settings-installer-unusable = What the installer wrote as “{ $name }” cannot be used, so it counts as not set.
settings-unwritable = The settings could not be kept. Try again; if it happens again, restart Windows. ({ $detail })
worker-no-server = It is not known yet where updates come from. Enter the address of your server in the settings.
worker-failed = OX Updater ran into an error of its own and could not finish this. Try again; if it happens again, tell your administrator. ({ $detail })
worker-offer-changed = What is offered has changed meanwhile. Look at the list again and choose anew.
machine-account-folder = The folder “{ $folder }”, which it keeps its data in, could not be made or written to. Make sure that your profile is there and has room, then try again. ({ $detail })
outcome-elevation-refused = It needs the rights of an administrator, which were not given. What is installed stays as it was. Try again, and agree when Windows asks.
worker-installed-meanwhile = { $product } { $version } is installed. It was installed meanwhile.
