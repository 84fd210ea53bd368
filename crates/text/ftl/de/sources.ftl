# Quellen von Konten, für Administratoren.
source-standing-present = vorhanden
audit-user-alias = lässt einen weiteren Namen gelten für
audit-user-confirm = sagt Neues über
audit-user-conflict = bürgte für einen Namen, der hier jemand anderem gehört, und wurde abgewiesen
audit-user-gone = kennt nicht mehr
audit-detail-revoke = ohne die Berechtigung { $permission }
audit-detail-profile = Angaben zur Person
audit-detail-not-confirmed = zu lange nicht bestätigt
