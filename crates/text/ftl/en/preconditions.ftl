# Preconditions of the connector's plug-ins on an Open-Xchange server.

## Words

plug-in-connector = Connector for Microsoft Outlook
plug-in-password-change = Password change
plug-in-personal-data = Personal data
plug-in-mail-filter = Mail filter
plug-in-vacation-notice = Vacation notice
judgement-met = met
judgement-not-met = not met
judgement-cannot-tell = cannot tell
plug-in-active = will be active
plug-in-inactive = will not be active
plug-in-unclear = cannot tell

## The folder and its files

preconditions-folder = The folder { $folder } cannot be read: { $detail }. Name the folder “etc” of Open-Xchange, such as /opt/open-xchange/etc, and let the person who asks read it.
configuration-none = { $folder } holds no configuration of Open-Xchange: there is no file of properties in it. Name the folder “etc”, such as /opt/open-xchange/etc.
configuration-two = { $folder } holds files of two layouts, those of 6.20 in “groupware” and later ones, and the version of Open-Xchange is not known. Name the database of packages, which tells it.
configuration-broken = { $file } has a broken \u escape in line { $line }, and Open-Xchange cannot read the file either.
configuration-unreadable = { $file } cannot be read: { $detail }.
configuration-file-absent = { $file } is not there, so whether { $key } is set is not known.
configuration-too-many = { $folder } has more than { $entries } entries, and not all were looked at: what was not found may be there all the same. Take out what does not belong there.
configuration-contradicts = { $key } has one value in { $place } and another in { $other }; which one counts cannot be told. Leave it in one place.
configuration-context-set = { $key } is not set for the whole server, but { $file } sets it for some contexts.

## Packages

packages-not-named = the folder is not at /opt/open-xchange/etc, so the packages of this machine need not be its own
packages-no-database = there is neither /var/lib/dpkg/status nor rpm
packages-unreadable = { $place } cannot be read: { $detail }
packages-not-understood = { $place } is neither a status file of dpkg nor the output of “rpm -qa”
packages-none-of-them = { $place } knows no package of Open-Xchange, so it is another machine's
precondition-packages-name = Name the database of the server's packages: its file /var/lib/dpkg/status, or a file with the output of “rpm -qa”.
precondition-package-unknown = Whether { $package } is installed is not known: { $reason }.
precondition-package-there = The package { $package } is installed, version { $version }.
precondition-package-provided = The package { $package } is provided by { $by }.
precondition-package-in-core = What the package { $package } did is in the core from 6.22 on.
precondition-package-half = The package { $package } is not wholly installed: “{ $status }”.
precondition-package-absent = The package { $package } is not installed.
precondition-package-install = Install the package { $package } with the system's package manager, and restart Open-Xchange.
precondition-updater-there = The package { $package } is installed. It is no longer needed: this server hands out the updater and the connector in its place.
precondition-updater-replaced = The package { $package } is not needed: this server hands out the updater and the connector in its place.
precondition-updater-remove = Remove { $package } when all PCs are updated from here, so that nobody installs the old updater any more.

## Password change

precondition-backend-both = Both { $database } and { $script } are installed. They conflict: which one changes the password is chance.
precondition-backend-choose = Remove one of them. { $database } changes the password in Open-Xchange's own database alone; { $script } runs a script that can change it elsewhere too.
precondition-backend-database = { $package } is installed. It changes the password in Open-Xchange's own database alone: the passwords of mail servers stay.
precondition-backend-script = { $package } is installed.
precondition-backend-other = Neither of Open-Xchange's own ways to change passwords is installed, but { $package } is. Whether it changes passwords cannot be told.
precondition-backend-none = Nothing that changes passwords is installed: neither { $database } nor { $script }.
precondition-backend-install = Install one of them: { $database } changes the password in Open-Xchange's own database alone, { $script } runs a script that can change it elsewhere too.
precondition-backend-enabled = { $key } is true.
precondition-backend-disabled = Neither { $database } nor { $script } is true for the whole server; both are false if nothing is said.
precondition-backend-enable = Write { $database }=true into { $file } for Open-Xchange's own database, or { $script }=true for a script, and reload the configuration. Both may also be set for single contexts or users.
precondition-script-unset = { $key } names no script.
precondition-script-set = Write { $key }=/path/of/the/script into { $file }, and restart Open-Xchange.
precondition-script-path-unclear = “{ $path }” is no whole path of plain characters, so the script cannot be looked at.
precondition-script-use-unknown = Whether the script is what changes passwords is not known. { $found }
precondition-script-elsewhere = Whether { $path } can be run is not known: the folder is not at /opt/open-xchange/etc, so the files of this machine need not be its own.
precondition-script-unreadable = { $path } cannot be looked at: { $detail }.
precondition-script-absent = { $path } is not there.
precondition-script-no-file = { $path } is not a file.
precondition-script-put = Put the script to { $path }, or name the one that is there.
precondition-script-not-executable = { $path } is not executable.
precondition-script-executable-by-some = { $path } is executable for its owner or its group alone; whether the user “open-xchange” is among them cannot be told.
precondition-script-mode-set = Make it executable: chmod a+rx { $path }
precondition-script-mode-unknown = { $path } is there; whether it is executable cannot be told on this system.
precondition-script-no-interpreter = { $path } does not begin with a line that names its interpreter.
precondition-script-interpreter-absent = The first line of { $path } names “{ $program }”, which is not there.
precondition-script-interpreter-set = Let the first line of { $path } name an interpreter that is there, such as #!/bin/bash, and let the line end without a carriage return.
precondition-script-runs = { $path } is there, executable, and its interpreter is there.

## Personal data

precondition-edit-on = { $key } is TRUE.
precondition-edit-off = { $key } is “{ $value }”, and only TRUE lets people edit their own data.
precondition-edit-default-on = { $key } is not set; from 7.10 on that means TRUE.
precondition-edit-default-off = { $key } is not set; up to 6.20 that means FALSE.
precondition-edit-default-unknown = { $key } is not set, and what that means depends on the version: FALSE up to 6.20, TRUE from 7.10 on, and between them we do not know.
precondition-edit-set = Write { $key }=TRUE into { $place } and restart Open-Xchange. It only touches newly created contexts: for each older one run /opt/open-xchange/sbin/restoregabdefaults -c CONTEXT as well.
precondition-edit-older-contexts = { $key } only touches newly created contexts. Those that were created while it was FALSE stay as they are; for each of them run /opt/open-xchange/sbin/restoregabdefaults -c CONTEXT.

## Mail filter and vacation notice

precondition-file-there = { $file } is there and can be read.
precondition-file-mend = Mend the line in { $file }, and restart Open-Xchange.
precondition-file-absent = { $file } is not there.
precondition-file-unclear = { $file } is not there. Up to 7.10 it has to be, from 8.0 on it need not; which version this is, is not known.
precondition-file-not-needed = { $file } is not there; from 8.0 on the defaults count without it.
precondition-sieve-offers = The Sieve server { $address } offers “vacation”.
precondition-sieve-lacks = The Sieve server { $address } does not offer “vacation”.
precondition-sieve-turn-on = Turn the extension “vacation” on at the Sieve server: with Dovecot in sieve_extensions, with Cyrus in sieve_extensions of imapd.conf.
precondition-sieve-tells-none = The Sieve server { $address } greets without telling which extensions it offers.
precondition-sieve-trouble = The Sieve server { $address } did not tell what it offers: { $reason }.
sieve-not-reached = it cannot be reached ({ $detail })
sieve-silent = it did not greet in time
sieve-too-long = its greeting does not end
sieve-hung-up = it hung up before its greeting had ended
sieve-refused = it will not serve (“{ $words }”)
sieve-foreign = what it says is not ManageSieve
sieve-not-wanted = The Sieve server was not asked, as you wanted.
sieve-each-user = Each user's mail goes to a Sieve server of its own (SIEVE_LOGIN_TYPE is “user”), so none was asked.
sieve-each-user-unset = Each user's mail goes to a Sieve server of its own (SIEVE_LOGIN_TYPE is not set, which means “user”), so none was asked.
sieve-login-type = The login type of the mail filter is “{ $value }”, which is neither “user” nor “global”; no Sieve server was asked.
sieve-no-server = The configuration names no Sieve server, so none was asked.
sieve-no-port = The configuration names no port of the Sieve server, and what counts then depends on the version (2000 or 4190); none was asked.
sieve-address-wrong = “{ $server }” with the port “{ $port }” is no address of a Sieve server; none was asked.
sieve-of-another-machine = The configuration names { $address }, which is this machine only if the folder is its own; no Sieve server was asked.
sieve-name = Name the Sieve server, such as sieve.example.com:4190.
precondition-blacklist-has = { $key } is “{ $value }”, and hides “vacation”.
precondition-blacklist-take = Take “vacation” out of { $key } in { $place }, and reload the configuration.
precondition-blacklist-clear = { $key } does not hide “vacation”.
precondition-blacklist-unset = { $key } is not set, so it does not hide “vacation”.
precondition-domains-all = Vacation notices are sent to all domains.
precondition-domains-unset = { $key } is not set, so vacation notices are sent to all domains.
precondition-domains-some = Vacation notices are sent to these domains only: { $domains }.
precondition-domains-widen = Leave VACATION_DOMAINS (com.openexchange.mail.filter.vacationDomains) empty if others shall be answered too.

## Each person

precondition-user-has = { $permission } is granted, as Open-Xchange told at { $at }.
precondition-user-lacks = { $permission } is not granted, as Open-Xchange told at { $at }.
precondition-user-never = Whether { $permission } is granted is not known: nobody of this name has signed in here with an account of Open-Xchange.
precondition-user-gone = Whether { $permission } is granted is not known: Open-Xchange told that the account is gone, or may not sign in any more.
precondition-user-local = Whether { $permission } is granted at Open-Xchange is not known: the account is this server's own, and its permissions are those that were granted here.
precondition-user-other = Whether { $permission } is granted at Open-Xchange is not known: the account is known by “{ $source }”, which is not Open-Xchange.
precondition-user-grant = Grant it: { $call }
precondition-user-see = If it is to be granted: { $call }

## The settings

setting-open-xchange-etc = The folder `etc` of an Open-Xchange server, or a copy of it; with it, pages and the API tell whether the connector's preconditions are met.
setting-open-xchange-packages = The packages of that server: the status file of dpkg, or a file with the output of `rpm -qa`. For `/opt/open-xchange/etc` they are found.
setting-open-xchange-sieve = The Sieve server that is asked what it offers, such as `sieve.example.com:4190`, or `none`; else the one that the configuration names.

## The verb and the pages

preconditions-late = The Open-Xchange server is still being read. Try again in a moment; if that goes on, look at the network and the disks that its folder is on.
preconditions-sieve-wrong = “{ $written }” is no address of a Sieve server. Name host and port, such as sieve.example.com:4190.
preconditions-all-met = All preconditions are met.
preconditions-line = { $judgement }: { $found }
preconditions-line-of-user = { $judgement }, { $user }: { $found }
preconditions-place = Found in: { $place }
preconditions-advice = What to do: { $advice }
preconditions-good-to-know = Good to know: { $advice }
preconditions-plug-in = { $plug_in }: { $judgement }
preconditions-counts = { $met } met, { $not_met } not met, { $cannot_tell } cannot be told.
oxupdated-preconditions-help = Says whether an Open-Xchange server has what the connector for Microsoft Outlook and its plug-ins need; changes nothing.
oxupdated-preconditions-arg-etc = The folder of Open-Xchange's configuration: /opt/open-xchange/etc, or a copy of it.
oxupdated-preconditions-arg-packages = The server's packages: the status file of dpkg, or a file with the output of “rpm -qa”. For /opt/open-xchange/etc they are found.
oxupdated-preconditions-arg-sieve = The Sieve server to ask, instead of the one that the configuration names.
oxupdated-preconditions-arg-no-sieve = Asks no Sieve server.
oxupdated-preconditions-arg-user = Says what this user needs as well; may be given again.
oxupdated-preconditions-arg-json = Says it as JSON.

## Pages

page-preconditions = Preconditions
preconditions-about = The connector for Microsoft Outlook and its plug-ins need something of the Open-Xchange server. This is what was found there less than a minute ago, and what to do.
preconditions-no-site = No Open-Xchange server is named. Write open_xchange_etc with the folder of its configuration, such as /opt/open-xchange/etc, into the settings, and restart this server.
preconditions-of-users = What each person needs besides is on the person's page among the users.
preconditions-place-about = Whether an Open-Xchange server has what the connector for Microsoft Outlook and its plug-ins need.
preconditions-all = All that was found of the Open-Xchange server
preconditions-of-the-server = { $count ->
    [one] One precondition of the Open-Xchange server; an administrator sees which.
   *[other] { $count } preconditions of the Open-Xchange server; an administrator sees which.
}
user-plug-ins = Plug-ins of the connector
heading-plug-in = Plug-in
heading-judgement = Judgement
heading-found = Found
