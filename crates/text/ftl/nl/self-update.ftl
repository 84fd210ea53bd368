### Wat over de update van OX Updater zelf wordt gezegd.

self-update-not-begun = OX Updater kon zijn eigen update niet voorbereiden. Probeer het nog eens; gebeurt het weer, start Windows dan opnieuw op. ({ $detail })
self-update-program-stays = OX Updater was nog actief. Sluit het af via het pictogram naast de klok en probeer het nog eens; wat is gedownload, blijft bewaard.
