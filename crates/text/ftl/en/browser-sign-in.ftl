# Signing in with the browser in place of a password, as the client tells of it.

## why it did not work

browser-sign-in-not-offered = This server does not offer signing in with the browser. Sign in with your name and password.
browser-sign-in-other-place = The server sends the browser to { $address }, which is no page of { $server }, so it was not opened. Sign in with your name and password, and tell your administrator.
browser-sign-in-not-understood = What the server said about signing in with the browser could not be understood. Sign in with your name and password.
browser-sign-in-denied = The sign-in was refused in the browser. If that was not what you wanted, try again.
browser-sign-in-expired = Nobody confirmed the sign-in in the browser in time. Try again.

## in the window

button-sign-in-with-browser = Sign in &with the browser
button-open-browser-again = &Open again
button-copy-code = &Copy the code
browser-sign-in-heading = Sign in with the browser.
browser-sign-in-asking = OX Updater is asking the server for a code. This takes a few seconds.
browser-sign-in-opened = Your browser has opened. Sign in there if you are asked to, and agree only if you see this code:
browser-sign-in-by-hand = If no browser has opened, open { $address } in one and enter the code there.
browser-sign-in-goes-on = { $minutes ->
        [one] The code is good for 1 minute. As soon as you have agreed, it goes on here by itself.
       *[other] The code is good for { $minutes } minutes. As soon as you have agreed, it goes on here by itself.
    }

## at the command line

oxupdate-sign-in-help = Signs this PC in at a server, and keeps its sign-in for the next runs.
oxupdate-sign-in-arg-browser = Signs in with a browser, on this PC or on another one, in place of a password. It opens where that can be done; the address and a code are shown in any case.
cli-browser-address = To sign in, open this address in a browser:
cli-browser-code = Agree there only if you see this code:
cli-browser-opened = Your browser has opened.
cli-browser-waits = { $minutes ->
        [one] You have 1 minute. Ctrl-C cancels.
       *[other] You have { $minutes } minutes. Ctrl-C cancels.
    }
cli-browser-waiting = Waiting until you agree in the browser
cli-signed-in = Signed in at { $origin } as { $user }.
cli-sign-in-dry-run = Signing in changes what is kept, so it cannot be tried with --dry-run. Leave it out.
cli-sign-in-name-missing = Give your name with --user, or sign in with --browser.
cli-sign-in-not-kept = Name and password were not found wrong, but this PC got no sign-in of its own that could be kept. Give the password at each run.
