# What oxupdate and the update window say.

## machine: Windows, as far as updates are concerned

machine-database = The list of installed programs on this PC could not be read. Restart Windows and try again. (Windows Installer answered { $code }.)
machine-disk = The disk of “{ $folder }” could not be asked for its free space. ({ $detail })
machine-processes = It could not be found out which programs run on this PC. Try again; if it happens again, restart Windows. ({ $detail })
machine-start = The installer could not be started. ({ $detail })
machine-not-windows = This works on Windows only. Add --dry-run to see what would be done.

## server: where updates come from

server-address = “{ $address }” is not an address of a server or of an update.xml. Write it as https://updates.example.com.
server-unreachable = { $host } does not answer. Check the network and the address, then try again. ({ $detail })
server-certificate = { $host } could not prove who it is, so nothing was sent to it. Ask your administrator. ({ $detail })
server-not-encrypted = { $host } does not speak https, so nothing was sent to it. Check the address. If your administrator means it to work without encryption, begin the address with http:// and add --allow-http.
server-not-understood = { $host } gives an answer that cannot be understood. Check the address, or tell your administrator. ({ $detail })
server-sign-in-needed = The server wants to know who you are. Sign in with your name and password.
server-sign-in-refused = The server does not accept this name and password. Check both and try again.
server-sign-in-ended = The server does not accept this PC’s sign-in any more: it was ended there. Sign in anew with your name and password.
sign-in-refused-before = The server did not accept this name and password before, so they were not sent again. Correct the password, or add --sign-in-again to try it once more.
credentials-unusable = This PC’s sign-in could not be kept or read. Restart Windows and try again. ({ $detail })
server-forbidden = The server does not give this to you. Ask your administrator.
server-not-found = There is nothing at { $address }. Check the address.
server-busy-until = The server is busy. Try again in { $seconds } seconds.
server-busy = The server is busy. Try again later.
server-status = The server could not answer. Try again later, or ask your administrator. (HTTP status { $status })
server-too-large = The server sent more than { $megabytes } MB, which is more than may be fetched.
server-broken = The connection broke off. Try again; a download goes on where it stopped if the server allows it. ({ $detail })
server-address-sign-in-inside = The address holds a name or a password, which others could read there. Leave them out; give the name with --user, and the password is asked for.
server-package-address = The package is at “{ $address }”, and nothing from this server is fetched there. Tell your administrator.
server-redirect = The server sends on to “{ $address }”, which leads nowhere. Check the address, or tell your administrator.
server-too-slow = The server sends less than { $bytes } bytes a second, which is too slow. What is downloaded is kept; try again later, or from another network.
permitted-plain = “{ $address }” is not encrypted, so others on the way could read your password and change what is installed. Write https:// in its place. If your administrator means it to work without encryption, add --allow-http.
permitted-down = The server sends on from https to “{ $address }”, which is not encrypted, so nothing was asked for there. Tell your administrator.
permitted-unproven = The package is at “{ $address }”, which is not encrypted, and no SHA-256 from an encrypted server proves what comes from there. Nothing was fetched. Tell your administrator.
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
plan-newer = A newer version is installed.
plan-several = It is installed { $count } times ({ $versions }). { $reason }
plan-digest-missing = It cannot be installed: it is offered without a checksum, so the package could not be verified. Tell your administrator.
plan-package-place = It cannot be installed: its package is at a place that this server may not send to, such as a file share. Tell your administrator.
plan-package-unproven = It cannot be installed: its package would come without encryption, and no SHA-256 from an encrypted server proves what comes. Tell your administrator.
plan-platform = It is for PCs with another processor ({ $platform }).
plan-held = { $days ->
        [0] It failed less than a day ago, and is tried again when the publisher changes it, or when you choose it by name.
        [1] It failed yesterday, and is tried again when the publisher changes it, or when you choose it by name.
       *[other] It failed { $days } days ago, and is tried again when the publisher changes it, or when you choose it by name.
    }
plan-other-platform = It is for { $offered }, and what is installed is for { $installed }. To change, remove what is installed in the settings of Windows first.
plan-both-remain-machine = It is installed for everyone on this PC, and this package installs for one person only: both would remain. To have it nevertheless, install it by its name.
plan-both-remain-user = It is installed for you alone, and this package installs for everyone on this PC: both would remain. To have it nevertheless, install it by its name.
plan-for-one-person = It is for one person, and OX Updater runs with the rights of an administrator here, so it could end up with another person. Start OX Updater without these rights, then try again.
plan-package-name = The installed version cannot be updated: what Windows has noted about its package is damaged. Remove it in the settings of Windows, then try again.
plan-rest-installed = What is installed is for { $installed }, and is updated by the package for { $installed }.
plan-rest-better = This PC gets the package for { $better }, which suits it better.
plan-rest-superseded = This PC gets another version or package of it.
plan-in-both-machine = It is installed for everyone on this PC and for you as well; this one is for everyone. { $reason }
plan-in-both-user = It is installed for everyone on this PC and for you as well; this one is for you. { $reason }
plan-fourth-field-unseen = { $reason } Only its fourth number is higher, which Windows Installer does not see as newer: afterwards both versions may be installed.
plan-fourth-field-open = { $reason } Only its fourth number is higher; if its package does not update the installed version in place, both versions may be installed afterwards.
plan-not-offered = “{ $name }” is not offered to you. “oxupdate list” shows what is.

## check and download

check-catalog-unreadable = The list of updates could not be read. { $reason } Tell your administrator.
check-web-page = There is a web page at { $address } and no update.xml. Check the address; perhaps the network wants you to sign in first, as in hotels.
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
outcome-installed-beside = { $product } { $version } is installed. { $others } is still installed as well. If you need only one of them, remove the other one in the settings of Windows.
outcome-installed-despite = { $product } { $version } is installed, although Windows Installer reported an error. If something does not work, give the log to your administrator.
outcome-not-really-installed = { $product } { $version } was not really installed: Windows Installer reported success, and the list of installed programs does not show this version. Give the log to your administrator.
outcome-not-installed = { $product } { $version } was not installed. { $reason }
outcome-programs-open = Programs are open that have to be closed first: { $programs }. Close them, then try again; what is downloaded is kept.
outcome-cancelled = It was cancelled. What is installed stays as it was.
outcome-old-version-unknown = Windows Installer does not know the installed version any more. Remove it in the settings of Windows, then try again.
outcome-windows-ends = It was not begun, since Windows was about to end. It is offered again.
outcome-busy = Windows is busy with another install. Wait until it has ended, then try again.
outcome-package-not-opened = The package could not be opened. Try again; if it happens again, give the log to your administrator.
outcome-package-unreadable = Windows Installer could not read the package, or stopped in the middle of it. Give the log to your administrator.
outcome-forbidden = An administrator does not allow it on this PC. Ask your administrator.
outcome-wrong-platform = The package is for PCs with another processor. Tell your administrator.
outcome-other-version-installed = Another version is installed that this package cannot replace. Remove it in the settings of Windows, then try again.
outcome-failed = The installer ran into an error. Try again; if it happens again, give the log to your administrator.
outcome-interrupted = It was interrupted, by a restart of the PC or the end of this program. Try again; if it happens again, give the log to your administrator.

## close first: programs that are open

close-first = { $product } can be installed when { $programs } { $count ->
    [one] is
   *[other] are
} closed. Save your work there, close { $programs }, then choose Try again.
close-first-programs = { $count ->
    [0] { $last }
   *[other] { $others } and { $last }
}

## state: what is kept between two runs

state-no-place = It is not known where to keep downloads and logs. Name a folder with --state.
state-unusable = “{ $path }” could not be read or written. Check that the disk is not full and that the file is yours. ({ $detail })
state-unsafe = “{ $path }” is no safe place for packages: { $reason } Remove it if you do not need it, or name another folder with --state; or ask your administrator.
folder-is-link = It is not a folder, or it leads elsewhere.
folder-of-another = It belongs to another account.
folder-writable = Other accounts can write in it.
state-locked-by-other = Another person on this PC is installing updates, or you are from another folder. Wait until that has ended, then try again.
state-locked = Another oxupdate is installing updates on this PC. Wait until it has ended, then try again.

## oxupdate: verbs and arguments

oxupdate-help = Keeps the software on this PC up to date: shows what is offered, downloads, verifies and installs it.
oxupdate-check-help = Shows the updates that are ready for this PC. Ends with 10 if there are some.
oxupdate-list-help = Shows everything that is offered, and what of it is installed.
oxupdate-install-help = Downloads, verifies and installs updates. Without a name, the important ones.
oxupdate-install-arg-name = What to install: its name or upgrade code.
oxupdate-install-arg-all = Installs everything that is ready, optional updates too.
oxupdate-install-arg-interactive = Shows the dialogs of the packages, unless their publisher wants otherwise.
oxupdate-install-arg-wait-for-programs = Waits up to 4 hours for programs to be closed that an update needs closed.
oxupdate-report-help = Sends the server the reports about earlier installs that could not be sent yet.
oxupdate-status-help = Shows the last check, the last installs, and where logs are. Asks neither the server nor Windows.
oxupdate-sign-out-help = Forgets this PC’s sign-in at a server.
oxupdate-arg-server = Where updates come from: a server such as https://updates.example.com, or the address or path of an update.xml. OXUPDATE_SERVER does the same.
oxupdate-arg-user = Your name on the server. Without it, nobody signs in. OXUPDATE_USER does the same.
oxupdate-arg-password-file = A file whose first line is your password. Without it, OXUPDATE_PASSWORD is taken, or you are asked.
oxupdate-arg-sign-in-again = Signs in with the password even if this PC is signed in, or if the server refused it before.
oxupdate-arg-ca-file = A PEM file with the certificates to trust in place of those of the system.
oxupdate-arg-proxy = The proxy: “system” takes the setting of the system, “none” takes none, or its address.
oxupdate-arg-allow-http = Speaks http, without encryption, with other PCs too. Others on the way can then read the password and change what is installed.
oxupdate-arg-state = The folder for downloads, logs and everything else that is kept between two runs.
oxupdate-arg-json = Writes the result as one JSON object.
oxupdate-arg-dry-run = Shows what would be done, and installs and reports nothing. Elsewhere than on Windows, nothing is taken to be installed.
oxupdate-arg-machine = With --dry-run: a JSON file that says what is installed.

## oxupdate: what it says

cli-ready = 
    { $count ->
        [one] 1 update is ready for this PC.
       *[other] { $count } updates are ready for this PC.
    }
cli-ready-hint = “oxupdate install” installs the important ones, “oxupdate install --all” everything.
cli-nothing-ready = This PC is up to date.
cli-only-blocked = 
    { $count ->
        [one] 1 update cannot be installed.
       *[other] { $count } updates cannot be installed.
    }
cli-only-held =
    { $count ->
        [one] 1 update failed before and waits. “oxupdate check” shows why.
       *[other] { $count } updates failed before and wait. “oxupdate check” shows why.
    }
cli-nothing-important = No important update is ready. “oxupdate check” shows the optional ones.
cli-nothing-offered = Nothing is offered to you.
cli-nothing-to-do = { $name } { $version }: nothing to do. { $reason }
cli-would-install = 
    { $count ->
        [one] 1 update would be installed.
       *[other] { $count } updates would be installed.
    }
cli-head-name = Name
cli-head-versions = Installed → offered
cli-head-importance = Importance
cli-head-reason = Why
cli-versions-new = new { $offered }
cli-versions-same = { $offered }
cli-versions-update = { $installed } → { $offered }
cli-important = Important
cli-optional = Optional
cli-line-new = { $name }, new: { $offered }. { $reason }
cli-line-same = { $name }: { $offered }. { $reason }
cli-line-update = { $name }: { $installed } → { $offered }. { $reason }
cli-problem = The list of updates has a mistake. { $problem }
cli-problems-more = 
    { $count ->
        [one] There is 1 more mistake.
       *[other] There are { $count } more mistakes.
    }
cli-downloading = Downloading { $name } { $version }.
cli-downloading-size = { $heading } { $done }
cli-downloading-speed = { $heading } { $done } of { $total }, { $speed } a second, { $left } left
cli-verifying = Verifying { $name } { $version }.
cli-installing = Installing { $name } { $version }.
cli-installing-action = { $heading } { $action }
cli-asks-for-consent = Windows asks for an administrator’s consent to install { $name } { $version }.
cli-waiting-for-windows = Waiting until Windows has ended another install; then { $name } { $version } is installed.
cli-takes-long = { $name } { $version } is still being installed. You can go on working; what came of it is shown here, and by “oxupdate status” if this window is closed.
cli-settled = While nobody looked on, an install ended. { $outcome }
cli-still-installing = { $name } { $version } was begun, and Windows Installer is still at work.
cli-try-again = { $question } Type y for Try again, or n for Not now, then press Enter.
cli-waiting-for-programs = { $product } is installed as soon as { $programs } { $count ->
    [one] is
   *[other] are
} closed; until then this waits, for { $hours } hours at most. Save your work there first. Ctrl-C cancels.
cli-again-by-name = It is not tried again by itself; “oxupdate install { $name }” tries it again.
cli-details = Details: Windows Installer ended with { $code }. Its log is “{ $log }”.
cli-restart = Restart Windows when it suits you.
cli-no-reports = No reports wait.
cli-reports-sent = 
    { $count ->
        [one] 1 report was sent.
       *[other] { $count } reports were sent.
    }
cli-reports-wait = 
    { $count ->
        [one] 1 report waits until the server can be reached.
       *[other] { $count } reports wait until the server can be reached.
    }
cli-never-checked = This PC was never checked for updates.
cli-last-check = Last check: { $when } at { $address }. Updates ready then: { $count }.
cli-last-check-as = Last check: { $when } at { $address } as { $user }. Updates ready then: { $count }.
cli-past-install = { $product } { $version }, { $when }: { $outcome }.
cli-past-update = { $product } { $from } → { $version }, { $when }: { $outcome }.
cli-state-folder = Downloads and logs are in “{ $folder }”.
cli-outcome-installed = installed
cli-outcome-installed-needs-restart = installed, needs a restart
cli-outcome-not-really-installed = not really installed
cli-outcome-cancelled = cancelled
cli-outcome-busy = Windows was busy
cli-outcome-programs-open = programs were open
cli-outcome-not-for-this-pc = not for this PC
cli-outcome-failed = failed
cli-outcome-download-failed = not downloaded
cli-outcome-verification-failed = not what was offered
cli-sign-in-needed = The server wants to know who you are. Add --user with your name there; the password is asked for.
cli-server-busy = The server is busy. It is asked again in { $seconds } seconds. Ctrl-C cancels.
cli-signed-out = Signed out from { $origin }.
cli-not-signed-in = Nobody was signed in at { $origin }.
cli-sign-out-file = A file needs no sign-in. Give the address of a server with --server.
cli-server-locked = Updates come from { $server } on this PC, which cannot be changed here. Leave out --server, or ask your administrator.
cli-proxy-locked = The way to the server is set on this PC and cannot be changed here. Leave out --proxy, or ask your administrator.
cli-own-update = { $name } { $version } is ready and was left out: OX Updater installs it itself when you choose it in its window. To have it installed here, name it: oxupdate install "{ $name }".
cli-server-missing = It is not known where updates come from. Add --server with the address, such as --server https://updates.example.com.
cli-password-prompt = Password of { $user }:
cli-password-missing = The password is missing, and nobody can be asked here. Give it with --password-file or in the environment variable { $name }.
cli-password-variable = The environment variable { $name } is not readable text. Give the password with --password-file.
cli-password-not-read = The password could not be read. ({ $detail })
cli-password-file = The password could not be taken from “{ $path }”. { $reason }
cli-password-file-not-read = Check that the file is there and written in UTF-8. ({ $detail })
cli-password-file-too-large = The file is too large to hold a password only.
cli-machine-file = “{ $path }” does not describe a machine. docs/reference/oxupdate.md says how it is written. ({ $detail })
cli-output-not-written = The result could not be written. ({ $detail })
