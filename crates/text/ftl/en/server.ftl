# What oxupdated, the server, says: at the command line, in its answers, and to clients.

## help

oxupdated-help = OX Updater's server: offers each user the packages that the user's permissions allow.
oxupdated-arg-data = The data folder; /var/lib/oxupdated for root, else “oxupdated” in your own folder of data.
oxupdated-arg-config = The file with the settings; oxupdated.toml in the data folder unless it is given.
oxupdated-serve-help = Runs the server until it is asked to stop.
oxupdated-serve-arg-listen = Where to listen, such as 127.0.0.1:8080; port 0 takes a free one.
oxupdated-user-help = Users: who signs in.
oxupdated-user-add-help = Adds a user.
oxupdated-user-add-arg-name = The name to sign in with.
oxupdated-user-add-arg-password-file = A file whose first line is the password; - for standard input. Without it the user gets a one-time password.
oxupdated-user-add-arg-role = What the user may do on the server itself; “user” unless it is given.
oxupdated-user-set-password-help = Gives a user another password; the one before counts no longer, and the user's PCs have to sign in again.
oxupdated-user-set-password-arg-name = The user's name.
oxupdated-user-set-password-arg-password-file = A file whose first line is the password; - for standard input.
oxupdated-user-set-role-help = Gives a user another role; the user has to sign in again everywhere.
oxupdated-user-set-role-arg-name = The user’s name.
oxupdated-user-set-role-arg-role = What the user may do on the server itself.
oxupdated-user-reset-help = Gives a user a one-time password, which is shown once: the user signs in with it on the pages and chooses another one.
oxupdated-user-reset-arg-name = The user’s name.
oxupdated-user-reset-totp-help = Takes a user’s second factor away, for who has lost the app and the recovery codes.
oxupdated-user-reset-totp-arg-name = The user’s name.
oxupdated-user-remove-help = Removes a user, with permissions, memberships, devices and reports.
oxupdated-user-remove-arg-name = The user's name.
oxupdated-user-enable-help = Lets a user sign in again.
oxupdated-user-enable-arg-name = The user's name.
oxupdated-user-disable-help = Lets a user sign in no longer, and keeps everything else.
oxupdated-user-disable-arg-name = The user's name.
oxupdated-user-list-help = Lists the users with their groups and permissions.
oxupdated-user-list-arg-json = Lists them as JSON.
oxupdated-group-help = Groups: users who share permissions.
oxupdated-group-add-help = Adds a group.
oxupdated-group-add-arg-name = The group's name.
oxupdated-group-remove-help = Removes a group; its users stay.
oxupdated-group-remove-arg-name = The group's name.
oxupdated-group-join-help = Puts a user into a group.
oxupdated-group-join-arg-group = The group's name.
oxupdated-group-join-arg-user = The user's name.
oxupdated-group-leave-help = Takes a user out of a group.
oxupdated-group-leave-arg-group = The group's name.
oxupdated-group-leave-arg-user = The user's name.
oxupdated-group-list-help = Lists the groups with their users and permissions.
oxupdated-group-list-arg-json = Lists them as JSON.
oxupdated-permission-help = Permissions: what a user needs to be offered a package.
oxupdated-permission-grant-help = Grants a permission to a user or a group.
oxupdated-permission-grant-arg-holder = The name of the user or the group.
oxupdated-permission-grant-arg-permission = The permission, such as olox20.
oxupdated-permission-revoke-help = Revokes a permission of a user or a group.
oxupdated-permission-revoke-arg-holder = The name of the user or the group.
oxupdated-permission-revoke-arg-permission = The permission, such as olox20.
oxupdated-permission-list-help = Lists who holds which permission.
oxupdated-permission-list-arg-json = Lists them as JSON.
oxupdated-package-help = Packages: the MSI files on offer.
oxupdated-package-add-help = Publishes a package: it is offered from now on to all users who have the permissions that it requires.
oxupdated-package-add-arg-file = The MSI file.
oxupdated-package-add-arg-require = A permission that a user needs; give it several times to require all of them.
oxupdated-package-add-arg-name = The name to show, in place of the package's own.
oxupdated-package-add-arg-info-url = Where a person finds more to read.
oxupdated-package-add-arg-icon = The icon, an .ico file.
oxupdated-package-add-arg-install-params = What is handed to the installer, such as "/passive".
oxupdated-package-add-arg-template = Install params that come with the product; their properties take the place of those of the same names.
oxupdated-package-add-arg-importance = How important the update is: low is optional, medium is important where the product is installed, high is always important.
oxupdated-package-add-arg-release-date = The release date, such as 2026-11-20 or 20.11.2026; today unless it is given.
oxupdated-package-add-arg-description = What the product is, in a sentence or two.
oxupdated-package-add-arg-release-notes = What is new in this version.
oxupdated-package-add-arg-requires = Which versions of Windows and Outlook it needs.
oxupdated-package-add-arg-close-first = Programs to close before the install, with semicolons between them.
oxupdated-package-add-arg-force = Publishes a version that is lower than the one on offer, too.
oxupdated-package-withdraw-help = Withdraws a package: it is no longer offered, and is kept.
oxupdated-package-withdraw-arg-package = The product's name, its upgrade code, or the package's ID from “package list”.
oxupdated-package-withdraw-arg-version = The version, where the product has several.
oxupdated-package-list-help = Lists the packages in the order of publication.
oxupdated-package-list-arg-json = Lists them as JSON.
oxupdated-device-help = Devices: PCs that sign in with a token of their own instead of the user's password.
oxupdated-device-list-help = Lists the devices and what they told last.
oxupdated-device-list-arg-user = The user whose devices to list; without it, those of all users.
oxupdated-device-list-arg-json = Lists them as JSON; for one user with the products that are installed.
oxupdated-device-revoke-help = Ends a device's token; the person at that PC has to sign in again.
oxupdated-device-revoke-arg-user = The name of the user who enrolled the device.
oxupdated-device-revoke-arg-device = The device's number from “device list”.
oxupdated-token-help = API tokens: what programs sign in with at the JSON API.
oxupdated-token-create-help = Makes an API token for a user and prints it, alone on standard output; it is shown only then.
oxupdated-token-create-arg-user = The user whose token it is; it never opens more than that user’s role.
oxupdated-token-create-arg-name = What the token is for.
oxupdated-token-create-arg-scope = What the token may do; give it several times for more.
oxupdated-token-create-arg-expires = For how many days it counts; 365 at most.
oxupdated-token-list-help = Lists the API tokens, without the tokens themselves.
oxupdated-token-list-arg-user = The user whose tokens to list; without it, those of all users.
oxupdated-token-list-arg-json = Lists them as JSON.
oxupdated-token-revoke-help = Ends an API token at the next request.
oxupdated-token-revoke-arg-id = The token’s ID from “token list”.
oxupdated-report-help = Reports: what clients said about installs.
oxupdated-report-list-help = Lists the reports, the newest first.
oxupdated-report-list-arg-json = Lists them as JSON.
oxupdated-audit-help = The audit: who changed what and when.
oxupdated-audit-list-help = Lists the changes, the newest first.
oxupdated-audit-list-arg-json = Lists them as JSON.

## settings

setting-listen = Where the server listens: an address and a port. Port 0 takes a free one.
setting-public-url = What the addresses of packages in update.xml begin with, such as `https://updates.example.com`; unless it is given, they begin as the client reached the server.
setting-allowed-hosts = The other names, with or without a port, by which clients reach this server; a request for any other name is refused. Commas stand between them.
setting-trusted-proxies = Addresses and networks of the proxies in front of this server. Where there are any, others are let in only on this machine, and what these say in X-Forwarded-For and X-Forwarded-Proto counts.
setting-allow-plain-http = Whether the server may listen beyond this machine though nothing encrypts what it sends: `true` or `false`.
setting-tls-certificate = The file with this server’s certificate and those that lead to its root, as PEM; with tls_key, connections are encrypted here. A name without a folder is of a file in the data folder.
setting-tls-key = The file with the key of tls_certificate, as PEM and without a password, for nobody but the server to read.
setting-metrics-listen = Where the server tells metrics for Prometheus: an address and a port, such as `127.0.0.1:9464`; nowhere unless it is given.
setting-package-size-max = The most bytes that a package may have.
setting-session-idle-max = How many minutes a session on the pages may lie idle before it ends, for roles above user: 5 to 720.
setting-require-second-factor = Whether administrators, publishers and viewers need a second factor to sign in on the pages: `true` or `false`.
setting-report-age-max = After how many days reports are thinned: of each user, PC and product only the last one stays. 0 keeps all.
setting-device-unseen-days = After how many days without a sign of life the overview tells of a device. 0 never does.
setting-draft-age-max = After how many days a draft is thrown away that nobody has touched.
setting-on-user-removal = What becomes of the devices and reports of a user who is removed: `remove` them too, or `strip` them of all that tells whose they were.
setting-log = What is written to the log: `error`, `warn`, `info`, `debug` or `trace`, or a filter such as `info,server=debug`.
settings-unreadable = The settings in { $file } cannot be read ({ $detail }).
settings-not-toml = { $file } is not written in TOML. { $detail }
settings-alone = The setting { $given } is given, and { $missing } is not. They go together: give both or neither.
settings-source = { $file }, table [[source]] number { $number }: { $detail }. docs/reference/sources.md has the keys.
settings-unknown = { $file } has “{ $key }”, which is no setting. The settings are: { $names }.
settings-wrong = { $origin }: “{ $value }” does not suit the setting { $name }. { $meaning }
settings-origin-default = Default
settings-origin-file = { $file }
settings-origin-variable = Environment variable { $name }
settings-origin-command-line = Command line

## data folder

data-folder-no-place = There is no place for a data folder. Name one with --data.
data-folder-absent = There is no data folder { $folder }. Name the right one with --data, or start the server to make it.
data-folder-vacant = { $folder } is no data folder: no server has worked in it. Name the right one with --data, or start the server there first.
data-folder-unusable = { $path } cannot be used ({ $detail }). Run this as the owner of the data folder, or name another folder with --data.
data-folder-locked = Another oxupdated works in the data folder { $folder }. Stop it first, or name another folder with --data.
data-folder-locked-by = Another oxupdated ({ $holder }) works in the data folder { $folder }. Stop it first, or name another folder with --data.

## start

server-data-folder = Data folder: { $folder }
server-listening = Listening on { $url }
server-no-hosts = Clients on other PCs will be refused, because no name of this server is set. Set public_url or allowed_hosts.
server-no-users = There are no users yet. Add one with “oxupdated user add NAME --password-file FILE”.

## what was done

done-user-add = The user { $name } was added.
done-user-remove = The user { $name } was removed.
done-user-enable = The user { $name } may sign in again.
done-user-enable-before = The user { $name } may sign in already. Nothing was changed.
done-user-disable = The user { $name } may no longer sign in.
done-user-disable-before = The user { $name } may not sign in anyway. Nothing was changed.
done-user-set-password = The user { $name } has the new password.
done-user-set-role = { $name } has the role { $role } now, and has to sign in again everywhere.
done-user-set-role-before = { $name } has the role { $role } already. Nothing was changed.
done-user-reset = This is the one-time password of { $name }. It is shown only now. On the server’s pages { $name } signs in with it and chooses another one; nothing else can be done with it.
done-user-reset-totp = { $name } has no second factor any more, and has to sign in again everywhere.
done-user-reset-totp-before = { $name } has no second factor. Nothing was changed.
done-group-add = The group { $name } was added.
done-group-remove = The group { $name } was removed.
done-group-join = { $user } is in the group { $group } now.
done-group-join-before = { $user } is in the group { $group } already. Nothing was changed.
done-group-leave = { $user } is no longer in the group { $group }.
done-group-leave-before = { $user } is not in the group { $group }. Nothing was changed.
done-permission-grant = { $holder } has the permission { $permission } now.
done-permission-grant-before = { $holder } has the permission { $permission } already. Nothing was changed.
done-permission-revoke = { $holder } no longer has the permission { $permission }.
done-permission-revoke-before = { $holder } does not have the permission { $permission } itself. Nothing was changed.
done-package-add = { $package } is published for everyone: { $users ->
    [one] 1 user
   *[other] { $users } users
}.
done-package-add-requiring = { $package } is published for users with { $required }: { $users ->
    [one] 1 user
   *[other] { $users } users
}.
done-device-revoke = The device { $device } of { $user } has to sign in again.
done-device-revoke-before = The device { $device } of { $user } was revoked before. Nothing was changed.
done-token-create = This is the API token of { $user } for { $days ->
    [one] 1 day
   *[other] { $days } days
}. It is shown only now.
done-token-revoke = The API token { $id } counts no longer.
done-package-withdraw = { $package } is no longer offered.
done-package-withdraw-no-change = Nobody was offered it, so nothing changes for anyone.
done-package-withdraw-offered = { $users ->
    [one] 1 user is
   *[other] { $users } users are
} offered { $offered } again.
done-package-withdraw-still = { $users ->
    [one] 1 user is
   *[other] { $users } users are
} still offered { $offered }.
done-package-withdraw-nothing = { $users ->
    [one] 1 user is
   *[other] { $users } users are
} offered nothing of it any more.
done-package-withdraw-kept = Nobody is downgraded: PCs keep what they have.

## why it was not done

name-blank = A name has at least one character, and no blank at its beginning or end.
name-too-long = A name has at most { $characters } characters.
name-colon = A name has no colon, because signing in separates name and password by it.
name-control-character = A name has no control characters.
name-dots = A name is not one or two dots alone: browsers take those for folders.
permission-wrong = “{ $text }” is not a permission. A permission such as olox20 has at most { $characters } letters a to z, digits, hyphens, underscores and full stops.
publication-lower-than-offered = { $new } is lower than { $offered }, which those who would get it are offered, so nobody would be offered it. Withdraw { $offered } first, or say that it is meant (--force at the command line) to publish it all the same. PCs are never downgraded.
publication-fourth-field-only = { $version } and { $other } differ only in the fourth number, which Windows Installer ignores. { $offered } is offered, but a PC that has the other may take both for the same version. Ask the publisher for a package with a higher version.
publication-same-version = Another package of the same version { $version } is offered. The one that was published later is offered from now on; PCs that have this version will not be offered it again.
publication-released-later = The release date { $day } is in the future. The package is offered all the same, from now on.
written-listing-install-params = The install params cannot be used. { $reason }
written-listing-release-date = “{ $text }” is not a day. Write the release date as 2026-11-20 or 20.11.2026.
withdrawal-unknown = There is no package “{ $asked }”. The list of packages shows all.
withdrawal-withdrawn-before = “{ $asked }” is withdrawn already.
withdrawal-several =
    “{ $asked }” stands for more than one package. Give a version or one of these IDs:
    { $found }
report-product-wrong = The product of a report has a name of at most { $characters } characters, none of them a control character.
report-duration-wrong = The duration of a report is at most { $seconds } seconds.

error-not-allowed = You may not do that.
error-password-needed = This takes your password: sign in with it, and not with a device's token.
error-session-over = Your account was changed or your session ended in the meantime, so nothing was done. Sign in again.
error-enrolled-too-often = Too many PCs were enrolled with this account. Wait { $seconds ->
    [one] 1 second
   *[other] { $seconds } seconds
}, then try again.
error-range-outside = The part that was asked for lies outside the file, which has { $bytes } bytes.
error-not-the-same-file = The file is not the one that was asked for. Download it from the beginning.
error-body-not-json = The request is not announced as JSON. Send it with the content type application/json.
error-name-taken = The name { $name } is taken. A user and a group cannot have the same name either.
error-user-unknown = There is no user { $name }. “oxupdated user list” shows all users.
error-device-unknown = The user { $user } has no device { $device }. “oxupdated device list” shows all devices.
error-group-unknown = There is no group { $name }. “oxupdated group list” shows all groups.
error-holder-unknown = There is neither a user nor a group { $name }.
error-package-msi = The package cannot be published. { $reason }
error-package-listing = The package cannot be published. { $reason }
error-package-too-large = The package is too large. It may have at most { $bytes } bytes; the setting package_size_max says so.
error-package-cut = The package ended before it was whole. Nothing was published. Try again.
error-package-known = This very file is published already, as { $package }.
error-file-unreadable = { $file } cannot be read ({ $detail }). Check its name, and that you may read it.
error-not-a-file = { $file } is not a file. Choose the product's .msi file.
error-listen = The server cannot listen at { $address } ({ $detail }). Name another address with --listen.
error-plain-http = At { $address } the server would be reached from other PCs, and passwords would go there unencrypted. Listen on 127.0.0.1, set tls_certificate and tls_key, put a proxy with TLS in front and set trusted_proxies, or accept that with allow_plain_http = true.
error-socket = The verbs of this machine cannot reach the server through { $folder } ({ $detail }). Choose a data folder with a shorter path.
error-data-newer = A newer version of OX Updater has used this data folder. Use that version, or another data folder.
error-hand-over = The running server could not be asked ({ $detail }). Run this as the owner of the data folder or as root.
error-hung-up = The running server broke off before it answered ({ $detail }). “oxupdated audit list” shows whether the change was made. If the program was updated, restart the server first.
error-output = The result could not be written ({ $detail }).

## tables

heading-user = User
heading-standing = May sign in
heading-groups = Groups
heading-group = Group
heading-users = Users
heading-permissions = Permissions
heading-permission = Permission
heading-holder = Who
heading-kind = Kind
heading-added = Added
heading-id = ID
heading-version = Version
heading-platform = Platform
heading-state = State
heading-requires = Requires
heading-published = Published
heading-received = Received
heading-device = PC
heading-computer = Computer
heading-last-seen = Last seen
heading-windows = Windows
heading-client = Client
heading-enrolled = Enrolled
heading-from = From
heading-to = To
heading-outcome = Outcome
heading-exit-code = Exit code
heading-expires = Ends
heading-used = Last used
heading-installed = Installed
heading-offered = Offered
heading-seconds = Seconds
heading-at = When
heading-actor = Who
heading-address = From
heading-action = What
heading-subject = To what
heading-detail = Details
word-enabled = yes
word-disabled = no
word-user = user
word-group = group
word-enrolled = enrolled
word-revoked = revoked
word-offered = offered
word-superseded = superseded
word-withdrawn = withdrawn
word-installed = installed
word-installed-needs-restart = installed, restart needed
word-not-really-installed = not really installed
word-cancelled = cancelled
word-programs-open = programs were open
word-busy = another install was running
word-not-for-this-pc = not for this PC
word-failed = failed
word-download-failed = not downloaded
word-verification-failed = not what was offered
no-users = There are no users.
no-users-fit = There is no user whom the filter fits.
no-tokens = There are no API tokens.
no-groups = There are no groups.
no-permissions = Nobody holds a permission.
no-packages = There are no packages.
no-devices = There are no devices.
no-reports = There are no reports.
no-audit = Nothing has been changed yet.

## updater package

done-updater-set = { $package } is the updater package now: people who are signed in can download it.
done-updater-set-before = { $package } is the updater package already. Nothing was changed.
done-updater-unset = There is no updater package any more. The package itself is kept.
done-updater-unset-before = There is no updater package anyway. Nothing was changed.
updater-package-unsigned = { $package } bears no signature, so Windows will warn people who start it. Ask its publisher for a signed one.
updater-package-unknown = There is no package “{ $asked }” here. The list of packages shows all.
updater-package-several =
    “{ $asked }” stands for more than one package. Give a version or one of these IDs:
    { $found }
updater-package-elsewhere = The file of { $package } is not on this server, so it cannot be handed out. Add the file itself.
no-updater-package = There is no updater package yet. Choose one with “oxupdated updater set NAME-OR-ID”.
heading-signature = Signature
heading-set = Since
heading-set-by = By
word-signed = signed
word-unsigned = not signed
oxupdated-updater-help = The updater package: the MSI that people install the updater with.
oxupdated-updater-set-help = Makes a package the updater package; whether it is on offer too does not matter.
oxupdated-updater-set-arg-package = The product's name, its upgrade code, or the package's ID from “package list”.
oxupdated-updater-set-arg-version = The version, where the product has several.
oxupdated-updater-unset-help = Leaves no package the updater package; the package itself is kept.
oxupdated-updater-show-help = Shows the updater package.
oxupdated-updater-show-arg-json = Shows it as JSON.

## page of the settings

settings-of-the-server = Settings of the server
settings-how-to-change = They stand in the file oxupdated.toml in the data folder, or in the environment, and count from the next start of the server on.
settings-name = Setting
settings-value = Value
settings-about = What it does
settings-origin = From
settings-nothing = (nothing)
settings-from-default = the default
settings-from-file = the file {$file}
settings-from-variable = the variable {$variable}
settings-from-command-line = the command line
settings-updater = Updater package
settings-updater-about = The installer of OX Updater that people get on their home page, already set up for this server.
updater-page-about = Whoever signs in can download this MSI on the home page, whatever the permissions, and whether or not the package is on offer. It is handed out byte for byte, so its signature stays valid. Only the file’s name is ours: it carries this server’s address, and the updater proposes that address at its first start.
updater-page-none = There is no updater package yet: the home page says so to people, and they can download nothing. Choose one below.
updater-page-package = Package
updater-page-file-name = File name
updater-page-file-name-hint = With the address by which you reach the server now. Do not rename the file: without the address people have to type it.
updater-page-choose = Choose another package
updater-page-choose-hint = From then on people download this one. Whoever has installed the updater already keeps it. Packages that stay at another address cannot be chosen.
updater-page-no-other = There is no other package on this server that could be chosen. Upload the MSI of OX Updater; a draft will do.
updater-page-set = Make it the updater package
updater-page-unset = Leave no updater package
updater-page-unset-about = People can no longer download the updater. Whoever has it keeps it, and the package itself is kept. Choosing it again undoes this.
settings-webhooks = Webhooks
settings-webhooks-about = Other programs that are told when a package is published or an install has failed.
