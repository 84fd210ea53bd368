# The home page of users: what they can get, and how their PCs are.

home-title = Your programs
home-signed-in = You are signed in as { $name }.

## the updater

home-updater-text = The OX Updater installs the programs below on your PC and keeps them up to date. It is already set up for this server.
home-updater-download = Download the OX Updater
home-updater-facts = Version { $version } for Windows, { $size }
home-updater-step-open = Open the file that you have downloaded. Keep its name: it tells the OX Updater which server is yours.
home-updater-step-sign-in = Sign in with the name and the password that you use here.
home-updater-step-install = The OX Updater shows what it can install, and asks you before it does so.
home-updater-missing = The OX Updater cannot be downloaded here yet. Please ask your administrator.
home-updater-choose = Choose the updater package
error-no-updater-package = There is no installer for the OX Updater on this server yet. Ask your administrator.

## products

home-products = Programs for you
home-products-none = There is no program for you at the moment. If you expect one, ask your administrator.
home-products-more = { $count ->
    [one] There is 1 more program. The OX Updater shows all of them.
   *[other] There are { $count } more programs. The OX Updater shows all of them.
}
home-product-version = Version { $version }
home-product-requires = Runs with
home-product-size = Size
home-product-released = Released
home-product-information = More about { $product }
home-product-news = What is new in version { $version }

## PCs

home-devices = Your PCs
home-devices-none = None of your PCs is set up yet. Install the OX Updater on your PC and sign in there; then you see the PC here.
home-device-current = Up to date, last checked on { $date }
home-device-waiting = { $count ->
    [one] 1 update is waiting, last checked on { $date }
   *[other] { $count } updates are waiting, last checked on { $date }
}
home-device-untold = Has not checked for updates yet
home-device-seen = Last seen on { $date }
home-device-reports = Last installs
home-other-reports = Last installs on other PCs
home-sign-device-out = Sign this PC out
home-sign-device-out-title = Sign { $computer } out?
home-sign-device-out-text = The OX Updater on { $computer } will no longer check for updates until somebody signs in there again. Programs that are installed stay as they are.
home-sign-device-out-keep = Keep it signed in
home-sign-device-out-done = { $computer } is signed out. To use the OX Updater there again, sign in on that PC.

## what came of installs

home-report-installed = { $product } { $version } was installed.
home-report-installed-needs-restart = { $product } { $version } was installed. Restart Windows to finish.
home-report-not-really-installed = { $product } { $version } seemed to be installed, but Windows does not list it. Ask your administrator.
home-report-cancelled = The installation of { $product } { $version } was cancelled. Nothing was changed.
home-report-busy = { $product } { $version } was not installed, because Windows was busy with another installation. The OX Updater tries again.
home-report-programs-open = { $product } { $version } was not installed, because programs were open that have to be closed first.
home-report-not-for-this-pc = { $product } { $version } does not suit this PC. Ask your administrator.
home-report-failed = { $product } { $version } could not be installed. Ask your administrator.
home-report-download-failed = { $product } { $version } could not be downloaded. Check the PC’s connection, then try again in the OX Updater.
home-report-verification-failed = The downloaded file of { $product } { $version } was not what the server offers, so it was not installed. If this happens again, ask your administrator.

## days and sizes

home-date = { $day } { $month ->
    [1] January
    [2] February
    [3] March
    [4] April
    [5] May
    [6] June
    [7] July
    [8] August
    [9] September
    [10] October
    [11] November
   *[12] December
} { $year }
home-time = { $date }, { $time } UTC
home-size-kilobytes = { $number } KB
home-size-megabytes = { $number } MB
home-size-gigabytes = { $number } GB
