# Users, groups, permissions, CSV import.

## import: why a file or a row is refused

import-too-large = Die Datei ist zu groß. Sie darf höchstens { $megabytes } MB haben; teilen Sie sie auf.
import-too-many-rows = Die Datei hat zu viele Zeilen. Sie darf höchstens { $rows } haben; teilen Sie sie auf.
import-line-too-long = Zeile { $line } ist zu lang. Eine Zeile darf höchstens { $kilobytes } KB haben. Suchen Sie nach einem fehlenden Anführungszeichen.
import-not-utf8 = Zeile { $line } ist nicht in UTF-8 geschrieben. Speichern Sie die Datei als „CSV UTF-8“ und versuchen Sie es noch einmal.
import-nul = Zeile { $line } enthält ein NUL-Zeichen, dies ist also kein Text. Speichern Sie die Tabelle als „CSV UTF-8“ und versuchen Sie es noch einmal.
import-empty = Die Datei ist leer. Ihre erste Zeile benennt die Spalten: name,role,groups,permissions,standing.
import-name-missing = Die Spalte „name“ fehlt. Die erste Zeile der Datei benennt die Spalten: name,role,groups,permissions,standing.
import-column-unknown = Eine Spalte „{ $column }“ gibt es beim Importieren nicht. Die Spalten sind: { $columns }.
import-column-twice = Die Spalte „{ $column }“ ist doppelt vorhanden. Entfernen Sie eine davon.
import-password-column = Die Datei hat eine Spalte mit Passwörtern, deshalb wurde nichts davon gelesen oder behalten. Entfernen Sie die Spalte: Neue Konten bekommen Einmalpasswörter vom Server.
import-not-csv = Zeile { $line } ist kein CSV. Speichern Sie die Tabelle als „CSV UTF-8“ und versuchen Sie es noch einmal.
import-row-cells = Die Zeile hat { $found } Zellen, die erste Zeile der Datei hat { $expected }.
import-row-role = „{ $role }“ ist keine Rolle. Die Rollen sind user, viewer, publisher und administrator.
import-row-standing = „{ $standing }“ ist kein Zustand. Schreiben Sie enabled oder disabled.
import-row-group = Eine Gruppe „{ $group }“ gibt es nicht. Legen Sie sie zuerst an oder berichtigen Sie den Namen.
import-row-is-group = Den Namen trägt schon die Gruppe { $group }.
import-row-is-alias = Der Name ist vergeben: Er ist ein weiterer Name des Kontos { $user }.
import-row-twice = Zeile { $line } hat denselben Namen. Groß- und Kleinschreibung unterscheidet Namen nicht.
import-row-administrator = Ein Import nimmt keinem Administrator die Rolle und sperrt keinen. Tun Sie das auf der Seite des Benutzers.
import-cut = Die Datei endete, bevor sie vollständig war. Es wurde nichts geändert. Versuchen Sie es noch einmal.
user-filter-password-wrong = „{ $text }“ passt nicht zum Filter. Schreiben Sie own, one-time, none oder source.
user-filter-second-factor-wrong = „{ $text }“ passt nicht zum Filter. Schreiben Sie set-up oder missing.
user-filter-source-wrong = „{ $text }“ ist kein Name einer Quelle. Schreiben Sie local oder den Namen einer Quelle in den Einstellungen.
user-filter-too-long = Ein Suchtext hat höchstens { $characters } Zeichen.

## import: what becomes of a row

import-no-rows = Unter ihrer ersten Zeile ist die Datei leer.
import-summary-dry-run = Es wurde nichts geändert. Es wären: { $added } neu, { $changed } geändert, { $unchanged } unverändert, { $refused } abgelehnt. Mit --apply wird es ausgeführt.
import-summary = Es wurde ausgeführt: { $added } neu, { $changed } geändert, { $unchanged } unverändert, { $refused } abgelehnt.
import-hand-out-verb = Neue Benutzer haben noch kein Passwort. „oxupdated user hand-out“ gibt ihnen Einmalpasswörter, einige auf einmal.
import-change-role = Rolle { $role }
import-change-standing = darf sich anmelden: { $standing }
import-change-join = kommt in { $group }
import-change-leave = verlässt { $group }
import-change-grant = bekommt { $permission }
import-change-revoke = verliert { $permission }
word-fate-new = Neu
word-fate-changed = Geändert
word-fate-unchanged = Unverändert
word-fate-refused = Abgelehnt
heading-line = Zeile
heading-fate = Was daraus wird

## one user

heading-password = Passwort
heading-one-time-password = Einmalpasswort
heading-verdict = Angeboten?
heading-why = Warum
word-password-own = selbst gewählt
word-password-one-time = Einmalpasswort
word-password-none = noch keines
word-password-source = bei der Quelle des Kontos
heading-second-factor = Zweiter Faktor
word-second-factor-set-up = eingerichtet
word-second-factor-missing = fehlt, Rolle über Benutzer
word-withheld = vorenthalten
word-superseded-by = ersetzt durch { $package }
why-lacking = { $permission } fehlt
why-direct = hat { $permission } direkt
why-groups = hat { $permission } über { $groups }
why-direct-and-groups = hat { $permission } direkt und über { $groups }
why-source = hat { $permission } durch die Quelle des Kontos
why-and-source = { $why } und durch die Quelle des Kontos
done-user-create = Der Benutzer { $name } wurde hinzugefügt. Das Einmalpasswort steht nur hier; der Benutzer ersetzt es bei der ersten Anmeldung.
done-user-hand-out = { $users ->
    [0] Es wurde kein Benutzer ohne Passwort gefunden.
    [one] 1 Benutzer hat ein Einmalpasswort bekommen. Es steht nur hier.
   *[other] { $users } Benutzer haben Einmalpasswörter bekommen. Sie stehen nur hier.
} { $left ->
    [0] Niemand ist mehr ohne Passwort.
    [one] 1 weiterer Benutzer hat noch keines.
   *[other] { $left } weitere Benutzer haben noch keines.
}

## help

oxupdated-user-add-arg-group = Eine Gruppe, in die der Benutzer kommt; mehrfach angeben für weitere.
oxupdated-user-add-arg-permission = Eine Berechtigung, die der Benutzer bekommt; mehrfach angeben für weitere.
oxupdated-user-show-help = Zeigt einen Benutzer und zu jedem Produkt, ob es ihm angeboten wird und warum.
oxupdated-user-show-arg-name = Der Name des Benutzers.
oxupdated-user-show-arg-json = Zeigt ihn als JSON.
oxupdated-user-import-help = Sagt, was eine CSV-Datei an den Benutzern ändern würde, und ändert es mit --apply.
oxupdated-user-import-arg-file = Die Datei mit einer ersten Zeile wie name,role,groups,permissions,standing.
oxupdated-user-import-arg-apply = Führt aus, was in der Datei steht.
oxupdated-user-import-arg-json = Zeigt jede Zeile als JSON.
oxupdated-user-hand-out-help = Gibt Benutzern ohne Passwort, etwa importierten, Einmalpasswörter.
oxupdated-user-hand-out-arg-search = Ein Teil der Benutzernamen.
oxupdated-user-hand-out-arg-group = Die Gruppe, in der die Benutzer sind.
oxupdated-user-list-arg-search = Ein Teil des Namens.
oxupdated-user-list-arg-role = Die Rolle.
oxupdated-user-list-arg-standing = enabled oder disabled.
oxupdated-user-list-arg-group = Die Gruppe, in der die Benutzer sind.
oxupdated-user-list-arg-permission = Die Berechtigung, die die Benutzer direkt oder über eine Gruppe haben.
oxupdated-user-list-arg-password = own, one-time, none oder source (die Quelle des Kontos verwaltet es).
oxupdated-user-list-arg-second-factor = set-up oder missing: eine Rolle über Benutzer ohne einen.
oxupdated-user-list-arg-source = Nur Konten dieser Quelle; local ist dieser Server selbst.
oxupdated-group-list-arg-search = Ein Teil des Namens.

## pages

cancel = Abbrechen
users-new = Neuer Benutzer
users-import = Benutzer importieren
users-search = Teil des Namens
users-none = Es gibt noch keine Benutzer. Legen Sie einen an oder importieren Sie eine Datei.
users-none-found = Auf keinen Benutzer trifft das zu.
users-back = Zurück zu den Benutzern
users-hand-out = Einmalpasswörter vergeben
users-hand-out-hint = Benutzer ohne Passwort können sich nicht anmelden. Hiermit bekommen die gefilterten Benutzer Einmalpasswörter, { $users } auf einmal in der Reihenfolge ihrer Namen. Sie werden einmal gezeigt, zum Ausdrucken.
one-time-passwords = Einmalpasswörter
one-time-passwords-how = Drucken Sie diese Seite aus oder geben Sie die Passwörter jetzt weiter: Sie werden nirgends aufbewahrt und können nicht noch einmal gezeigt werden. Jedes taugt nur dazu, sich auf den Seiten dieses Servers anzumelden und ein anderes zu wählen.
user-name = Name
user-role-hint = Benutzer: eigene Updates. Betrachter: sieht alles außer dem Protokoll der Änderungen. Herausgeber: veröffentlicht auch Pakete. Administrator: alles.
user-groups-hint = Namen von Gruppen, mit Kommas dazwischen.
user-permissions-hint = Berechtigungen wie olox20, mit Kommas dazwischen. Die der Gruppen gelten auch.
user-new-hint = Der Benutzer bekommt ein Einmalpasswort, das die nächste Seite einmal zeigt.
user-new-button = Benutzer anlegen
user-standing-enabled = darf sich anmelden
user-standing-disabled = gesperrt
user-disable = Sperren
user-enable = Entsperren
user-reset = Neues Einmalpasswort
user-reset-totp = Zweiten Faktor zurücksetzen
user-second-factor = Zweiter Faktor
user-second-factor-on = eingeschaltet
user-second-factor-off = keiner
user-role-label = Rolle
user-set-role = Rolle ändern
user-changed-meanwhile = Jemand anderes hat { $name } inzwischen geändert: Die Rolle ist jetzt { $role }. Sehen Sie noch einmal hin, bevor Sie sie ändern.
user-no-groups = In keiner Gruppe.
user-join-label = Gruppe
user-join = In die Gruppe aufnehmen
user-leave = Aus { $group } herausnehmen
user-no-permissions = Hat keine Berechtigungen.
permission-grant-label = Berechtigung, etwa olox20
permission-grant = Erteilen
permission-revoke = { $permission } entziehen
user-offered = Was dieser Person angeboten wird, und warum
why-nothing-required = verlangt keine Berechtigung
user-leave-undo = Rückgängig: wieder in { $group } aufnehmen
permission-revoke-undo = Rückgängig: { $permission } wieder erteilen
user-disable-title = { $name } sperren?
user-disable-then = { $name } kann sich nicht mehr anmelden. Alles andere bleibt erhalten, und „Entsperren“ macht es rückgängig.
user-reset-title = { $name } ein Einmalpasswort geben?
user-reset-then = Das Passwort, das { $name } jetzt hat, gilt nicht mehr. Das Einmalpasswort wird einmal angezeigt, auf der nächsten Seite.
user-reset-totp-title = { $name } den zweiten Faktor abnehmen?
user-reset-totp-then = Die App und die Wiederherstellungscodes von { $name } gelten nicht mehr. Bis wieder ein zweiter Faktor eingerichtet ist, genügt das Passwort allein.
user-role-title = Die Rolle von { $name } ändern?
user-role-then = Die Rolle ist jetzt { $before } und wird { $role }.
user-access-ends = { $devices ->
    [0] Alle Sitzungen und API-Schlüssel von { $name } enden. Kein PC ist angemeldet.
    [one] Alle Sitzungen und API-Schlüssel von { $name } enden, und 1 PC muss sich neu anmelden.
   *[other] Alle Sitzungen und API-Schlüssel von { $name } enden, und { $devices } PCs müssen sich neu anmelden.
}
user-access-own = Das ist Ihr eigenes Konto: Sie werden abgemeldet.
page-draft-unknown = Es gibt keinen Entwurf { $id }. Er wurde vielleicht veröffentlicht oder verworfen.
page-group-unknown = Es gibt keine Gruppe { $name }. Die Liste der Gruppen zeigt alle.
page-user-unknown = Es gibt keinen Benutzer { $name }. Die Liste der Benutzer zeigt alle.
page-token-unknown = Es gibt keinen API-Schlüssel { $id }. Ihr Konto zeigt die gültigen Schlüssel.
user-remove-heading = Entfernen
user-remove = Diesen Benutzer entfernen
user-remove-title = { $name } entfernen?
user-remove-all = Das lässt sich nicht rückgängig machen. { $name } kann sich nicht mehr anmelden. Berechtigungen, Mitgliedschaften, { $devices ->
    [one] 1 Gerät mit seinem Schlüssel
   *[other] { $devices } Geräte mit ihren Schlüsseln
} und { $reports ->
    [one] 1 Bericht
   *[other] { $reports } Berichte
} werden entfernt. Im Protokoll der Änderungen steht danach eine Nummer statt des Namens.
user-remove-strip = Das lässt sich nicht rückgängig machen. { $name } kann sich nicht mehr anmelden. Berechtigungen, Mitgliedschaften und Schlüssel werden entfernt; { $devices ->
    [one] 1 Gerät
   *[other] { $devices } Geräte
} und { $reports ->
    [one] 1 Bericht
   *[other] { $reports } Berichte
} bleiben ohne alles, was sagt, wessen sie waren. Im Protokoll der Änderungen steht danach eine Nummer statt des Namens.
groups-none = Es gibt noch keine Gruppen. Eine Gruppe gibt ihre Berechtigungen allen Benutzern in ihr.
groups-search = Teil des Namens
groups-none-found = Keine Gruppe heißt so.
group-new-label = Name einer neuen Gruppe
group-new = Gruppe anlegen
group-no-users = Niemand ist in dieser Gruppe.
group-no-permissions = Die Gruppe hat keine Berechtigungen.
group-join-label = Benutzer
group-join = In die Gruppe aufnehmen
group-leave = { $user } herausnehmen
group-remove-heading = Entfernen
group-remove = Diese Gruppe entfernen
group-remove-title = Die Gruppe { $name } entfernen?
group-remove-all = Das lässt sich nicht rückgängig machen. Ihre Benutzer ({ $users }) bleiben und verlieren, was sie nur über diese Gruppe haben: { $permissions }.
import-how = Wählen Sie eine CSV-Datei in UTF-8, mit Kommas oder Semikolons. Es wird nichts geändert, bevor Sie gesehen haben, was aus jeder Zeile würde.
import-columns = Die erste Zeile benennt die Spalten. Nur name muss da sein. Eine leere Zelle lässt alles, wie es ist; „-“ bei groups oder permissions heißt: keine. Zwischen mehreren steht „|“. Niemand wird entfernt.
import-passwords = Lassen Sie Passwörter weg: Eine Datei mit einer solchen Spalte wird abgelehnt. Neue Benutzer bekommen danach Einmalpasswörter vom Server, einige auf einmal.
import-file = Datei
import-dry-run = Zeigen, was sie bewirken würde
import-title = Was der Import bewirken würde
import-nothing-changed = Bis jetzt wurde nichts geändert.
import-apply = { $accounts ->
    [one] Importieren: 1 Konto ändern
   *[other] Importieren: { $accounts } Konten ändern
}
import-other-file = Andere Datei wählen
import-rows = Zeilen
import-gone = Die Datei wartet nicht mehr. Wählen Sie sie noch einmal.
import-stale = Die Konten haben sich seither geändert, deshalb wurde nichts getan. Unten steht, was die Datei jetzt bewirken würde.
word-nobody = niemand (entfernt)
