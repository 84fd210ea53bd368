# Preconditions of the connector's plug-ins on an Open-Xchange server.
