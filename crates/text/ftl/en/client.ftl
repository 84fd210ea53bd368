# What oxupdate and the update window say.

## machine: Windows, as far as updates are concerned

machine-database = The list of installed programs on this PC could not be read. Restart Windows and try again. (Windows Installer answered { $code }.)
machine-disk = The disk of “{ $folder }” could not be asked for its free space. ({ $detail })
machine-start = The installer could not be started. ({ $detail })
machine-not-windows = This works on Windows only. Add --dry-run to see what would be done.

## server: where updates come from

server-address = “{ $address }” is not an address of a server or of an update.xml. Write it as https://updates.example.com.
server-unreachable = { $host } does not answer. Check the network and the address, then try again. ({ $detail })
server-certificate = { $host } could not prove who it is, so nothing was sent to it. Ask your administrator. ({ $detail })
server-sign-in-needed = The server wants to know who you are. Sign in with your name and password.
server-sign-in-refused = The server does not accept this name and password. Check both and try again.
server-forbidden = The server does not give this to you. Ask your administrator.
server-not-found = There is nothing at { $address }. Check the address.
server-busy-until = The server is busy. Try again in { $seconds } seconds.
server-busy = The server is busy. Try again later.
server-status = The server could not answer. Try again later, or ask your administrator. (HTTP status { $status })
server-too-large = The server sent more than { $megabytes } MB, which is more than may be fetched.
server-broken = The connection broke off. Try again; what was downloaded is kept. ({ $detail })
