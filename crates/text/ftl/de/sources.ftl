# Quellen von Konten, für Administratoren.
source-standing-present = vorhanden
audit-user-alias = lässt einen weiteren Namen gelten für
audit-user-confirm = sagt Neues über
audit-user-conflict = bürgte für einen Namen, der hier jemand anderem gehört, und wurde abgewiesen
audit-user-gone = kennt nicht mehr
audit-detail-revoke = ohne die Berechtigung { $permission }
audit-detail-profile = Angaben zur Person
audit-detail-not-confirmed = zu lange nicht bestätigt

# Was von der Quelle eines Kontos gezeigt wird
heading-source = Quelle
source-local = dieser Server
source-standing-gone = nicht mehr vorhanden
heading-source-standing = In der Quelle
heading-confirmed = Zuletzt bestätigt
heading-aliases = Weitere Namen
heading-profile = Angaben der Quelle
source-profile-imap = Post kommt von { $server }
source-profile-smtp = Post geht an { $server }
user-source-about = Die Quelle { $source } verwaltet das Passwort und sagt, ob es das Konto gibt; geändert wird es dort.

# Einstellungen von Quellen
source-settings-table = schreiben Sie [[source]]
source-settings-too-many = höchstens { $sources } sind möglich
source-settings-name-taken = eine Quelle mit dem Namen „{ $name }“ gibt es schon
source-settings-name-local = der Name „local“ gehört der Quelle der Art „local“, die keinen anderen hat
source-settings-local = eine Quelle der Art „local“ hat keine eigenen Einstellungen
source-settings-kind = „{ $kind }“ ist keine Art von Quelle: nehmen Sie local, open-xchange, ldap oder open-id-connect
source-settings-at-most = { $key } ist höchstens { $max }
source-settings-at-least = { $key } ist mindestens 1

# Was der Doktor findet
doctor-source-well = Die Quelle von Konten { $source } lässt sich fragen.
doctor-source-late = Die Quelle von Konten { $source } hat nicht rechtzeitig geantwortet. Solange das so ist, kann sich niemand über sie anmelden. Sehen Sie nach dem Rechner, auf dem sie läuft, oder geben Sie ihr mit time_limit mehr Zeit.
doctor-source-not-reached = Die Quelle von Konten { $source } ist nicht erreichbar ({ $detail }). Solange das so ist, kann sich niemand über sie anmelden. Prüfen Sie ihre Adresse in den Einstellungen, das Netz und ihr Zertifikat.
doctor-source-failing = Die Quelle von Konten { $source } antwortet, dass sie nicht dienen kann ({ $detail }). Solange das so ist, kann sich niemand über sie anmelden. Sehen Sie in ihr eigenes Protokoll.
doctor-source-not-understood = Was die Quelle von Konten { $source } antwortet, ergibt keinen Sinn ({ $detail }). Prüfen Sie, ob ihre Adresse in den Einstellungen die ist, die docs/reference/sources.md beschreibt.
doctor-source-refused = Die Quelle von Konten { $source } lässt diesen Server nicht fragen ({ $detail }). Prüfen Sie das Konto oder das Geheimnis, das die Einstellungen dafür nennen.
doctor-source-empty = Die Quelle von Konten { $source } hält { $accounts } Konten, die benutzt werden, für verschwunden: alle, nach denen sie gefragt wurde. Prüfen Sie, ob das Konto, mit dem laut den Einstellungen gefragt wird, die anderen noch lesen darf, und ob sie noch da liegen, wo die Einstellungen sie suchen.
doctor-source-plain = Namen und Passwörter gehen unverschlüsselt an die Quelle von Konten { $source } auf { $host }: Wer auf dem Weg sitzt, kann sie lesen. Nehmen Sie https.
doctor-source-unknown = Es gibt { $accounts ->
    [one] 1 Konto
   *[other] { $accounts } Konten
} der Quelle { $source }, die in den Einstellungen nicht steht: Damit kann sich niemand anmelden. Nennen Sie die Quelle wieder in den Einstellungen, so wie sie hieß, oder entfernen Sie die Konten.
doctor-sources = Eine Quelle von Konten lässt sich nicht so verwenden, wie die Einstellungen sagen ({ $detail }), deshalb startet der Server nicht. Prüfen Sie die Tabellen [[source]] in den Einstellungen.
