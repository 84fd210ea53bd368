# The frame of all pages of the server: navigation, forms, sign-in, errors.

# Frame and navigation
page-skip = Skip to the content
page-navigation = Administration
page-navigation-account = Your account
page-administration = Administration
page-overview = Overview
page-packages = Packages
page-users = Users
page-groups = Groups
page-devices = Devices
page-reports = Reports
page-audit = Audit
page-settings = Settings
page-account = Account
page-home = Home page
page-sign-out = Sign out
page-back = Back to the start
page-refused = This did not work
page-failed = The server could not do this
page-absent = Page not found
page-absent-why = The address may be wrong, what was there may have been removed, or it is not for you.
page-language = Language
page-pager = Pages of this list
page-pager-previous = Previous
page-pager-next = Next
page-pager-beyond = Page {$page} is beyond the end; the list has {$pages}.
page-pager-first = First page
page-pager-shown = {$first} to {$last} of {$total}

# Signing in
sign-in-title = Sign in
sign-in = Sign in
sign-in-name = User name
sign-in-password = Password

error-body-not-form = This address takes a form. Send it as application/x-www-form-urlencoded.
error-form-foreign = This form was not sent from a page of your session, so nothing was changed. Open the page again and send the form once more.

# What can go wrong
error-credentials-missing = Sign in with your name and your password.
error-not-signed-in = The name or the password is wrong. Check both and try again.
error-password-one-time = This password is good for one thing only: sign in with it on this server’s pages, in a browser, and choose your own password there.
error-busy = Many people are signing in just now. Try again in a few seconds.
error-source-away = The system that knows your account does not answer just now. Your password is not the problem. Try again in a minute.
error-password-of-source = The password of “{ $user }” is kept by { $source } and can only be changed there.
error-sign-in-too-often = There were too many wrong passwords. Wait { $seconds ->
    [one] 1 second
   *[other] { $seconds } seconds
}, and check the name and the password before you try again.
error-not-found = There is nothing here.
error-method-unknown = This address cannot be used in that way.
error-host-wrong = The request does not say which server it is meant for. Send one Host header with a name or an address.
error-host-foreign = This server is not “{ $host }”. Check the address; the administrator can allow the name with the setting allowed_hosts.
error-not-by-proxy = This server is reached only through its proxy. Check the address.
error-url-too-long = The address is too long. It may have at most { $bytes } bytes.
error-body-too-large = The request is too large. It may have at most { $bytes } bytes.
error-body-late = The request did not arrive in time. Send it again.
error-body-wrong = The request cannot be read ({ $detail }).
error-disk-full = The server’s disk is full. Nothing was changed. Make room on it, then try again.
error-internal = The server could not do that, and it is not your fault. Its log says why.
password-too-short = The password is too short. It needs at least { $characters } characters.
password-too-long = The password is too long. It may have at most { $characters } characters.
password-control-character = The password holds a control character. Choose one without.
password-device-token = The password begins with { $prefix }, as the tokens of devices do. Choose another one.

# Words
heading-name = Name
heading-role = Role
heading-scopes = Scopes
word-role-user = user
word-role-viewer = viewer
word-role-publisher = publisher
word-role-administrator = administrator
