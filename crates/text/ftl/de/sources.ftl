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
