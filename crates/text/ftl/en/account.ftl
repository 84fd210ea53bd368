# The own account: password, second factor, sessions, API tokens; set-up.

## what went wrong

error-old-password-wrong = The password is wrong. Give the one that you sign in with now.
error-password-same = The new password is the one that you have. Choose another one.
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
error-last-administrator = { $name } is the last administrator who can sign in, so nothing was changed. Make somebody else an administrator first.
error-token-role = Plain users have no API tokens, because there is nothing that one could open. Give the user another role first.
error-token-name = A token needs a name of at most { $characters } characters that says what it is for, without control characters or blanks at an end.
error-token-no-scope = Choose at least one scope: what the token may do.
error-token-scope = The scope “{ $scope }” is more than the role of the token’s owner opens. Leave it out.
error-token-days = A token lasts 1 to { $days } days.
error-token-too-many = This account has { $tokens } API tokens, and that is the most. Revoke one that is not used any more.
error-token-unknown = There is no API token { $id }. “oxupdated token list” shows all tokens.

## at the console

server-set-up = There is no administrator yet. To make one, open { $url } in a browser and type this code: { $code }
