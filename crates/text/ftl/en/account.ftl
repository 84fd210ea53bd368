# The own account: password, second factor, sessions, API tokens; set-up.

## what went wrong

error-old-password-wrong = The password is wrong. Give the one that you sign in with now.
error-password-same = The new password is the one that you have. Choose another one.
error-passwords-differ = The two new passwords are not the same. Type both once more.
error-code-wrong = The code is wrong, or was used before. Wait for the next code of your app, check that the clock of your phone is right, and try again.
error-code-too-often = There were too many wrong codes. Wait { $seconds ->
    [one] 1 second
   *[other] { $seconds } seconds
}, then sign in again.
error-set-up-late = Setting the second factor up took too long. Open the page again and scan the new code.
error-second-factor-there = This account has a second factor already. Turn it off first.
error-second-factor-required = This server asks administrators, publishers and viewers for a second factor, so it cannot be turned off.
error-set-up-code-wrong = The set-up code is wrong. The server’s console shows it.
error-set-up-code-too-often = There were too many wrong set-up codes. Start the server again: its console shows another one.
error-last-administrator = { $name } is the last administrator who can sign in, so nothing was changed. Make somebody else an administrator first; an administrator without a password does not count.
error-token-role = Plain users have no API tokens, because there is nothing that one could open. Give the user another role first.
error-token-name = A token needs a name of at most { $characters } characters that says what it is for, without control characters or blanks at an end.
error-token-no-scope = Choose at least one scope: what the token may do.
error-token-scope = The scope “{ $scope }” is more than the role of the token’s owner opens. Leave it out.
error-token-days = A token lasts 1 to { $days } days.
error-token-too-many = This account has { $tokens } API tokens, and that is the most. Revoke one that is not used any more.
error-token-unknown = There is no API token { $id }. “oxupdated token list” shows all tokens.

## at the console

server-set-up = There is no administrator yet. To make one, open { $url } in a browser and type this code: { $code }

## own account

account-cancel-sign-in = Cancel, and sign in as somebody else
account-password-now = Your password now
account-password-new = New password
account-password-again = New password once more
account-password-hint = At least { $characters } characters; a few words are better than a riddle.
account-back = Back to your account
account-change = Change
account-on = on
account-off = off
account-recovery-codes = { $codes ->
    [0] No recovery code is left.
    [one] 1 recovery code is left.
   *[other] { $codes } recovery codes are left.
}
account-sessions = Where you are signed in
account-sessions-about = Each browser in which you are signed in. End what you do not know, and then change your password.
account-sessions-end-others = End all others
account-sessions-ended = { $sessions ->
    [0] There was no other session.
    [one] 1 other session was ended.
   *[other] { $sessions } other sessions were ended.
}
account-session-address = From
account-session-begun = Signed in
account-session-used = Last used
account-session-end = End
account-session-this = this browser
account-session-ended = The session was ended.
account-tokens = API tokens
account-tokens-about = Programs sign in with them at the JSON API under /api/v1. A token never opens more than you may yourself, and ends when your password or your role changes.
account-token-new = A new token
account-token-name = What it is for
account-token-days = Days until it ends, at most { $days }
account-token-make = Make the token
account-token-ends = Ends
account-token-unused = never
account-token-revoke = Revoke
account-token-revoked = The token was revoked and counts no longer.
account-token-made = Your new API token
account-token-made-about = This is the token “{ $name }”. Copy it now: it is shown only this once, and the server keeps no copy.
account-token-kept = I have copied it
scope-view = see packages, users, groups, devices and reports
scope-audit = see the audit
scope-publish = change, publish and withdraw packages
scope-administer = change users, groups, permissions and devices
own-password-title = Change your password
own-password-about = You stay signed in here. Everywhere else you are signed out: in other browsers, on your PCs, and your API tokens end.
own-password-changed = Your password was changed. Everywhere else you have to sign in again.
new-password-title = Choose your own password
new-password-about = You have signed in with a one-time password, which somebody else may know too. Choose one that only you know.
new-password-choose = Choose this password
second-factor-title = Second factor
second-factor-code = Code
second-factor-code-hint = The six digits that your authenticator app shows now, or one of your recovery codes.
second-factor-needed = This server asks administrators, publishers and viewers for a second factor. Set yours up; it takes a minute.
second-factor-set-up = Set up a second factor
second-factor-scan = 1. Scan this picture with an authenticator app on your phone.
second-factor-qr = QR code with the secret for your authenticator app; the same stands below in letters.
second-factor-type = If you cannot scan it, type this secret into the app:
second-factor-first-code = 2. The six digits that the app shows now
second-factor-turn-on = Turn it on
second-factor-on = Your second factor is on. { $codes ->
    [0] No recovery code is left: make new ones now.
    [one] 1 recovery code is left.
   *[other] { $codes } recovery codes are left.
}
second-factor-turn-off = Turn it off
second-factor-turn-off-about = Your password alone is then enough to sign in. The recovery codes count no longer.
second-factor-turned-off = Your second factor was turned off.
recovery-codes-title = Your recovery codes
recovery-codes-about = Each of these codes lets you sign in once when your phone is not at hand. Print them or keep them where you keep passwords: they are shown only this once.
recovery-codes-kept = I have kept them
recovery-codes-renew = Make new recovery codes
recovery-codes-renew-about = The codes that you have count no longer then.
set-up-title = Make the first administrator
set-up-about = This server has no administrator yet. Whoever can read its console may make one, once.
set-up-code = Set-up code
set-up-code-hint = The server’s console shows it, where oxupdated was started.
set-up-make = Make the administrator
