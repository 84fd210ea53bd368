# TLS, backup, restore, doctor, health.

## TLS

tls-unreadable = { $file } cannot be read ({ $detail }). Check its name in the settings tls_certificate and tls_key, and that the owner of the data folder may read it.
tls-key-open = The key { $file } can be read by everyone on this machine, and is not used. Take that right away (chmod o= { $file }); if others may have read it, get a new certificate with a new key.
tls-no-certificate = { $file } holds no certificate that can be used ({ $detail }). The setting tls_certificate names a PEM file that begins with this server’s own certificate.
tls-no-key = { $file } holds no key that can be used. The setting tls_key names a PEM file with a key that is not protected by a password.
tls-unfit = The key { $key } cannot be used with the certificate { $certificate } ({ $detail }). Take both from the same place, and the same renewal.
error-not-encrypted = This address speaks https only. Begin it with https:// in place of http://.
server-tells-metrics = Metrics for Prometheus are at { $url }

## backup and restore

oxupdated-backup-help = Writes a backup of database, packages and settings as one archive, also while the server runs.
oxupdated-backup-arg-file = The file to write, which must not be there yet; “-” is standard output.
oxupdated-backup-arg-with-private-keys = Includes the certificate of tls_certificate and its key.
oxupdated-restore-help = Restores a backup to an empty data folder, with the server stopped, after it has verified all of it.
oxupdated-restore-arg-file = The archive that “backup” has written.
oxupdated-restore-arg-verify-only = Verifies the archive, and restores nothing.
done-backup = The backup is whole.
done-backup-file = The backup is { $file } ({ $bytes } bytes). Keep it as safe as the server: it holds the hashes of passwords, and what second factors are checked with.
done-verify = { $file } is a whole backup. Version { $version } made it at { $at }; it holds { $files ->
    [one] 1 file
   *[other] { $files } files
}. Nothing was restored.
done-restore = { $folder } is as it was at { $at }, when version { $version } made the backup. Passwords, tokens and sessions are those of that time too: look after what was changed since, then start the server.
restored-private-keys = The certificate and its key came with the backup and are in the data folder. Before you start the server, set tls_certificate to { $certificate } and tls_key to { $key }: the settings still name the places they had before.
backup-foreign = The file is no backup of OX Updater. Choose one that “oxupdated backup” has written.
backup-unexpected = The backup holds “{ $path }”, which no backup holds there. It was changed by somebody; nothing of it was restored. Take another one.
backup-damaged = The backup is damaged: “{ $path }” is not what was written. Nothing was restored. Take another one.
backup-newer = Version { $version } of OX Updater made this backup, which is newer than this one. Install that version first.
backup-cut = The backup is not whole: it was cut off, or something was put behind it. Nothing was restored. Copy it again, or take another one.
backup-package-damaged = The backup could not be made, because { $path } in the data folder is no longer what was published. “oxupdated doctor --hash” names each such package; take it away (withdraw and delete it, or publish the right file again), then try again.
backup-package-missing = The file { $path } is missing from the backup: it is missing in the data folder, or has another size than its package. “oxupdated doctor” says more.
backup-io = It could not be written or read to its end ({ $detail }). Nothing is left of it. Look for room and rights, then try again.
error-no-room = Before this version changes the database, it makes a copy of it, which needs up to { $needed } bytes; the disk has { $free }. Nothing was changed. Make room, then start again.
error-file-there = { $file } is there already, and is not overwritten. Name another file.
error-file-unwritable = { $file } cannot be written ({ $detail }). Nothing is left there.
error-terminal = A backup is not for a terminal to show. Name a file, or lead standard output to a program.
error-data-folder-taken = { $folder } is not empty, and what is in it is not overwritten. Name an empty folder by --data, or move what is there to another place first.

## doctor

oxupdated-doctor-help = Looks at everything, changes nothing, and says what is wrong; also while the server runs.
oxupdated-doctor-arg-hash = Reads all packages to find damaged ones; that takes a while.
oxupdated-doctor-arg-json = Says it as JSON.
doctor-held = Somebody works in the data folder.
doctor-held-by = Somebody works in the data folder: { $holder }.
doctor-alone = No server is running in the data folder.
doctor-well = Nothing is wrong.
doctor-problem = Problem: { $said }
doctor-notice = Notice: { $said }
doctor-unknown-variable = The environment variable { $name } looks like a setting and is none, so what it says does not count. Correct its name, or take it away.
doctor-plain-http = What goes over the network from { $address } is not encrypted, because allow_plain_http is set: whoever is on the way can read passwords. Set tls_certificate and tls_key, or put a proxy with TLS in front.
doctor-no-hosts = The server listens at { $address } and knows no name of its own, so clients on other PCs are refused. Set public_url or allowed_hosts.
doctor-public-url-plain = The server encrypts, but public_url is { $url }, which sends clients to an address without encryption. Begin it with https://.
doctor-metrics-open = Metrics can be read at { $address } by whoever reaches this machine. They tell of no person; see to it that only the machines that watch this one get there.
doctor-port-taken = The server could not listen at { $address } ({ $detail }): another program listens there, or listening there needs more rights. Stop that program, or name another address in listen.
doctor-folder-open = Every user of this machine gets into { $folder }, where passwords’ hashes and packages are. Take that right away: chmod o= { $folder }
doctor-file-of-others = { $path } does not belong to the owner of the data folder, so the server may not be able to use it. Give it to that owner: chown --reference=…
doctor-not-writable = { $path } cannot be written ({ $detail }), so changes will fail. Give the owner of the data folder the right to write, and see whether the disk is mounted for reading only.
doctor-disk-low = The disk of the data folder has only { $free } bytes left; when it is full, no change and no report can be stored. Make room.
doctor-database-absent = There is no database yet; the first start of the server, or the first user that is added, makes it. If there was one, look whether the data folder is the right one.
doctor-database-unreadable = The database cannot be read ({ $detail }). Look for its rights and its disk; if it is damaged, restore a backup.
doctor-database-damaged = The database is damaged ({ $detail }): answers may be wrong, and changes may be lost. Stop the server, keep a copy of the data folder, and restore the last backup.
doctor-rows-astray = { $rows ->
    [one] 1 row
   *[other] { $rows } rows
} of the table { $table } speak of rows that are not there. The database was changed by something else than this server; restore a backup from before that.
doctor-database-older = An older version has used the database; the next start changes it for this version, after it has made a copy of it. Until then not all could be looked at.
doctor-package-missing = The package file { $path } is missing, so downloads of it fail. Restore it from a backup, or publish the same MSI again.
doctor-package-size = The package file { $path } has { $found } bytes in place of { $expected }, so clients refuse it. Restore it from a backup, or withdraw the package and publish the right MSI.
doctor-package-damaged = The package file { $path } does not hold what was published, so clients refuse it. Restore it from a backup, and look after the disk.
doctor-strangers = { $files ->
    [one] 1 file in the data folder belongs
   *[other] { $files } files in the data folder belong
} to no package, such as { $path }. An interrupted action has left that; the next start of the server removes it. Nothing needs to be done.
doctor-certificate-early = The certificate counts only from { $at }; until then clients refuse it. Check this machine’s clock, or use the certificate before it.
doctor-certificate-ended = The certificate ended at { $at }, so clients refuse it. Get a new one now; the server takes it over within a minute.
doctor-certificate-ends-soon = The certificate ends at { $at }, in { $days ->
    [one] 1 day
   *[other] { $days } days
}. Renew it, and see why nothing has renewed it yet; the server takes the new one over within a minute.
doctor-certificate-name = Clients come to { $host }, and the certificate is for other names ({ $names }), so they refuse it. Get a certificate for { $host }, or correct public_url.
doctor-clock-behind = The last change was written at { $at }, which is later than this machine’s clock. With a wrong clock sign-ins with a second factor fail and sessions end at odd times. Set the clock, best by NTP.
doctor-no-users = Nobody can sign in yet. Add the first administrator on the page of the set-up, or by “oxupdated user add NAME --password-file FILE --role administrator”.
doctor-no-administrator = No administrator can sign in, so nobody can manage the server on its pages. Name one by “oxupdated user set-role NAME administrator”, enable one, or give one who was imported a password by “oxupdated user reset NAME”.
doctor-one-time-password = { $users ->
    [one] { $user } has
   *[other] { $user } and others ({ $users } users) have
} had a one-time password for more than { $days } days without choosing another one. Whoever finds it gets in: disable the account, or give the person a new one by “oxupdated user reset { $user }”.
doctor-webhook-failing = The webhook { $url } has not been reached for a while, so nobody there is told what happens. “oxupdated webhook deliveries” says why; mend it, or remove the webhook.

## overview

concern-certificate-ended = The certificate ended at { $at } or ends today, so clients refuse it. Get a new one now; the server takes it over within a minute.
concern-certificate = The certificate ends at { $at }, in { $days ->
    [one] 1 day
   *[other] { $days } days
}. Renew it; the server takes the new one over within a minute.
