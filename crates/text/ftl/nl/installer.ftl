# Wat de installatieprogramma's van OX Updater zeggen. `cargo xtask dist` schrijft het erin; hoogstens 255 tekens, geen haken.

installer-for-one-is-there = OX Updater is op deze pc al geïnstalleerd, alleen voor u. Verwijder het eerst: in de instellingen van Windows, onder Apps. Start dit installatieprogramma daarna opnieuw.
installer-for-everybody-is-there = OX Updater is op deze pc al voor iedereen geïnstalleerd; u hebt geen tweede nodig. Er is niets gewijzigd.
installer-is-for-one = Dit installatieprogramma is voor één persoon en neemt geen ALLUSERS aan. Gebruik voor iedereen op deze pc het programma zonder “user” in de naam. Er is niets gewijzigd.
installer-newer-is-there = Er is al een nieuwere versie op deze pc geïnstalleerd. Er is niets gewijzigd.
