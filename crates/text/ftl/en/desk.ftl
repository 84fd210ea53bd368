### What the icon beside the clock, its windows and their notices say.

tray-tooltip-idle = OX Updater: this PC is up to date.

settings-locked-by-policy = Your administrator has set this.
settings-locked-by-installer = OX Updater was installed so that this cannot be changed.
