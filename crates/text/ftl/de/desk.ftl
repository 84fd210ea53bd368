### Was das Symbol neben der Uhr, seine Fenster und deren Hinweise sagen.

tray-tooltip-idle = OX Updater: Dieser PC ist aktuell.

settings-locked-by-policy = Das hat Ihre Administration festgelegt.
settings-locked-by-installer = OX Updater wurde so installiert, dass sich dies nicht ändern lässt.
