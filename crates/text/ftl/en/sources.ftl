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
