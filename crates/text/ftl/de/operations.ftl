# TLS, backup, restore, doctor, health.
