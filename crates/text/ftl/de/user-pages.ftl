# Users, groups, permissions, CSV import.

heading-role = Rolle
word-role-user = Benutzer
word-role-viewer = Betrachter
word-role-publisher = Herausgeber
word-role-administrator = Administrator
