# Was die Installationsprogramme von OX Updater sagen. `cargo xtask dist` schreibt es hinein; je höchstens 255 Zeichen, keine Klammern.

installer-for-one-is-there = OX Updater ist auf diesem PC schon für Sie allein installiert. Entfernen Sie ihn zuerst: in den Einstellungen von Windows unter Apps. Starten Sie dieses Installationsprogramm danach noch einmal.
installer-for-everybody-is-there = OX Updater ist auf diesem PC schon für alle installiert; Sie brauchen keinen zweiten. Es wurde nichts geändert.
installer-is-for-one = Dieses Installationsprogramm ist für eine Person und nimmt kein ALLUSERS an. Für alle auf diesem PC ist das ohne „user“ im Namen da. Es wurde nichts geändert.
installer-newer-is-there = Auf diesem PC ist schon eine neuere Version installiert. Es wurde nichts geändert.
