# What oxupdate and the update window say.

## machine: Windows, as far as updates are concerned

machine-database = The list of installed programs on this PC could not be read. Restart Windows and try again. (Windows Installer answered { $code }.)
machine-disk = The disk of “{ $folder }” could not be asked for its free space. ({ $detail })
machine-start = The installer could not be started. ({ $detail })
machine-not-windows = This works on Windows only. Add --dry-run to see what would be done.

## server: where updates come from

server-address = “{ $address }” is not an address of a server or of an update.xml. Write it as https://updates.example.com.
server-unreachable = { $host } does not answer. Check the network and the address, then try again. ({ $detail })
server-certificate = { $host } could not prove who it is, so nothing was sent to it. Ask your administrator. ({ $detail })
server-sign-in-needed = The server wants to know who you are. Sign in with your name and password.
server-sign-in-refused = The server does not accept this name and password. Check both and try again.
server-forbidden = The server does not give this to you. Ask your administrator.
server-not-found = There is nothing at { $address }. Check the address.
server-busy-until = The server is busy. Try again in { $seconds } seconds.
server-busy = The server is busy. Try again later.
server-status = The server could not answer. Try again later, or ask your administrator. (HTTP status { $status })
server-too-large = The server sent more than { $megabytes } MB, which is more than may be fetched.
server-broken = The connection broke off. Try again; what was downloaded is kept. ({ $detail })
server-address-sign-in-inside = The address holds a name or a password, which others could read there. Leave them out; give the name with --user, and the password is asked for.
server-package-address = The package is at “{ $address }”, and nothing from this server is fetched there. Tell your administrator.
server-redirect = The server sends on to “{ $address }”, which leads nowhere. Check the address, or tell your administrator.
web-ca-file = The certificates in “{ $path }” could not be read. Check the file’s name. ({ $detail })
web-ca-file-empty = “{ $path }” holds no certificates. Give a PEM file, which has lines such as “-----BEGIN CERTIFICATE-----”.
web-proxy = “{ $address }” is not an address of a proxy. Write it as http://proxy.example.com:8080, or give “system” or “none”.
web-name = This name or password cannot be sent: a name has no colon, and neither has a line break or another control character.

## plan: what is to be done, and why

plan-new-important = Important: every PC is to have it.
plan-new-optional = Optional: it is not installed on this PC.
plan-older-important = Important, because an older version is installed.
plan-older-optional = Optional: the installed version may stay.
plan-same = This version is installed.
plan-same-but-fourth-field = To Windows Installer this is the installed version, because { $offered } differs only in the fourth number.
plan-newer = A newer version is installed.
plan-several = It is installed { $count } times ({ $versions }). { $reason }
plan-digest-missing = It cannot be installed: it is offered without a checksum, so the package could not be verified. Tell your administrator.
plan-platform = It is for PCs with another processor ({ $platform }).
plan-not-offered = “{ $name }” is not offered to you. “oxupdate list” shows what is.

## check and download

check-catalog-unreadable = The list of updates could not be read. { $reason } Tell your administrator.
download-disk-full = The disk is too full: { $needed } MB are needed and { $free } MB are free. Make room and try again.
download-too-large = The package is larger than { $megabytes } MB, which is more than may be downloaded. Tell your administrator.
download-cancelled = It was cancelled. What is downloaded is kept, and the next download goes on from there.

## verify: in what a file is not what was offered

verify-unreadable = The downloaded package could not be read. Try again. ({ $detail })
verify-digest-missing = It is offered without a checksum, so the package cannot be verified. Tell your administrator.
verify-size = The package is not what was offered: it has { $found } bytes instead of { $offered }. Tell your administrator.
verify-bytes = The package is not what was offered: its { $digest } is another. Tell your administrator.
verify-msi = The package is not what was offered. { $reason } Tell your administrator.
verify-identity = The package is not what was offered: its { $property } is “{ $found }” instead of “{ $offered }”. Tell your administrator.

## outcome: what came of an install

outcome-installed = { $product } { $version } is installed.
outcome-installed-needs-restart = { $product } { $version } is installed and works fully after a restart of Windows.
outcome-installed-despite = { $product } { $version } is installed, although Windows Installer reported an error. If something does not work, give the log to your administrator.
outcome-not-really-installed = { $product } { $version } was not really installed: Windows Installer reported success, and the list of installed programs does not show this version. Give the log to your administrator.
outcome-not-installed = { $product } { $version } was not installed. { $reason }
outcome-cancelled = It was cancelled.
outcome-old-version-unknown = Windows Installer does not know the installed version any more. Remove it in the settings of Windows, then try again.
outcome-busy = Windows is busy with another install. Wait until it has ended, then try again.
outcome-package-not-opened = The package could not be opened. Try again; if it happens again, give the log to your administrator.
outcome-package-unreadable = Windows Installer could not read the package, or stopped in the middle of it. Give the log to your administrator.
outcome-forbidden = An administrator does not allow it on this PC. Ask your administrator.
outcome-wrong-platform = The package is for PCs with another processor. Tell your administrator.
outcome-other-version-installed = Another version is installed that this package cannot replace. Remove it in the settings of Windows, then try again.
outcome-failed = The installer ran into an error. Try again; if it happens again, give the log to your administrator.

## state: what is kept between two runs

state-no-place = It is not known where to keep downloads and logs. Name a folder with --state.
state-unusable = “{ $path }” could not be read or written. Check that the disk is not full and that the file is yours. ({ $detail })
state-locked = Another oxupdate is installing updates on this PC. Wait until it has ended, then try again.
