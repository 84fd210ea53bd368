# Devices, reports, spread, audit, overview.
