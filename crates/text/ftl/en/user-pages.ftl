# Users, groups, permissions, CSV import.

heading-role = Role
word-role-user = user
word-role-viewer = viewer
word-role-publisher = publisher
word-role-administrator = administrator
