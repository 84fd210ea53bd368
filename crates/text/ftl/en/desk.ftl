### What the icon beside the clock, its windows and their notices say.

## the icon beside the clock

tray-tooltip-idle = OX Updater: this PC is up to date.
tray-tooltip-starting = OX Updater is starting.
tray-tooltip-unchecked = OX Updater has not looked for updates since it was started.
tray-tooltip-looking = OX Updater is looking for updates.
tray-tooltip-ready = { $count ->
        [one] OX Updater: 1 update is ready.
       *[other] OX Updater: { $count } updates are ready.
    }
tray-tooltip-not-ready = OX Updater: updates are offered that cannot be installed now.
tray-tooltip-working = OX Updater is working on update { $number } of { $count }.
tray-tooltip-question = OX Updater waits for your answer.
tray-tooltip-ended = OX Updater: the updates have ended. Open the window to see what came of them.
tray-tooltip-restart = OX Updater: restart Windows when it suits you, to complete the updates.
tray-tooltip-also-restart = { $tooltip } Restart Windows when it suits you, to complete those before.
tray-tooltip-no-server = OX Updater does not know where updates come from.
tray-tooltip-proposal = OX Updater asks you where updates may come from.
tray-tooltip-sign-in = OX Updater: sign in to look for updates.
tray-tooltip-away = OX Updater cannot reach the server just now.
tray-tooltip-locked = OX Updater waits until other updates on this PC have ended.
tray-tooltip-trouble = OX Updater could not look for updates. Open the window to see why.

tray-show-updates = Show &updates
tray-check-now = &Check now
tray-history = &History
tray-settings = &Settings
tray-about = &About OX Updater
tray-sign-in = Sign &in
tray-sign-out = Sign &out
tray-exit = E&xit

## what is told beside the clock: a heading of 63 characters at most, a sentence of 255

balloon-updates-title = { $count ->
        [one] An update is ready
       *[other] Updates are ready
    }
balloon-updates-important-title = { $count ->
        [one] An important update is ready
       *[other] Important updates are ready
    }
balloon-updates = { $count ->
        [one] { $names } can be installed. Click here to see what it brings.
       *[other] { $count } updates can be installed: { $names }. Click here to see what they bring.
    }
balloon-names-more = { $names } and { $more } more
balloon-sign-in-title = Sign in to look for updates
balloon-sign-in = The server wants to know who you are. Click here to sign in.
balloon-sign-in-again-title = Sign in again
balloon-sign-in-ended = The server has ended this PC’s sign-in, so no updates are found. Click here to sign in again.
balloon-sign-in-refused = The server does not accept the password on this PC any more, so no updates are found. Click here to sign in again.
balloon-no-server-title = OX Updater is not set up yet
balloon-no-server = It does not know where updates come from. Click here to tell it.
balloon-question-title = An update waits for you
balloon-question = Before { $product } can be installed, programs have to be closed. Click here to see which.
balloon-installed-title = { $count ->
        [one] An update is installed
       *[other] Updates are installed
    }
balloon-installed = { $count ->
        [one] 1 update is installed.
       *[other] { $count } updates are installed.
    }
balloon-installed-restart = { $count ->
        [one] 1 update is installed. Restart Windows when it suits you; it works fully afterwards.
       *[other] { $count } updates are installed. Restart Windows when it suits you; they work fully afterwards.
    }
balloon-not-installed-title = Not every update is installed
balloon-not-installed = { $done ->
        [one] 1 of { $count } updates is installed. Click here to see why, and what you can do.
       *[other] { $done } of { $count } updates are installed. Click here to see why, and what you can do.
    }
balloon-before-own-update = { $done ->
        [one] 1 of { $count } updates was installed before OX Updater updated itself. Open the history to see why not more.
       *[other] { $done } of { $count } updates were installed before OX Updater updated itself. Open the history to see why not more.
    }
balloon-settled-title = An install has ended
balloon-settled = { $product } { $version }: { $outcome }
balloon-self-update-title = OX Updater is up to date
balloon-self-update = OX Updater { $version } is installed.
balloon-self-update-failed-title = OX Updater was not updated
balloon-self-update-failed = OX Updater { $version } could not be installed. The version that was there goes on working. History shows more.

## buttons; the letter behind & is the one to press with Alt

button-next = &Next >
button-not-now = Not n&ow
button-close = C&lose
button-cancel = Cancel
button-back = < &Back
button-back-to-list = &Back to the list
button-check-now = &Check now
button-try-again = &Try again
button-settings = &Settings…
button-sign-in = Sign &in
button-sign-out = Sign &out
button-stay-signed-in = &Stay signed in
button-server-yes = &Yes, use this server
button-server-no = &No
button-cancel-updates = C&ancel the updates
button-go-on = &Go on in the background
button-exit-when-done = &Exit when it is done
button-stay = &Keep OX Updater running
button-copy-details = Copy d&etails
button-restart = &Restart Windows now
button-save = &Save

## the window with the updates

updates-starting = OX Updater is starting.
updates-looking = OX Updater is looking for updates. This takes a few seconds.
updates-unchecked = OX Updater has not looked for updates since it was started.
updates-none = This PC is up to date.
updates-ready = { $count ->
        [one] 1 update is ready for this PC.
       *[other] { $count } updates are ready for this PC.
    }
updates-not-ready = { $count ->
        [one] 1 update is offered that cannot be installed just like that.
       *[other] { $count } updates are offered that cannot be installed just like that.
    }
updates-checked = Checked { $when }.
updates-checking = Looking for updates again.
updates-stale = The last look for updates did not work; what is here was found { $when }.
updates-tries-again = OX Updater tries again by itself.
updates-problems = { $count ->
        [one] { $checked } 1 offer has a mistake and is left out; tell your administrator.
       *[other] { $checked } { $count } offers have a mistake and are left out; tell your administrator.
    }
updates-no-server = OX Updater does not know where updates come from. Open the settings and enter the address that your administrator gave you.
updates-proposal = Shall updates come from { $host }?
updates-proposal-why = The file that OX Updater was installed from bears the name of this server. Nothing was sent there yet.
updates-proposal-yes = If your administrator or your provider gave you this file, choose Yes. OX Updater then looks for updates at { $address }.
updates-proposal-no = If you do not know { $host }, choose No. You can then enter another address.
updates-versions-new = new { $offered }
updates-versions-update = { $installed } → { $offered }
updates-important = Important
updates-optional = Optional
updates-held = Failed before
updates-by-choice = Only by choice
updates-blocked = Not possible

## about one update

details-heading = { $product } { $version }.
details-heading-released = { $product } { $version }, released { $date }.
details-heading-size = { $product } { $version }, { $size }.
details-heading-released-size = { $product } { $version }, released { $date }, { $size }.
details-held = { $days ->
        [0] It failed less than a day ago, and is tried again when the publisher changes it, or when you tick it.
        [1] It failed yesterday, and is tried again when the publisher changes it, or when you tick it.
       *[other] It failed { $days } days ago, and is tried again when the publisher changes it, or when you tick it.
    }
details-both-remain-machine = It is installed for everyone on this PC, and this package installs for one person only: both would remain. Tick it to have it nevertheless.
details-both-remain-user = It is installed for you alone, and this package installs for everyone on this PC: both would remain. Tick it to have it nevertheless.
details-requires = It needs: { $requires }
details-close-first = { $count ->
        [one] { $programs } has to be closed while it is installed.
       *[other] { $programs } have to be closed while it is installed.
    }
details-notes = What is new: { $notes }
details-link = &More information
text-as-it-is = { $text }
date-of-day = { $month ->
        [1] { $day } January { $year }
        [2] { $day } February { $year }
        [3] { $day } March { $year }
        [4] { $day } April { $year }
        [5] { $day } May { $year }
        [6] { $day } June { $year }
        [7] { $day } July { $year }
        [8] { $day } August { $year }
        [9] { $day } September { $year }
        [10] { $day } October { $year }
        [11] { $day } November { $year }
       *[12] { $day } December { $year }
    }

## signing in

sign-in-page-heading = Sign in to look for updates.
sign-in-page-account = Use the name and password of your account at { $server }.
sign-in-page-once = This PC does not keep your password. If the server gives it a sign-in of its own, you stay signed in until you choose Sign out; otherwise you are asked again after the next start.
sign-in-page-each-time = This server wants the password each time.
sign-in-page-keep = &Keep the password on this PC, so that it finds updates by itself
sign-in-page-asking = Signing in. This takes a few seconds.
sign-in-page-name-missing = Enter your name.
sign-in-page-password-missing = Enter your password.

## how the updates go

progress-heading = { $count ->
        [one] The update is being installed.
       *[other] { $count } updates are being installed.
    }
progress-aside = You can close this window; the updates go on. Cancel works until Windows Installer cannot stop any more.
progress-stopping = It stops at the next safe moment. What is installed by then stays, and what is downloaded is kept.
progress-windows-ends = Windows is to end. What Windows Installer is at is finished first, and the rest is not begun.
progress-exit = OX Updater ends as soon as this is done.
progress-name = { $product } { $version }
progress-waits = Waits for its turn
progress-downloading = Downloading
progress-verifying = Checking
progress-programs-open = Waits until programs are closed
progress-windows-busy = Waits until another install has ended
progress-consent = Waits for an administrator’s consent
progress-consent-where = Windows asks for it. If you do not see the question, look for an icon that blinks in the taskbar.
progress-installing = Installing
progress-installed = Installed
progress-not-installed = Not installed
progress-transfer = { $done } of { $total }, { $speed } a second, { $left } left
progress-transfer-total = { $done } of { $total }
progress-transfer-done = { $done }
progress-takes-long = It takes longer than usual and goes on. You can go on working.
progress-safe = Windows Installer is at work on { $product }. If Windows ends now, the update is left half done. Wait a few minutes.

question-close-first-not-now = Not now leaves this update for another time; what is downloaded is kept. OX Updater closes no program by itself.
question-sign-out = Sign out on this PC?
question-sign-out-why = OX Updater then finds no updates until somebody signs in again. What is installed stays as it is.
question-exit = Updates are being installed, and OX Updater cannot end before that.
question-exit-why = It has to see what comes of them. It can end by itself as soon as they have ended.

## what came of the updates

result-installed = { $count ->
        [one] The update is installed.
       *[other] { $count } updates are installed.
    }
result-some = { $done ->
        [one] 1 of { $count } updates is installed.
       *[other] { $done } of { $count } updates are installed.
    }
result-none = { $count ->
        [one] The update is not installed.
       *[other] No update is installed.
    }
result-not-begun = { $product } { $version } was not begun. What is installed stays as it was.
result-restart = Windows has to be restarted before all works. Restart it when it suits you; save your work first.
result-reports = { $count ->
        [one] 1 report waits until the server can be reached.
       *[other] { $count } reports wait until the server can be reached.
    }

## the settings

settings-locked-by-policy = Your administrator has set this.
settings-locked-by-installer = OX Updater was installed so that this cannot be changed.
settings-server-wrong = “{ $address }” is not an address of a server. Write it as https://updates.example.com.
settings-server-sign-in-inside = The address holds a name or a password. Leave them out; you are asked for them when they are needed.
settings-interval-wrong = Enter a number of hours from { $least } to { $most }.
settings-proxy-wrong = “{ $address }” is not an address of a proxy. Write it as http://proxy.example.com:8080.

## what was installed before

history-heading = This is what OX Updater has done on this PC, the newest first.
history-none = OX Updater has not installed anything on this PC yet.
history-reading = OX Updater is reading what was installed.
history-unreadable = What was installed on this PC cannot be read. { $reason }
history-installed = It is installed.
history-installed-needs-restart = It is installed and works fully after a restart of Windows.
history-not-really-installed = Windows Installer reported success, and the version is not there.
history-cancelled = It was cancelled.
history-busy = Windows was busy with another install.
history-programs-open = Programs were open that have to be closed first.
history-not-for-this-pc = It does not suit this PC.
history-failed = It was not installed.
history-failed-because = It was not installed. { $happened }
history-download-failed = It could not be downloaded.
history-verification-failed = What was downloaded was not what is offered, so it was not installed.

## what this program is

about-heading = OX Updater { $version }
about-what = It keeps programs on this PC up to date.
about-server = Updates come from { $server }.
about-user = Signed in as { $user }.

## what is copied for the help desk

copy-program = OX Updater { $version }
copy-windows = Windows { $version }
copy-time = Copied: { $time } UTC
copy-ended = Ended: { $time } UTC
copy-server = Server: { $server }
copy-user = Signed in as: { $user }
copy-update = { $product }: { $versions }
copy-exit-code = Windows Installer ended with { $code }.
copy-log = Log: { $log }

## in place of sentences that speak of a command line

window-address-not-encrypted = “{ $address }” is not encrypted, so others on the way could read your password and change what is installed. Write https:// in its place, or ask your administrator: only they can allow a server without encryption.
window-server-not-encrypted = { $host } does not speak https, so nothing was sent to it. Check the address in the settings, or ask your administrator: only they can allow a server without encryption.
window-sign-in-refused-before = The server did not accept this name and password before, so they were not sent again. Correct the password, or ask your administrator for a new one.
window-locked = Updates are being installed on this PC already, by OX Updater in another place. Wait until that has ended, then try again.
window-locked-by-other = Somebody else on this PC is installing updates. Wait until that has ended, then try again.
window-web-page = In place of the updates, a web page came from { $address }. Perhaps the network wants you to sign in first, as in hotels: open any page in your browser. If it is not that, check the address in the settings.
window-no-place = It is not known where to keep downloads and logs. Restart Windows and try again; if it happens again, ask your administrator.
window-unsafe-place = “{ $path }” is no safe place for packages: { $reason } Remove it if you do not need it, or ask your administrator.

## sizes and times

amount-bytes =
    { $count ->
        [one] 1 byte
       *[other] { $count } bytes
    }
amount-kilobytes = { $count } KB
amount-megabytes = { $count } MB
duration-seconds =
    { $count ->
        [one] 1 second
       *[other] { $count } seconds
    }
duration-minutes =
    { $count ->
        [one] 1 minute
       *[other] { $count } minutes
    }
ago-now = just now
ago-minutes =
    { $count ->
        [one] 1 minute ago
       *[other] { $count } minutes ago
    }
ago-hours =
    { $count ->
        [one] 1 hour ago
       *[other] { $count } hours ago
    }
ago-days =
    { $count ->
        [one] 1 day ago
       *[other] { $count } days ago
    }
