# Devices, reports, spread, audit, overview.

## filters

filter-time-wrong = “{ $text }” is neither a day nor a time. Write it as 2026-11-20 or 2026-11-20T08:00:00Z.
filter-standing-wrong = “{ $text }” is no state of a device. Write enrolled or revoked.
filter-outcome-wrong = “{ $text }” is no outcome. Write one such as installed or failed, or failing for all that call for attention.
filter-platform-wrong = “{ $text }” is no platform. Write one such as x64 or x86.
filter-product-unknown = There is no product “{ $text }” here. Write the name of a package that is or was published, or an upgrade code.
filter-version-alone = A version alone says little. Name the product too.
filter-control-character = What is looked for has no control characters.
filter-too-long = What is looked for may have at most { $characters } characters.

## what came of an install

report-installed = It is installed.
report-installed-needs-restart = It is installed, and works fully after a restart of Windows.
report-not-really-installed = Windows Installer reported success, and the PC’s list of installed programs does not show this version. Read the installer’s log on the PC, and ask the package’s publisher.
report-cancelled = The person at the PC, or a policy, stopped it. What was installed stays as it was.
report-busy = Windows was busy with another install. The PC tries again by itself.
report-programs-open = Programs were open that have to be closed first. The PC tries again at the next check.
report-download-failed = The package could not be downloaded. Check that the PC reaches this server, and that there is room on its disk.
report-verification-failed = What was downloaded is not what was offered. If it happens on several PCs, look for a proxy or a virus scanner that changes downloads.
report-not-for-this-pc = The package does not suit this PC. Check its platform, and what it asks for.
report-failed = The installer ran into an error. The PC keeps its log; “oxupdate status” there tells the cause.
report-code-disk-full = There is not enough room on the PC’s disk. Make room, then try again.
report-code-service = Windows Installer’s service did not answer. Restart the PC; if that does not help, check that the service “Windows Installer” is not switched off.
report-code-fatal = The installer gave up and undid what it had begun. “oxupdate status” on the PC tells the cause; often a file was in use, or an own step of the package failed.
report-code-product-unknown = Windows Installer does not know the installed version any more. Remove it in the settings of Windows, then try again.
report-code-source-missing = The package of the installed version is missing, which is needed to replace it. Repair or remove that version with its own package.
report-code-package-not-opened = The package could not be opened. Try again; if it happens on several PCs, publish the package anew.
report-code-package-wrong = The package is damaged or no package of Windows Installer. Get it from its publisher again, and publish it anew.
report-code-log = The installer’s log could not be written. Check the room on the PC’s disk and the permissions of its folder for temporary files.
report-code-language = The package has a language that this Windows does not know.
report-code-transform = A transform that the install params name cannot be applied. Check the install params of the package.
report-code-forbidden = A rule for this PC forbids it. Check the policies for Windows Installer and for permitted software.
report-code-temporary-folder = The PC’s folder for temporary files is full or cannot be written to. Make room there, then try again.
report-code-platform = The package is for PCs with another processor. Publish one for this platform as well.
report-code-other-version = Another version is installed that this package cannot replace. Remove that version, or publish the package as a major upgrade.
report-code-params = Windows Installer does not understand the install params. Check them with the package.
report-code-remote-session = Windows does not allow this install from where it was started. Install it while somebody is signed in at the PC itself.
report-code-condition = The package does not install on this version of Windows. Offer it only to people whose PCs it suits.

## devices

device-product-current = up to date
device-product-behind = update available
device-product-missing = not installed
device-product-unknown = not told yet
device-product-not-offered = installed, not offered
no-products-of-device = The user of this device is offered nothing, and nothing of what is published here is installed on it.
done-device-forget = The device { $device } of { $user } is forgotten.
error-device-enrolled = The device { $device } of { $user } can still sign in. Revoke it first; then it can be forgotten.

## spread

spread-product = { $product }
spread-product-platform = { $product } ({ $platform })
spread-version = { $version }
spread-other = other versions
spread-nothing = not installed
spread-devices = { $devices } of { $of }

## overview

overview-all-well = Nothing needs your attention.
concern-disk = The disk of the data folder is nearly full: { $free } of { $size } are free. Make room, or move the data folder to a larger disk.
concern-failing = { $product } { $version }: { $reports ->
    [one] the only install
   *[other] { $failed } of { $reports } installs
} failed in the last { $days } days. The reports say why.
concern-unseen = { $of ->
    [one] The only device was
   *[other] { $devices } of { $of } devices { $devices ->
        [one] was
       *[other] were
    }
} not seen for { $days ->
    [one] 1 day
   *[other] { $days } days
}. Their people may be away; revoke devices that are gone for good.
concern-webhook-failing = Too many deliveries to the webhook at { $host } failed, so it is told nothing any more. Mend it, then switch it on again.
concern-webhook-gone = The webhook at { $host } says that it is gone, so it is told nothing any more. Switch it on again, or remove it.
concern-second-factor = { $users ->
    [one] 1 account above user has
   *[other] { $users } accounts above user have
} no second factor yet, though the setting require_second_factor asks for one. Each is asked to set one up at the next sign-in; whoever knows its password first sets it up.
concern-no-updater-package = There is no updater package yet, so people who sign in find no OX Updater to download. Choose one.
concern-warnings = { $packages ->
    [one] 1 package on offer has
   *[other] { $packages } packages on offer have
} warnings. Each says what to do.
concern-no-password = { $users ->
    [one] 1 account has
   *[other] { $users } accounts have
} no password yet, so nobody can sign in there. Hand out one-time passwords.
concern-drafts = { $drafts ->
    [one] 1 draft waits
   *[other] { $drafts } drafts wait
} for somebody to publish or throw away.

## help

oxupdated-device-list-arg-search = A part of the user’s name, the computer’s name or the PC’s number.
oxupdated-device-list-arg-state = Only devices in this state: enrolled or revoked.
oxupdated-device-list-arg-seen-since = Only devices seen on this day or later, such as 2026-11-20.
oxupdated-device-list-arg-seen-until = Only devices last seen on this day or earlier.
oxupdated-device-list-arg-client = Only devices whose client’s version begins so.
oxupdated-device-list-arg-windows = Only devices whose Windows version begins so, such as 10.0.22631.
oxupdated-device-list-arg-product = Only devices that have this product, by name or upgrade code.
oxupdated-device-list-arg-version = Only devices that have it in this version.
oxupdated-device-list-arg-lacks = Only devices that do not have this product, by name or upgrade code.
oxupdated-device-show-help = Shows one device: what is installed beside what its user is offered, and its newest reports.
oxupdated-device-show-arg-user = The user who enrolled it.
oxupdated-device-show-arg-device = The PC’s number, as “device list” shows it.
oxupdated-device-show-arg-json = Shows it as JSON.
oxupdated-device-forget-help = Removes a revoked device from the lists; its reports stay with its user.
oxupdated-device-forget-arg-user = The user who enrolled it.
oxupdated-device-forget-arg-device = The PC’s number, as “device list” shows it.
oxupdated-report-list-arg-user = Only reports of this user.
oxupdated-report-list-arg-device = Only reports of this PC, by its number or a part of its name.
oxupdated-report-list-arg-product = Only reports of this product, by its upgrade code or a part of its name.
oxupdated-report-list-arg-platform = Only reports of the product for this platform, such as x64.
oxupdated-report-list-arg-version = Only reports of installs of this version.
oxupdated-report-list-arg-outcome = Only reports with this outcome, such as installed or failed; failing for all that call for attention.
oxupdated-report-list-arg-since = Only reports received on this day or later, such as 2026-11-20.
oxupdated-report-list-arg-until = Only reports received on this day or earlier.
oxupdated-audit-list-arg-actor = Only what somebody did whose name has this part.
oxupdated-audit-list-arg-action = Only actions that begin so, such as user. or package.add.
oxupdated-audit-list-arg-subject = Only lines whose subject or details have this part.
oxupdated-audit-list-arg-address = Only what was done from an address that begins so.
oxupdated-audit-list-arg-since = Only lines of this day or later, such as 2026-11-20.
oxupdated-audit-list-arg-until = Only lines of this day or earlier.
oxupdated-overview-help = Says what needs attention, and how far each release has come.
oxupdated-overview-arg-json = Says it as JSON.

## pages of lists

filter-any = Any
filter-apply = Filter
filter-clear = Clear filters
filter-search-devices = Search user, computer or PC number
filter-has = Has installed
filter-lacks = Does not have
filter-seen-since = Last seen since
filter-seen-until = Last seen until
filter-windows = Windows version begins with
filter-client = Client version begins with
filter-since = From day
filter-until = To day
filter-failing = all that call for attention
list-as-csv = Download as CSV
list-none-found = Nothing matches these filters. Clear them to see the whole list.
devices-none-yet = No PC is enrolled yet. A PC appears here when its user has installed the OX Updater and signed in with it.
device-never-seen = not seen since it was enrolled
device-checked = Last check
device-products-title = Installed and offered
device-no-reports = This PC has sent no reports yet. It sends one after each install.
device-all-reports = All reports of this PC
device-revoke = Revoke this device
device-revoke-means = The PC can no longer sign in by itself, from its next request on. What is installed stays; { $user } can sign in there again with the password.
device-forget = Forget this device
device-forget-means = The PC disappears from the lists, with what it told last; its reports stay. This cannot be undone, but the PC comes back when its user signs in there again.
reports-none-yet = There are no reports yet. Each PC sends one after an install, unless a policy forbids it.
report-meaning = What it means
report-ended = Ended at the PC
report-details-title = Details
report-details = It took { $seconds ->
    [one] 1 second
   *[other] { $seconds } seconds
}.
report-details-code = Windows Installer’s exit code { $code }, after { $seconds ->
    [one] 1 second
   *[other] { $seconds } seconds
}.

## pages of spread

spread-title = How far releases have spread
spread-about = Each device counts once, by the highest version that it has. Counted are enrolled devices that told whether they have the product.
spread-all = All products
spread-none-yet = Nothing is published yet, so nothing has spread. Publish a package first.
spread-no-devices = No device has told about this product yet.
spread-offered = Offered now: { $version }.
spread-others = Other versions: { $versions }
spread-of-devices = Devices
spread-share = Share
spread-failed = Failed installs
spread-failed-installs = { $installs ->
    [one] 1 failed
   *[other] { $installs } failed
}
spread-course = Over time
spread-course-title = Versions of { $product } over devices, { $first } to { $last }
spread-course-description = On { $day }: { $versions }.
spread-course-span = From { $first } (left) to { $last } (right).
spread-course-later = Counts are kept once a day. The course appears here from the second day on.
spread-numbers = The numbers of each day
spread-day = Day

## pages of the overview

overview-concerns = Needs attention
overview-show-reports = { $reports ->
    [one] Show the report
   *[other] Show the { $reports } reports
}
overview-show-devices = { $devices ->
    [one] Show the device
   *[other] Show the { $devices } devices
}
overview-show-accounts = { $users ->
    [one] Show the account
   *[other] Show the { $users } accounts
}
overview-show-packages = { $packages ->
    [one] Show the package
   *[other] Show the { $packages } packages
}
overview-show-drafts = { $drafts ->
    [one] Show the draft
   *[other] Show the { $drafts } drafts
}
overview-show-webhook = Show the webhook
overview-show-updater = Go to the updater package
overview-packages = { $packages ->
    [one] package published
   *[other] packages published
}
overview-users = { $users ->
    [one] user who may sign in
   *[other] users who may sign in
}
overview-devices = { $devices ->
    [one] device enrolled
   *[other] devices enrolled
}
first-steps = What to do first
first-step-package = No package is published yet. Publish the first one, and everybody who may have it is offered it at once.
first-step-package-do = Go to packages
first-step-users = There are no accounts for people yet. Add them one by one, or import them from a CSV file.
first-step-users-do = Go to users
first-step-devices = No PC is enrolled yet. People fetch the OX Updater, already set up for this server, from the home page.
first-step-devices-do = Look at the home page

## the audit

audit-about = Lines are only added: nobody can change or remove one, not even the server itself.
audit-raw = Action
audit-actor-set-up = the set-up
audit-detail-role = role { $role }
audit-detail-requires = requires { $permission }
audit-detail-grant = with the permission { $permission }
audit-detail-join = into the group { $group }
audit-detail-in-place-of = in place of { $package }
audit-detail-from = from { $origin }
audit-detail-sha256 = SHA-256 { $digits }
audit-detail-keys-left = without private keys
audit-detail-keys-included = with private keys
audit-kind-operating-system = at the server’s machine
audit-kind-user = on the pages
audit-kind-device = by a PC
audit-kind-program = by a program
audit-user-add = added a user
audit-user-change = changed a user
audit-user-disable = disabled a user
audit-user-enable = enabled a user
audit-user-hand-out = gave a one-time password
audit-user-import = imported users
audit-user-own-password = changed the own password
audit-user-remove = removed a user
audit-user-reset = reset a user
audit-user-reset-totp = took away a second factor
audit-user-set-password = set a password
audit-user-set-role = changed a role
audit-package-add = published a package
audit-package-delete = deleted a package
audit-package-discard = discarded a draft
audit-package-draft = kept a draft
audit-package-receive = uploaded a package
audit-package-replace = replaced a package
audit-package-restore = offered a package again
audit-package-set = changed what is said about a package
audit-package-withdraw = withdrew a package
audit-group-add = added a group
audit-group-join = put a user into a group
audit-group-leave = took a user out of a group
audit-group-remove = removed a group
audit-permission-grant = granted a permission
audit-permission-revoke = revoked a permission
audit-backup-make = made a backup
audit-device-enrol = enrolled a PC
audit-device-forget = forgot a device
audit-device-revoke = revoked a device
audit-session-begin = signed in
audit-session-end = signed out
audit-session-end-others = ended other sessions
audit-token-create = made an API token
audit-token-revoke = revoked an API token
audit-updater-set = made a package the updater package
audit-updater-unset = took the updater package away
audit-webhook-add = added a webhook
audit-webhook-enable = enabled a webhook again
audit-webhook-remove = removed a webhook
audit-webhook-test = tested a webhook
