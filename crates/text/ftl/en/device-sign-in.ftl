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

## by another system

sign-in-with = Sign in with { $name }
sign-in-with-title = You go on to { $name }
sign-in-with-about = You sign in there and then come back here. If nothing happens, go on by hand.
sign-in-with-continue = Continue to { $name }
error-provider-not-under-way = This sign-in is not under way any more: it took longer than { $minutes } minutes, was finished already, or began in another window. Begin it once more.
error-provider-denied = { $name } did not sign you in: the sign-in was cancelled there, or you may not use this service. If that surprises you, ask your administrator.
error-provider-refused = { $name } could not sign you in. Try it once more; if it happens again, tell your administrator.
error-provider-away = { $name } gives no answer at the moment. Try it again in a few minutes.
error-provider-not-believed = What { $name } says about you could not be checked, so you are not signed in. Try it once more; if it happens again, tell your administrator.
error-provider-mail-not-verified = { $name } does not say that your mail address is verified, and here it is your name. Have it verified there, or ask your administrator.
error-provider-account = { $name } knows you, but your account there cannot be used here. Ask your administrator.
