# What the installers of OX Updater say. `cargo xtask dist` writes these into them; at most 255 characters each, and no brackets.

installer-for-one-is-there = OX Updater is already installed on this PC for you alone. Remove that one first: in the settings of Windows, under Apps. Then start this installer again.
installer-for-everybody-is-there = OX Updater is already installed on this PC for everybody, so you need no second one. Nothing was changed.
installer-is-for-one = This installer is for one person and takes no ALLUSERS. For everybody on this PC, use the one without “user” in its name. Nothing was changed.
installer-newer-is-there = A newer version is already installed on this PC. Nothing was changed.
