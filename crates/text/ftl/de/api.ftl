# The JSON API.

error-token-missing = Dafür ist ein API-Schlüssel nötig: Senden Sie ihn in „Authorization: Bearer oxa1_…“. Passwörter und Sitzungen der Seiten zählen hier nicht.
error-token-refused = Dieser API-Schlüssel gilt nicht: Er ist falsch geschrieben, abgelaufen oder widerrufen, oder sein Besitzer darf ihn nicht mehr verwenden. Erstellen Sie auf den Seiten unter Ihrem Konto einen neuen.
error-precondition-missing = Eine Änderung an Vorhandenem muss sagen, welchen Stand Sie gesehen haben: Lesen Sie es, und senden Sie sein ETag in If-Match.
error-changed-meanwhile = Dies wurde geändert, seit Sie es gelesen haben, und jetzt wurde nichts getan. Lesen Sie es noch einmal, und entscheiden Sie neu.
error-query-wrong = Der Abfrageteil dieser Adresse kann nicht gelesen werden ({ $detail }).
error-limit-wrong = „limit“ ist eine Zahl von 1 bis { $items }.
error-cursor-wrong = „after“ ist nicht, was eine Seite dieser Liste als „next“ genannt hat. Beginnen Sie mit der ersten Seite, ohne „after“.

problem-request = Die Anfrage ist nicht richtig
problem-sign-in = Zugangsdaten sind nötig
problem-forbidden = So ist das nicht erlaubt
problem-not-found = Das gibt es nicht
problem-method = Das geht hier nicht
problem-late = Die Anfrage kam zu langsam an
problem-conflict = Vorhandenes steht dem entgegen
problem-changed = Es ist nicht mehr, wie es gesehen wurde
problem-too-large = Die Anfrage ist zu groß
problem-media-type = Der Inhalt ist von anderer Art
problem-precondition = Es fehlt, was gesehen wurde
problem-too-often = Zu oft
problem-busy = Der Server ist ausgelastet
problem-server = Der Fehler liegt beim Server
error-body-not-csv = Die Anfrage ist nicht als CSV angekündigt. Senden Sie sie mit dem Inhaltstyp text/csv.
error-body-not-msi = Die Anfrage ist nicht als MSI-Datei angekündigt. Senden Sie sie mit dem Inhaltstyp application/octet-stream.
