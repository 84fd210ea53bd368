### Was über die eigene Aktualisierung von OX Updater gesagt wird.

self-update-not-begun = OX Updater konnte seine eigene Aktualisierung nicht vorbereiten. Versuchen Sie es noch einmal; wenn es wieder geschieht, starten Sie Windows neu. ({ $detail })
self-update-program-stays = OX Updater lief noch. Beenden Sie ihn über sein Symbol neben der Uhr und versuchen Sie es noch einmal; was heruntergeladen ist, bleibt erhalten.
