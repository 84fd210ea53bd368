### Was der Client von seinen Einstellungen sagt und von Arbeit, die nicht getan werden konnte.

settings-policy-unusable = Die Richtlinie „{ $name }“ hat einen Wert, der nicht zu gebrauchen ist; sie zählt deshalb als nicht gesetzt.
settings-person-unusable = Die Einstellung „{ $name }“ hat einen Wert, der nicht zu gebrauchen ist; sie zählt deshalb als nicht gesetzt.
settings-installer-unusable = Was das Installationsprogramm als „{ $name }“ geschrieben hat, ist nicht zu gebrauchen; es zählt deshalb als nicht gesetzt.
settings-unwritable = Die Einstellungen konnten nicht gespeichert werden. Versuchen Sie es noch einmal; wenn es wieder geschieht, starten Sie Windows neu. ({ $detail })
worker-no-server = Es ist noch nicht bekannt, woher Updates kommen. Geben Sie in den Einstellungen die Adresse Ihres Servers ein.
worker-failed = OX Updater ist auf einen eigenen Fehler gestoßen und konnte dies nicht beenden. Versuchen Sie es noch einmal; wenn es wieder geschieht, sagen Sie es Ihrem Administrator. ({ $detail })
worker-offer-changed = Das Angebot hat sich inzwischen geändert. Sehen Sie sich die Liste noch einmal an und wählen Sie neu.
machine-account-folder = Der Ordner „{ $folder }“, in dem es seine Daten hält, konnte nicht angelegt oder beschrieben werden. Stellen Sie sicher, dass Ihr Profil da ist und Platz hat, und versuchen Sie es noch einmal. ({ $detail })
outcome-elevation-refused = Es braucht die Rechte eines Administrators, und die wurden nicht erteilt. Was installiert ist, bleibt, wie es war. Versuchen Sie es noch einmal und stimmen Sie zu, wenn Windows fragt.
worker-installed-meanwhile = { $product } { $version } ist installiert. Es wurde inzwischen installiert.
