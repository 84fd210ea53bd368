### What the part says that installs for everyone.

elevation-not-started = The part of OX Updater that installs for everyone on this PC could not be started. Restart Windows and try again; if it happens again, tell your administrator. ({ $detail })
elevation-broken = The part of OX Updater that installs for everyone on this PC gives no answer. Try again; if it happens again, restart Windows.
elevation-refused = The part of OX Updater that installs for everyone on this PC did not accept the package, so nothing was changed. Try again; if it happens again, tell your administrator. ({ $detail })
elevation-place = OX Updater keeps what it installs for everyone on this PC in “{ $folder }”, and what is there belongs to somebody else or can be changed by others. So nothing was installed. Ask an administrator to remove it, then try again.
elevation-no-rights = This account has no administrator’s rights, and this Windows asks nobody for them, so nothing was installed. Ask an administrator to install the update.
