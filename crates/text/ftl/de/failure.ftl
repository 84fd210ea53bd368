# Warum eine Installation fehlschlug: was geschah, was die Person tun kann, was der Administrator tun sollte.

failure-file-in-use-happened = Eine Datei, die das Update ersetzt, wird gerade benutzt.
failure-file-in-use-happened-by = { $program } benutzt eine Datei, die das Update ersetzt.
failure-file-in-use-you = Schließen Sie alle Programme oder starten Sie Windows neu und versuchen Sie es noch einmal.
failure-file-in-use-you-by = Schließen Sie { $program } und versuchen Sie es noch einmal.
failure-file-in-use-administrator = Nennen Sie das Programm, das die Datei benutzt, unter denen, die vorher zu schließen sind, oder installieren Sie, während niemand am PC arbeitet.

failure-disk-full-happened = Auf dem Datenträger ist nicht genug Platz.
failure-disk-full-you = Schaffen Sie Platz, zum Beispiel indem Sie den Papierkorb leeren, und versuchen Sie es noch einmal.
failure-disk-full-administrator = Schaffen Sie Platz auf dem Datenträger von Windows, auf dem auch Kopien der Pakete liegen, und prüfen Sie, wie viel das Paket braucht.

failure-restart-pending-happened = Windows muss neu gestartet werden, bevor dies installiert werden kann.
failure-restart-pending-you = Speichern Sie Ihre Arbeit, starten Sie Windows neu, sobald es Ihnen passt, und versuchen Sie es dann noch einmal.
failure-restart-pending-administrator = Finden Sie heraus, welche frühere Installation auf den Neustart wartet, und planen Sie Neustarts vor Updates ein.

failure-install-suspended-happened = Eine frühere Installation wurde unterbrochen und ist weder beendet noch rückgängig gemacht.
failure-install-suspended-you = Starten Sie Windows neu und versuchen Sie es noch einmal.
failure-install-suspended-administrator = Führen Sie die unterbrochene Installation mit ihrem eigenen Paket noch einmal aus, damit sie beendet oder rückgängig gemacht wird.

failure-source-missing-happened = Es fehlt eine Datei, die zum Paket oder zur installierten Version gehört.
failure-source-missing-you = Versuchen Sie es noch einmal; wenn es wieder geschieht, geben Sie die Einzelheiten Ihrem Administrator.
failure-source-missing-administrator = Veröffentlichen Sie das Paket mit all seinen Dateien darin, und prüfen Sie, ob der PC den Ort erreicht, von dem die installierte Version kam.

failure-other-package-name-happened = Das Paket hat einen anderen Dateinamen, als die installierte Version erwartet.
failure-other-package-name-you = Das können Sie nicht selbst beheben; geben Sie die Einzelheiten Ihrem Administrator.
failure-other-package-name-administrator = Veröffentlichen Sie das Paket unter dem Dateinamen, aus dem die installierte Version installiert wurde, oder als Major Upgrade.

failure-package-damaged-happened = Ein Teil des Pakets ist beschädigt.
failure-package-damaged-you = Versuchen Sie es noch einmal; wenn es wieder geschieht, geben Sie die Einzelheiten Ihrem Administrator.
failure-package-damaged-administrator = Holen Sie das Paket noch einmal von seinem Herausgeber, erproben Sie es auf einem anderen PC und veröffentlichen Sie es neu.

failure-place-unreachable-happened = Ein Ordner oder Laufwerk, das die Installation braucht, ist nicht zu erreichen.
failure-place-unreachable-you = Verbinden Sie sich wie gewohnt mit Ihrem Netzwerk und versuchen Sie es noch einmal.
failure-place-unreachable-administrator = Prüfen Sie umgeleitete Ordner und Laufwerksbuchstaben: Windows selbst sieht vielleicht andere Laufwerke als die Person.

failure-program-not-started-happened = Ein Programm, das zum Paket gehört, konnte nicht gestartet werden.
failure-program-not-started-you = Versuchen Sie es noch einmal; wenn es wieder geschieht, geben Sie die Einzelheiten Ihrem Administrator.
failure-program-not-started-administrator = Prüfen Sie, ob ein Virenscanner oder eine Richtlinie das Programm am Starten hindert, und fragen Sie sonst den Herausgeber des Pakets.

failure-program-failed-happened = Ein Schritt, den das Paket mitbringt, endete mit einem Fehler.
failure-program-failed-you = Schließen Sie alle Programme und versuchen Sie es noch einmal; wenn es wieder geschieht, geben Sie die Einzelheiten Ihrem Administrator.
failure-program-failed-administrator = Lesen Sie das Protokoll vor dem Schritt, der fehlschlug, und fragen Sie den Herausgeber des Pakets.

failure-needs-administrator-happened = Das darf auf diesem PC nur ein Administrator.
failure-needs-administrator-you = Bitten Sie Ihren Administrator, es zu installieren.
failure-needs-administrator-administrator = Installieren Sie es mit den Rechten eines Administrators, oder bieten Sie ein Paket an, das für eine einzelne Person installiert.

failure-access-denied-happened = Windows lässt das Installationsprogramm etwas nicht ändern, das für das Update geändert werden muss.
failure-access-denied-you = Schließen Sie alle Programme, starten Sie Windows neu und versuchen Sie es noch einmal; wenn es wieder geschieht, geben Sie die Einzelheiten Ihrem Administrator.
failure-access-denied-administrator = Prüfen Sie die Berechtigungen dessen, was die Einzelheiten nennen, und ob ein Virenscanner es bewacht.

failure-file-error-happened = Eine Datei konnte nicht gelesen oder geschrieben werden.
failure-file-error-you = Starten Sie Windows neu und versuchen Sie es noch einmal; wenn es wieder geschieht, geben Sie die Einzelheiten Ihrem Administrator.
failure-file-error-administrator = Prüfen Sie den Ort, den die Einzelheiten nennen, und den Datenträger des PCs auf Fehler.

failure-condition-not-met-happened = Dieser PC hat nicht, was das Paket verlangt.
failure-condition-not-met-happened-text = Das Paket lässt sich auf diesem PC nicht installieren und sagt: „{ $text }“
failure-condition-not-met-you = Tun Sie, was das Paket verlangt, wenn Sie können, und versuchen Sie es noch einmal; sagen Sie es sonst Ihrem Administrator.
failure-condition-not-met-administrator = Geben Sie dem PC, was das Paket verlangt, oder bieten Sie es dieser Person nicht an.

failure-newer-installed-happened = Eine neuere Version ist schon installiert.
failure-newer-installed-you = Sie brauchen nichts zu tun; die neuere Version bleibt.
failure-newer-installed-administrator = Bieten Sie die installierte oder eine höhere Version an: Das Paket ersetzt sie nicht durch eine ältere.

failure-old-version-stays-happened = Die ältere Version konnte nicht entfernt werden.
failure-old-version-stays-you = Entfernen Sie die ältere Version in den Einstellungen von Windows und versuchen Sie es noch einmal.
failure-old-version-stays-administrator = Reparieren oder entfernen Sie die ältere Version mit ihrem eigenen Paket, das Windows vielleicht nicht mehr findet.

failure-service-not-started-happened = Ein Dienst des Updates konnte nicht gestartet werden.
failure-service-not-started-happened-named = Der Dienst „{ $service }“ konnte nicht gestartet werden.
failure-service-not-started-you = Starten Sie Windows neu und versuchen Sie es noch einmal; wenn es wieder geschieht, geben Sie die Einzelheiten Ihrem Administrator.
failure-service-not-started-administrator = Prüfen Sie das Konto, unter dem der Dienst läuft, die Dateien, die er braucht, und das Ereignisprotokoll von Windows.

failure-service-not-stopped-happened = Ein Dienst konnte nicht beendet oder geändert werden.
failure-service-not-stopped-happened-named = Der Dienst „{ $service }“ konnte nicht beendet oder geändert werden.
failure-service-not-stopped-you = Starten Sie Windows neu und versuchen Sie es noch einmal; wenn es wieder geschieht, geben Sie die Einzelheiten Ihrem Administrator.
failure-service-not-stopped-administrator = Prüfen Sie, was den Dienst am Laufen hält, etwa eine offene Liste der Dienste, und wer ihn ändern darf.

failure-forbidden-happened = Eine Regel für diesen PC verbietet es.
failure-forbidden-you = Fragen Sie Ihren Administrator.
failure-forbidden-administrator = Prüfen Sie die Richtlinien für Windows Installer und für erlaubte Software.

failure-another-install-happened = Windows ist mit einer anderen Installation beschäftigt.
failure-another-install-you = Warten Sie, bis sie zu Ende ist, und versuchen Sie es noch einmal.
failure-another-install-administrator = Wenn sie nie endet, suchen Sie ein Installationsprogramm, das auf eine Antwort wartet, die niemand sieht.

failure-installer-unavailable-happened = Der Teil von Windows, der Programme installiert, antwortet nicht.
failure-installer-unavailable-you = Starten Sie Windows neu und versuchen Sie es noch einmal.
failure-installer-unavailable-administrator = Prüfen Sie, ob der Dienst „Windows Installer“ abgeschaltet ist.

failure-unexplained-happened = Das Installationsprogramm hörte auf und sagte nicht, warum.
failure-unexplained-you = Versuchen Sie es noch einmal; wenn es wieder geschieht, geben Sie die Einzelheiten Ihrem Administrator.
failure-unexplained-administrator = Lesen Sie das Protokoll vor dem Schritt, der fehlschlug.

## um die Worte herum

failure-you = Was Sie tun können: { $words }
failure-administrator = Für Ihren Administrator: { $words }
failure-past = { $past } { $happened }

## Einzelheiten

failure-details-number = Meldung { $number } von Windows Installer.
failure-details-action = Fehlgeschlagener Schritt: { $action } (einer, den jedes Paket nutzen kann).
failure-details-action-own = Fehlgeschlagener Schritt: { $action } (ein eigener des Pakets).
failure-details-about = Es geht um „{ $about }“.
failure-details-line = > { $line }
