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
import-row-twice = Line { $line } has the same name. The case of letters does not matter.
import-row-administrator = An import neither demotes nor disables an administrator. Do that on the user's page.
import-cut = The file ended before it was whole. Nothing was changed. Try again.
user-filter-password-wrong = “{ $text }” does not suit the filter. Write own, one-time or none.
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
word-withheld = withheld
word-superseded-by = superseded by { $package }
why-lacking = lacks { $permission }
why-direct = has { $permission } directly
why-groups = has { $permission } through { $groups }
why-direct-and-groups = has { $permission } directly and through { $groups }
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
oxupdated-user-list-arg-password = own, one-time or none.
