### Vad som sägs om OX Updaters egen uppdatering.

self-update-not-begun = OX Updater kunde inte förbereda sin egen uppdatering. Försök igen; om det händer på nytt, starta om Windows. ({ $detail })
self-update-program-stays = OX Updater var fortfarande igång. Avsluta det via ikonen bredvid klockan och försök igen; det som har laddats ner finns kvar.
