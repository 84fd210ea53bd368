# Was oxupdate und das Update-Fenster sagen.

## machine: Windows, soweit es Updates betrifft

machine-database = Die Liste der installierten Programme auf diesem PC konnte nicht gelesen werden. Starten Sie Windows neu und versuchen Sie es noch einmal. (Windows Installer antwortete { $code }.)
machine-disk = Der freie Platz auf dem Datenträger von „{ $folder }“ konnte nicht ermittelt werden. ({ $detail })
machine-start = Das Installationsprogramm konnte nicht gestartet werden. ({ $detail })
machine-not-windows = Das geht nur unter Windows. Mit --dry-run sehen Sie, was geschehen würde.

## server: woher Updates kommen

server-address = „{ $address }“ ist keine Adresse eines Servers oder einer update.xml. Schreiben Sie sie so: https://updates.example.com.
server-unreachable = { $host } antwortet nicht. Prüfen Sie das Netzwerk und die Adresse und versuchen Sie es noch einmal. ({ $detail })
server-certificate = { $host } konnte sich nicht ausweisen, daher wurde nichts dorthin gesendet. Fragen Sie Ihren Administrator. ({ $detail })
server-sign-in-needed = Der Server möchte wissen, wer Sie sind. Melden Sie sich mit Name und Passwort an.
server-sign-in-refused = Der Server nimmt diesen Namen mit diesem Passwort nicht an. Prüfen Sie beides und versuchen Sie es noch einmal.
server-forbidden = Der Server gibt Ihnen das nicht. Fragen Sie Ihren Administrator.
server-not-found = Unter { $address } gibt es nichts. Prüfen Sie die Adresse.
server-busy-until = Der Server ist ausgelastet. Versuchen Sie es in { $seconds } Sekunden noch einmal.
server-busy = Der Server ist ausgelastet. Versuchen Sie es später noch einmal.
server-status = Der Server konnte nicht antworten. Versuchen Sie es später noch einmal, oder fragen Sie Ihren Administrator. (HTTP-Status { $status })
server-too-large = Der Server hat mehr als { $megabytes } MB gesendet; mehr wird nicht abgeholt.
server-broken = Die Verbindung brach ab. Versuchen Sie es noch einmal; was schon heruntergeladen ist, bleibt erhalten. ({ $detail })
