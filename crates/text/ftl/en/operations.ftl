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
