# Users, groups, permissions, CSV import.
