# Users, groups, permissions, CSV import.

## import: why a file or a row is refused

import-too-large = The file is too large. It may have at most { $megabytes } MB; divide it.
import-too-many-rows = The file has too many rows. It may have at most { $rows }; divide it.
import-line-too-long = Line { $line } is too long. A line may have at most { $kilobytes } KB. Look for a quotation mark that is missing.
import-not-utf8 = Line { $line } is not UTF-8. Save the file as “CSV UTF-8” and try again.
import-nul = Line { $line } holds a NUL character, so this is no text. Save the table as “CSV UTF-8” and try again.
import-empty = The file is empty. Its first line names the columns: name,role,groups,permissions,standing.
import-name-missing = There is no column “name”. The first line of the file names the columns: name,role,groups,permissions,standing.
import-column-unknown = There is no column “{ $column }” in an import. The columns are: { $columns }.
import-column-twice = The column “{ $column }” is there twice. Remove one of them.
import-password-column = The file has a column with passwords, so nothing of it was read or kept. Remove the column: new accounts get one-time passwords from the server.
import-not-csv = Line { $line } is no CSV. Save the table as “CSV UTF-8” and try again.
import-row-cells = The row has { $found } cells, and the first line of the file has { $expected }.
import-row-role = “{ $role }” is no role. The roles are user, viewer, publisher and administrator.
import-row-standing = “{ $standing }” is no standing. Write enabled or disabled.
import-row-group = There is no group “{ $group }”. Add it first, or correct its name.
import-row-is-group = The name is taken by the group { $group }.
import-row-is-alias = The name is taken: it is another name of the account { $user }.
import-row-twice = Line { $line } has the same name. The case of letters does not matter.
import-row-administrator = An import neither demotes nor disables an administrator. Do that on the user's page.
import-cut = The file ended before it was whole. Nothing was changed. Try again.
user-filter-password-wrong = “{ $text }” does not suit the filter. Write own, one-time, none or source.
user-filter-second-factor-wrong = “{ $text }” does not suit the filter. Write set-up or missing.
user-filter-source-wrong = “{ $text }” is no name of a source. Write local or the name of a source in the settings.
user-filter-too-long = What is looked for has at most { $characters } characters.

## import: what becomes of a row

import-no-rows = The file has no rows below its first line.
import-summary-dry-run = Nothing was changed. It would be: { $added } new, { $changed } changed, { $unchanged } unchanged, { $refused } refused. Give --apply to do it.
import-summary = It was done: { $added } new, { $changed } changed, { $unchanged } unchanged, { $refused } refused.
import-hand-out-verb = New users have no password yet. “oxupdated user hand-out” gives them one-time passwords, some at a time.
import-change-role = role { $role }
import-change-standing = may sign in: { $standing }
import-change-join = joins { $group }
import-change-leave = leaves { $group }
import-change-grant = gets { $permission }
import-change-revoke = loses { $permission }
word-fate-new = New
word-fate-changed = Changed
word-fate-unchanged = Unchanged
word-fate-refused = Refused
heading-line = Line
heading-fate = What becomes of it

## one user

heading-password = Password
heading-one-time-password = One-time password
heading-verdict = Offered?
heading-why = Why
word-password-own = chosen by the user
word-password-one-time = one-time password
word-password-none = none yet
word-password-source = kept by the account’s source
heading-second-factor = Second factor
word-second-factor-set-up = set up
word-second-factor-missing = missing, role above user
word-withheld = withheld
word-superseded-by = superseded by { $package }
why-lacking = lacks { $permission }
why-direct = has { $permission } directly
why-groups = has { $permission } through { $groups }
why-direct-and-groups = has { $permission } directly and through { $groups }
why-source = has { $permission } by the account’s source
why-and-source = { $why }, and by the account’s source
done-user-create = The user { $name } was added. The one-time password is shown only here; the user replaces it at the first sign-in.
done-user-hand-out = { $users ->
    [0] No user without a password was found.
    [one] 1 user was given a one-time password. It is shown only here.
   *[other] { $users } users were given one-time passwords. They are shown only here.
} { $left ->
    [0] Nobody is left without one.
    [one] 1 more user has none yet.
   *[other] { $left } more users have none yet.
}

## help

oxupdated-user-add-arg-group = A group to be in; give it several times for more.
oxupdated-user-add-arg-permission = A permission to have; give it several times for more.
oxupdated-user-show-help = Shows a user, and for each product whether it is offered to the user and why.
oxupdated-user-show-arg-name = The user's name.
oxupdated-user-show-arg-json = Shows it as JSON.
oxupdated-user-import-help = Says what a CSV file would change of the users, and with --apply changes it.
oxupdated-user-import-arg-file = The file, with a first line such as name,role,groups,permissions,standing.
oxupdated-user-import-arg-apply = Does what the file says.
oxupdated-user-import-arg-json = Shows each row as JSON.
oxupdated-user-hand-out-help = Gives one-time passwords to users who have none yet, such as imported ones.
oxupdated-user-hand-out-arg-search = A part of the users' names.
oxupdated-user-hand-out-arg-group = The group that the users are in.
oxupdated-user-list-arg-search = A part of the name.
oxupdated-user-list-arg-role = The role.
oxupdated-user-list-arg-standing = enabled or disabled.
oxupdated-user-list-arg-group = The group that the users are in.
oxupdated-user-list-arg-permission = The permission that the users have, directly or through a group.
oxupdated-user-list-arg-password = own, one-time, none or source (the account’s source keeps it).
oxupdated-user-list-arg-second-factor = set-up, or missing: a role above user without one.
oxupdated-user-list-arg-source = Only accounts of this source; local is this server itself.
oxupdated-group-list-arg-search = A part of the name.

## pages

cancel = Cancel
users-new = New user
users-import = Import users
users-search = Part of the name
users-none = There are no users yet. Add one, or import a file.
users-none-found = No user is like that.
users-back = Back to the users
users-hand-out = Give one-time passwords
users-hand-out-hint = Users without a password cannot sign in. This gives one-time passwords to those that the filter finds, { $users } at a time in the order of their names, and shows them once, to be printed.
one-time-passwords = One-time passwords
one-time-passwords-how = Print this page or read the passwords out now: they are kept nowhere and cannot be shown again. Each is good for one thing: to sign in on this server's pages and choose another one.
user-name = Name
user-role-hint = User: own updates. Viewer: sees everything but the audit. Publisher: publishes packages too. Administrator: everything.
user-groups-hint = Names of groups, with commas between them.
user-permissions-hint = Permissions such as olox20, with commas between them. Those of the groups count too.
user-new-hint = The user gets a one-time password, which is shown once on the next page.
user-new-button = Add user
user-standing-enabled = may sign in
user-standing-disabled = disabled
user-disable = Disable
user-enable = Enable
user-reset = New one-time password
user-reset-totp = Reset second factor
user-second-factor = Second factor
user-second-factor-on = turned on
user-second-factor-off = none
user-role-label = Role
user-set-role = Change role
user-changed-meanwhile = Somebody else has changed { $name } meanwhile: the role is { $role } now. Look at it again before you change it.
user-no-groups = In no group.
user-join-label = Group
user-join = Put into the group
user-leave = Leave { $group }
user-no-permissions = Has no permissions.
permission-grant-label = Permission, such as olox20
permission-grant = Grant
permission-revoke = Revoke { $permission }
user-offered = What this person is offered, and why
why-nothing-required = requires no permission
user-leave-undo = Undo: put back into { $group }
permission-revoke-undo = Undo: grant { $permission } again
user-disable-title = Disable { $name }?
user-disable-then = { $name } can no longer sign in. Everything else is kept, and “Enable” undoes it.
user-reset-title = Give { $name } a one-time password?
user-reset-then = The password that { $name } has now counts no longer. The one-time password is shown once, on the next page.
user-reset-totp-title = Take the second factor of { $name } away?
user-reset-totp-then = The app and the recovery codes of { $name } count no longer. Until a second factor is set up again, the password alone is enough.
user-role-title = Change the role of { $name }?
user-role-then = The role is { $before } now, and will be { $role }.
user-access-ends = { $devices ->
    [0] All sessions and API tokens of { $name } end. No PC is signed in.
    [one] All sessions and API tokens of { $name } end, and 1 PC has to sign in again.
   *[other] All sessions and API tokens of { $name } end, and { $devices } PCs have to sign in again.
}
user-access-own = This is your own account: you will be signed out.
page-draft-unknown = There is no draft { $id }. It may have been published or thrown away.
page-group-unknown = There is no group { $name }. The list of groups shows all of them.
page-user-unknown = There is no user { $name }. The list of users shows all of them.
page-token-unknown = There is no API token { $id }. Your account shows those that count.
user-remove-heading = Remove
user-remove = Remove this user
user-remove-title = Remove { $name }?
user-remove-all = This cannot be undone. { $name } can no longer sign in. Permissions, memberships, { $devices ->
    [one] 1 device with its token
   *[other] { $devices } devices with their tokens
} and { $reports ->
    [one] 1 report
   *[other] { $reports } reports
} are removed. In the audit a number stands for the name from then on.
user-remove-strip = This cannot be undone. { $name } can no longer sign in. Permissions, memberships and tokens are removed; { $devices ->
    [one] 1 device
   *[other] { $devices } devices
} and { $reports ->
    [one] 1 report
   *[other] { $reports } reports
} stay without anything that tells whose they were. In the audit a number stands for the name from then on.
groups-none = There are no groups yet. A group gives its permissions to all users in it.
groups-search = Part of the name
groups-none-found = No group is called like that.
group-new-label = Name of a new group
group-new = Add group
group-no-users = Nobody is in this group.
group-no-permissions = The group has no permissions.
group-join-label = User
group-join = Put into the group
group-leave = Take { $user } out
group-remove-heading = Remove
group-remove = Remove this group
group-remove-title = Remove the group { $name }?
group-remove-all = This cannot be undone. Its users ({ $users }) stay, and lose what they have only through this group: { $permissions }.
import-how = Choose a CSV file in UTF-8, with commas or semicolons. Nothing is changed before you have seen what would become of each row.
import-columns = The first line names the columns. Only name has to be there. An empty cell leaves everything as it is; “-” for groups or permissions means none. Between several stands “|”. Nobody is removed.
import-passwords = Leave passwords out: a file with such a column is refused. New users get one-time passwords from the server afterwards, some at a time.
import-file = File
import-dry-run = Show what it would do
import-title = What the import would do
import-nothing-changed = Nothing has been changed yet.
import-apply = { $accounts ->
    [one] Import: change 1 account
   *[other] Import: change { $accounts } accounts
}
import-other-file = Choose another file
import-rows = Rows
import-gone = The file does not wait any more. Choose it again.
import-stale = The accounts have changed since you saw this, so nothing was done. Below is what the file would do now.
word-nobody = nobody (removed)
