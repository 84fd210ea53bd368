# Pages: signing a PC in, and the buttons to sign in by another system.

device-sign-in-title = Sign in on a PC
device-sign-in-enter = Enter a code that a PC shows
device-sign-in-code = Code
device-sign-in-code-hint = Eight letters, such as BCDF-GHJK. OX Updater on your PC shows them.
device-sign-in-next = Continue
device-sign-in-question = Sign in on this PC?
device-sign-in-who = OX Updater on this PC asks to be signed in as { $name }.
device-sign-in-computer = PC
device-sign-in-address = Asks from
device-sign-in-time = Asked at
device-sign-in-warning = Say yes only if you have just begun this on the PC yourself, and the PC shows the same code. If somebody else sent you the code or a link, say no: your updates would go to a PC that is not yours.
device-sign-in-yes = Yes, sign in
device-sign-in-no = No
device-sign-in-done = { $computer } is signed in as { $name }.
device-sign-in-refused = { $computer } was not signed in.
device-sign-in-close-title = You can close this page
device-sign-in-close = OX Updater on the PC goes on by itself within a few seconds.
device-sign-in-home = Your programs and PCs
error-device-code-unknown = No PC waits with this code, or it has waited too long. Compare the code with the one on the PC. If it is the same, begin once more on the PC: it then shows another one.
error-device-code-decided = This code was answered already. If the PC is not signed in, begin once more on the PC: it then shows another code.
error-device-code-too-often = There were too many wrong codes. Come again in { $minutes ->
    [one] 1 minute
   *[other] { $minutes } minutes
}.
