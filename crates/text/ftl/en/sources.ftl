# Sources of accounts, for administrators.
source-standing-present = present
audit-user-alias = let another name count for
audit-user-confirm = told anew of
audit-user-conflict = vouched for a name that is somebody else’s here, and was refused
audit-user-gone = does not know any more
audit-detail-revoke = without the permission { $permission }
audit-detail-profile = what is known of the person
audit-detail-not-confirmed = not confirmed for too long
