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
page-language = Language
page-pager = Pages of this list
page-pager-previous = Previous
page-pager-next = Next
page-pager-none = Nothing here.
page-pager-shown = {$first} to {$last} of {$total}

# Signing in
sign-in-title = Sign in
sign-in = Sign in
sign-in-name = User name
sign-in-password = Password

error-body-not-form = This address takes a form. Send it as application/x-www-form-urlencoded.
error-form-foreign = This form was not sent from a page of your session, so nothing was changed. Open the page again and send the form once more.

# Settings
settings-of-the-server = Settings of the server
settings-how-to-change = They stand in the file oxupdated.toml in the data folder, or in the environment, and count from the next start of the server on.
settings-name = Setting
settings-value = Value
settings-about = What it does
settings-origin = From
settings-nothing = (nothing)
settings-origin-default = the default
settings-origin-file = the file {$file}
settings-origin-variable = the variable {$variable}
settings-origin-command-line = the command line
settings-updater = Updater package
settings-updater-about = The installer of OX Updater that people get on their home page, already set up for this server.
settings-webhooks = Webhooks
settings-webhooks-about = Other programs that are told when a package is published or an install has failed.
