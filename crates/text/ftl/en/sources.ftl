# Sources of accounts, for administrators.
source-standing-present = present
audit-user-alias = let another name count for
audit-user-confirm = told anew of
audit-user-conflict = vouched for a name that is somebody else’s here, and was refused
audit-user-gone = does not know any more
audit-detail-revoke = without the permission { $permission }
audit-detail-profile = what is known of the person
audit-detail-not-confirmed = not confirmed for too long

# What is shown of an account’s source
heading-source = Source
source-local = this server
source-standing-gone = gone
heading-source-standing = In the source
heading-confirmed = Last confirmed
heading-aliases = Other names
heading-profile = What the source tells
source-profile-imap = mail comes from { $server }
source-profile-smtp = mail goes to { $server }
user-source-about = The source { $source } keeps the password and says whether the account is there; it is changed there.

# Settings of sources
source-settings-table = write it as [[source]]
source-settings-too-many = there may be { $sources } at most
source-settings-name-taken = there is a source with the name “{ $name }” already
source-settings-name-local = the name “local” is for the source of the kind “local”, which has no other
source-settings-local = a source of the kind “local” has no settings of its own
source-settings-kind = “{ $kind }” is no kind of source: take local, open-xchange, ldap or open-id-connect
source-settings-at-most = { $key } is at most { $max }
source-settings-at-least = { $key } is at least 1

# What the doctor finds
doctor-source-well = The source of accounts { $source } can be asked.
doctor-source-late = The source of accounts { $source } did not answer in time. Nobody can sign in by it while that is so. Look at the machine that it is on, or give it longer with time_limit.
doctor-source-not-reached = The source of accounts { $source } is not reached ({ $detail }). Nobody can sign in by it while that is so. Check its address in the settings, the network and its certificate.
doctor-source-failing = The source of accounts { $source } answers that it cannot serve ({ $detail }). Nobody can sign in by it while that is so. Look at its own log.
doctor-source-not-understood = What the source of accounts { $source } answers makes no sense ({ $detail }). Check that its address in the settings is the one that docs/reference/sources.md describes.
doctor-source-refused = The source of accounts { $source } does not let this server ask ({ $detail }). Check the account or the secret that the settings name for it.
doctor-source-empty = The source of accounts { $source } takes { $accounts } accounts that are in use for gone, all that it was asked about. Check whether the account that the settings name for asking may still read the others, and whether they are still where the settings look for them.
doctor-source-plain = Names and passwords go to the source of accounts { $source } on { $host } unencrypted: whoever is on the way can read them. Take https.
doctor-source-unknown = There { $accounts ->
    [one] is 1 account
   *[other] are { $accounts } accounts
} of the source { $source }, which the settings do not name: nobody can sign in with { $accounts ->
    [one] it
   *[other] them
}. Name the source in the settings again, as it was called, or remove the accounts.
doctor-sources = A source of accounts cannot be used as the settings say ({ $detail }), so the server does not start. Check the tables [[source]] in the settings.
