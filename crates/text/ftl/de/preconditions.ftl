# Preconditions of the connector's plug-ins on an Open-Xchange server.

## Words

plug-in-connector = Connector für Microsoft Outlook
plug-in-password-change = Passwort ändern
plug-in-personal-data = Persönliche Daten
plug-in-mail-filter = E-Mail-Filter
plug-in-vacation-notice = Abwesenheitsnotiz
judgement-met = erfüllt
judgement-not-met = nicht erfüllt
judgement-cannot-tell = nicht zu sagen
plug-in-active = wird aktiv sein
plug-in-inactive = wird nicht aktiv sein
plug-in-unclear = nicht zu sagen

## The folder and its files

preconditions-folder = Der Ordner { $folder } lässt sich nicht lesen: { $detail }. Nennen Sie den Ordner „etc“ von Open-Xchange, zum Beispiel /opt/open-xchange/etc, und geben Sie dem Fragenden das Recht, ihn zu lesen.
configuration-none = { $folder } enthält keine Konfiguration von Open-Xchange: es liegt keine Properties-Datei darin. Nennen Sie den Ordner „etc“, zum Beispiel /opt/open-xchange/etc.
configuration-two = { $folder } enthält Dateien beider Aufteilungen, die von 6.20 in „groupware“ und spätere, und die Version von Open-Xchange ist nicht bekannt. Nennen Sie die Paketdatenbank, in der sie steht.
configuration-broken = { $file } hat in Zeile { $line } eine unvollständige \u-Angabe; auch Open-Xchange kann die Datei nicht lesen.
configuration-unreadable = { $file } lässt sich nicht lesen: { $detail }.
configuration-file-absent = { $file } ist nicht da, also ist nicht bekannt, ob { $key } gesetzt ist.
configuration-too-many = { $folder } hat mehr als { $entries } Einträge, und nicht alle wurden angesehen: Was nicht gefunden wurde, kann trotzdem dort stehen. Entfernen Sie, was nicht in den Ordner gehört.
configuration-contradicts = { $key } hat in { $place } einen anderen Wert als in { $other }; welcher gilt, ist nicht zu sagen. Lassen Sie die Angabe nur an einer Stelle stehen.
configuration-context-set = { $key } ist nicht für den ganzen Server gesetzt, aber { $file } setzt es für einige Kontexte.

## Packages

packages-not-named = der Ordner liegt nicht unter /opt/open-xchange/etc, also müssen die Pakete dieses Rechners nicht seine sein
packages-no-database = es gibt weder /var/lib/dpkg/status noch rpm
packages-unreadable = { $place } lässt sich nicht lesen: { $detail }
packages-not-understood = { $place } ist weder eine Statusdatei von dpkg noch die Ausgabe von „rpm -qa“
packages-none-of-them = { $place } kennt kein Paket von Open-Xchange, gehört also zu einem anderen Rechner
precondition-packages-name = Nennen Sie die Paketdatenbank des Servers: seine Datei /var/lib/dpkg/status oder eine Datei mit der Ausgabe von „rpm -qa“.
precondition-package-unknown = Ob { $package } installiert ist, ist nicht bekannt: { $reason }.
precondition-package-there = Das Paket { $package } ist installiert, Version { $version }.
precondition-package-provided = Das Paket { $package } wird von { $by } bereitgestellt.
precondition-package-in-core = Was das Paket { $package } tat, steckt ab 6.22 im Kern.
precondition-package-half = Das Paket { $package } ist nicht vollständig installiert: „{ $status }“.
precondition-package-absent = Das Paket { $package } ist nicht installiert.
precondition-package-install = Installieren Sie das Paket { $package } mit der Paketverwaltung des Systems und starten Sie Open-Xchange neu.
precondition-updater-there = Das Paket { $package } ist installiert. Es wird nicht mehr gebraucht: dieser Server gibt den Updater und den Connector an seiner Stelle aus.
precondition-updater-replaced = Das Paket { $package } wird nicht gebraucht: dieser Server gibt den Updater und den Connector an seiner Stelle aus.
precondition-updater-remove = Entfernen Sie { $package }, sobald alle PCs von hier aktualisiert werden, damit niemand mehr den alten Updater installiert.

## Password change

precondition-backend-both = Sowohl { $database } als auch { $script } sind installiert. Sie vertragen sich nicht: welches das Passwort ändert, ist Zufall.
precondition-backend-choose = Entfernen Sie eines davon. { $database } ändert das Passwort nur in der eigenen Datenbank von Open-Xchange; { $script } führt ein Skript aus, das es auch anderswo ändern kann.
precondition-backend-database = { $package } ist installiert. Es ändert das Passwort nur in der eigenen Datenbank von Open-Xchange: die Passwörter der Mailserver bleiben.
precondition-backend-script = { $package } ist installiert.
precondition-backend-other = Keiner der eigenen Wege von Open-Xchange, Passwörter zu ändern, ist installiert, aber { $package }. Ob das Passwörter ändert, ist nicht zu sagen.
precondition-backend-none = Es ist nichts installiert, was Passwörter ändert: weder { $database } noch { $script }.
precondition-backend-install = Installieren Sie eines davon: { $database } ändert das Passwort nur in der eigenen Datenbank von Open-Xchange, { $script } führt ein Skript aus, das es auch anderswo ändern kann.
precondition-backend-enabled = { $key } steht auf true.
precondition-backend-disabled = Weder { $database } noch { $script } steht für den ganzen Server auf true; ohne Angabe gilt bei beiden false.
precondition-backend-enable = Schreiben Sie { $database }=true in { $file } für die eigene Datenbank von Open-Xchange oder { $script }=true für ein Skript, und laden Sie die Konfiguration neu. Beide lassen sich auch für einzelne Kontexte oder Benutzer setzen.
precondition-script-unset = { $key } nennt kein Skript.
precondition-script-set = Schreiben Sie { $key }=/Pfad/des/Skripts in { $file } und starten Sie Open-Xchange neu.
precondition-script-path-unclear = „{ $path }“ ist kein vollständiger Pfad aus einfachen Zeichen, also lässt sich das Skript nicht ansehen.
precondition-script-use-unknown = Ob es das Skript ist, was Passwörter ändert, ist nicht bekannt. { $found }
precondition-script-elsewhere = Ob sich { $path } ausführen lässt, ist nicht bekannt: der Ordner liegt nicht unter /opt/open-xchange/etc, also müssen die Dateien dieses Rechners nicht seine sein.
precondition-script-unreadable = { $path } lässt sich nicht ansehen: { $detail }.
precondition-script-absent = { $path } ist nicht da.
precondition-script-no-file = { $path } ist keine Datei.
precondition-script-put = Legen Sie das Skript nach { $path } oder nennen Sie das, das da ist.
precondition-script-not-executable = { $path } ist nicht ausführbar.
precondition-script-executable-by-some = { $path } ist nur für seinen Eigentümer oder seine Gruppe ausführbar; ob der Benutzer „open-xchange“ dazugehört, ist nicht zu sagen.
precondition-script-mode-set = Machen Sie es ausführbar: chmod a+rx { $path }
precondition-script-mode-unknown = { $path } ist da; ob es ausführbar ist, lässt sich auf diesem System nicht sagen.
precondition-script-no-interpreter = { $path } beginnt nicht mit einer Zeile, die seinen Interpreter nennt.
precondition-script-interpreter-absent = Die erste Zeile von { $path } nennt „{ $program }“, und das ist nicht da.
precondition-script-interpreter-set = Lassen Sie die erste Zeile von { $path } einen Interpreter nennen, der da ist, zum Beispiel #!/bin/bash, und die Zeile ohne Wagenrücklauf enden.
precondition-script-runs = { $path } ist da, ausführbar, und sein Interpreter ist da.

## Personal data

precondition-edit-on = { $key } steht auf TRUE.
precondition-edit-off = { $key } steht auf „{ $value }“, und nur mit TRUE können Benutzer ihre eigenen Daten ändern.
precondition-edit-default-on = { $key } ist nicht gesetzt; ab 7.10 gilt dann TRUE.
precondition-edit-default-off = { $key } ist nicht gesetzt; bis 6.20 gilt dann FALSE.
precondition-edit-default-unknown = { $key } ist nicht gesetzt, und was dann gilt, hängt von der Version ab: FALSE bis 6.20, TRUE ab 7.10, und dazwischen wissen wir es nicht.
precondition-edit-set = Schreiben Sie { $key }=TRUE in { $place } und starten Sie Open-Xchange neu. Das wirkt nur auf neu angelegte Kontexte: rufen Sie für jeden älteren auch /opt/open-xchange/sbin/restoregabdefaults -c KONTEXT auf.
precondition-edit-older-contexts = { $key } wirkt nur auf neu angelegte Kontexte. Solche, die angelegt wurden, als FALSE galt, bleiben, wie sie sind; rufen Sie für jeden davon /opt/open-xchange/sbin/restoregabdefaults -c KONTEXT auf.

## Mail filter and vacation notice

precondition-file-there = { $file } ist da und lässt sich lesen.
precondition-file-mend = Berichtigen Sie die Zeile in { $file } und starten Sie Open-Xchange neu.
precondition-file-absent = { $file } ist nicht da.
precondition-file-unclear = { $file } ist nicht da. Bis 7.10 muss es die Datei geben, ab 8.0 nicht; welche Version das ist, ist nicht bekannt.
precondition-file-not-needed = { $file } ist nicht da; ab 8.0 gelten auch ohne sie die Vorgaben.
precondition-sieve-offers = Der Sieve-Server { $address } bietet „vacation“ an.
precondition-sieve-lacks = Der Sieve-Server { $address } bietet „vacation“ nicht an.
precondition-sieve-turn-on = Schalten Sie die Erweiterung „vacation“ am Sieve-Server ein: bei Dovecot in sieve_extensions, bei Cyrus in sieve_extensions der imapd.conf.
precondition-sieve-tells-none = Der Sieve-Server { $address } sagt in seiner Begrüßung nicht, welche Erweiterungen er anbietet.
precondition-sieve-trouble = Der Sieve-Server { $address } hat nicht gesagt, was er anbietet: { $reason }.
sieve-not-reached = er ist nicht zu erreichen ({ $detail })
sieve-silent = er hat sich nicht rechtzeitig gemeldet
sieve-too-long = seine Begrüßung endet nicht
sieve-hung-up = er hat vor dem Ende der Begrüßung aufgelegt
sieve-refused = er nimmt niemanden an („{ $words }“)
sieve-foreign = was er sagt, ist nicht ManageSieve
sieve-not-wanted = Der Sieve-Server wurde nicht gefragt, wie gewünscht.
sieve-each-user = Jeder Benutzer hat seinen eigenen Sieve-Server (SIEVE_LOGIN_TYPE ist „user“), deshalb wurde keiner gefragt.
sieve-each-user-unset = Die Post jedes Benutzers geht an einen eigenen Sieve-Server (SIEVE_LOGIN_TYPE ist nicht gesetzt, das heißt „user“), also wurde keiner gefragt.
sieve-login-type = Die Anmeldeart des E-Mail-Filters ist „{ $value }“, also weder „user“ noch „global“; es wurde kein Sieve-Server gefragt.
sieve-no-server = Die Konfiguration nennt keinen Sieve-Server, deshalb wurde keiner gefragt.
sieve-no-port = Die Konfiguration nennt keinen Port des Sieve-Servers, und was dann gilt, hängt von der Version ab (2000 oder 4190); es wurde keiner gefragt.
sieve-address-wrong = „{ $server }“ mit dem Port „{ $port }“ ist keine Adresse eines Sieve-Servers; es wurde keiner gefragt.
sieve-of-another-machine = Die Konfiguration nennt { $address }, und das ist nur dann dieser Rechner, wenn der Ordner sein eigener ist; es wurde kein Sieve-Server gefragt.
sieve-name = Nennen Sie den Sieve-Server, zum Beispiel sieve.example.com:4190.
precondition-blacklist-has = { $key } ist „{ $value }“ und verbirgt „vacation“.
precondition-blacklist-take = Nehmen Sie „vacation“ aus { $key } in { $place } heraus und laden Sie die Konfiguration neu.
precondition-blacklist-clear = { $key } verbirgt „vacation“ nicht.
precondition-blacklist-unset = { $key } ist nicht gesetzt, verbirgt „vacation“ also nicht.
precondition-domains-all = Abwesenheitsnotizen gehen an alle Domains.
precondition-domains-unset = { $key } ist nicht gesetzt, also gehen Abwesenheitsnotizen an alle Domänen.
precondition-domains-some = Abwesenheitsnotizen gehen nur an diese Domains: { $domains }.
precondition-domains-widen = Lassen Sie VACATION_DOMAINS (com.openexchange.mail.filter.vacationDomains) leer, wenn auch andere eine Antwort bekommen sollen.

## Each person

precondition-user-has = { $permission } ist erteilt, wie Open-Xchange um { $at } gesagt hat.
precondition-user-lacks = { $permission } ist nicht erteilt, wie Open-Xchange um { $at } gesagt hat.
precondition-user-never = Ob { $permission } erteilt ist, ist nicht bekannt: unter diesem Namen hat sich hier noch niemand mit einem Konto von Open-Xchange angemeldet.
precondition-user-gone = Ob { $permission } erteilt ist, ist nicht bekannt: Open-Xchange hat gesagt, dass es das Konto nicht mehr gibt oder dass es sich nicht mehr anmelden darf.
precondition-user-local = Ob { $permission } bei Open-Xchange erteilt ist, ist nicht bekannt: das Konto gehört diesem Server selbst, und seine Berechtigungen sind die, die hier erteilt wurden.
precondition-user-other = Ob { $permission } bei Open-Xchange erteilt ist, ist nicht bekannt: das Konto kennt „{ $source }“, und das ist nicht Open-Xchange.
precondition-user-grant = Erteilen Sie sie: { $call }
precondition-user-see = Falls sie erteilt werden soll: { $call }

## The settings

setting-open-xchange-etc = Der Ordner `etc` eines Open-Xchange-Servers oder eine Kopie davon; damit sagen Seiten und API, ob die Voraussetzungen des Connectors erfüllt sind.
setting-open-xchange-packages = Die Pakete jenes Servers: die Statusdatei von dpkg oder eine Datei mit der Ausgabe von `rpm -qa`. Für `/opt/open-xchange/etc` werden sie gefunden.
setting-open-xchange-sieve = Der Sieve-Server, der gefragt wird, was er anbietet, zum Beispiel `sieve.example.com:4190`, oder `none`; sonst der, den die Konfiguration nennt.

## The verb and the pages

preconditions-late = Der Open-Xchange-Server wird noch gelesen. Versuchen Sie es gleich noch einmal; wenn es so bleibt, sehen Sie nach dem Netz und den Platten, auf denen sein Ordner liegt.
preconditions-sieve-wrong = „{ $written }“ ist keine Adresse eines Sieve-Servers. Nennen Sie Host und Port, zum Beispiel sieve.example.com:4190.
preconditions-all-met = Alle Voraussetzungen sind erfüllt.
preconditions-line = { $judgement }: { $found }
preconditions-line-of-user = { $judgement }, { $user }: { $found }
preconditions-place = Gefunden in: { $place }
preconditions-advice = Was zu tun ist: { $advice }
preconditions-good-to-know = Gut zu wissen: { $advice }
preconditions-plug-in = { $plug_in }: { $judgement }
preconditions-counts = { $met } erfüllt, { $not_met } nicht erfüllt, { $cannot_tell } nicht zu sagen.
oxupdated-preconditions-help = Sagt, ob ein Open-Xchange-Server hat, was der Connector für Microsoft Outlook und seine Plug-ins brauchen; ändert nichts.
oxupdated-preconditions-arg-etc = Der Ordner mit der Konfiguration von Open-Xchange: /opt/open-xchange/etc oder eine Kopie davon.
oxupdated-preconditions-arg-packages = Die Pakete des Servers: die Statusdatei von dpkg oder eine Datei mit der Ausgabe von „rpm -qa“. Für /opt/open-xchange/etc werden sie gefunden.
oxupdated-preconditions-arg-sieve = Der Sieve-Server, der gefragt wird, anstelle dessen, den die Konfiguration nennt.
oxupdated-preconditions-arg-no-sieve = Fragt keinen Sieve-Server.
oxupdated-preconditions-arg-user = Sagt auch, was dieser Benutzer braucht; mehrmals möglich.
oxupdated-preconditions-arg-json = Sagt es als JSON.

## Pages

page-preconditions = Voraussetzungen
preconditions-about = Der Connector für Microsoft Outlook und seine Plug-ins brauchen etwas vom Open-Xchange-Server. Das wurde dort vor weniger als einer Minute gefunden, und das ist zu tun.
preconditions-no-site = Es ist kein Open-Xchange-Server genannt. Schreiben Sie open_xchange_etc mit dem Ordner seiner Konfiguration, zum Beispiel /opt/open-xchange/etc, in die Einstellungen und starten Sie diesen Server neu.
preconditions-of-users = Was jede Person außerdem braucht, steht auf ihrer Seite bei den Benutzern.
preconditions-place-about = Ob ein Open-Xchange-Server hat, was der Connector für Microsoft Outlook und seine Plug-ins brauchen.
preconditions-all = Alles, was vom Open-Xchange-Server gefunden wurde
preconditions-of-the-server = { $count ->
    [one] Eine Voraussetzung des Open-Xchange-Servers; ein Administrator sieht, welche.
   *[other] { $count } Voraussetzungen des Open-Xchange-Servers; ein Administrator sieht, welche.
}
user-plug-ins = Plug-ins des Connectors
heading-plug-in = Plug-in
heading-judgement = Befund
heading-found = Gefunden
