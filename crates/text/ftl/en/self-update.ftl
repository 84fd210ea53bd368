### What is said of OX Updater’s own update.

self-update-not-begun = OX Updater could not be made ready to update itself. Try again; if it happens again, restart Windows. ({ $detail })
self-update-program-stays = OX Updater was still running. Exit it by its icon beside the clock, then try again; what is downloaded is kept.
