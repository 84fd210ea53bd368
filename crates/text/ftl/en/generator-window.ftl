# What the window of the OX Update XML Generator says. “&” marks the key that leads to a control with Alt.

## the window

generator-window-title = { $file }{ $changed } – OX Update XML Generator
generator-window-title-new = New update.xml{ $changed } – OX Update XML Generator
generator-window-new = &New
generator-window-open = &Open…
generator-window-save = &Save
generator-window-save-as = Save as…
generator-window-saving = Saving…
generator-window-stop-waiting = Stop waiting
generator-window-given-up = Nothing was saved: the file was waited for, and that was stopped.
generator-window-saved = { $file } was saved.
generator-window-holds-session = An update.xml has changes that are not saved.
generator-window-only-windows = OXUpdateXMLGenerator is a program for Windows. Here, use oxcatalog.

## the list

generator-window-products = Products, in the order in which people see them:
generator-window-column-name = Name
generator-window-column-version = Version
generator-window-column-platform = Platform
generator-window-column-importance = Importance
generator-window-row-damaged = { $product } (cannot be read)
generator-window-row-problem = { $product } (has a problem)
generator-window-empty = There are no products in it yet.
generator-window-summary = { $products ->
    [one] 1 product
   *[other] { $products } products
}, { $problems ->
    [0] no problems.
    [one] 1 with a problem.
   *[other] { $problems } with problems.
}
generator-window-add = &Add package…
generator-window-remove-button = &Remove
generator-window-up = Up
generator-window-down = Down

## the fields

generator-window-first = Choose a package
generator-window-first-how = Choose an MSI file, or drop one here. Its name, version and codes are read from it; the rest is for you to say. To go on with an update.xml that is there, open it or drop it here.
generator-window-first-button = Choose &package…
generator-window-new-entry = New: { $product } { $version }
generator-window-entry = { $product } { $version }
generator-window-damaged = “{ $product }” cannot be read
generator-window-damaged-how = Clients skip this entry. It stays in the file as it is, unless you remove it. To put it right, remove it and add its package again.
generator-window-fact = { $label }:
generator-window-name = Na&me:
generator-window-url = UR&L:
generator-window-info-url = &Info URL:
generator-window-release-date = Release da&te:
generator-window-importance = Im&portance:
generator-window-weight = { $word } ({ $number })
generator-window-meaning-low = Shown as optional.
generator-window-meaning-medium = Shown as important where the product is installed, else as optional.
generator-window-meaning-high = Always shown as important.
generator-window-icon = Icon:
generator-window-icon-shown = The product's icon
generator-window-icon-button = &Choose…
generator-window-no-icon = No icon
generator-window-switches = During the install:
generator-window-passive = Show a progress &bar only (/passive)
generator-window-quiet = S&how nothing (/quiet)
generator-window-no-restart = Do not restart &Windows (/norestart)
generator-window-properties = Propert&y lines (NAME=value):
generator-window-install-params = Install params (msie&xec):
generator-window-description = &Description:
generator-window-release-notes = R&elease notes:
generator-window-requires = Re&quires:
generator-window-close-first = Programs to close &first:
generator-window-preview = In update.xml
generator-window-put-in-button = P&ut into list
generator-window-change-button = &Update entry
generator-window-discard = Discard chan&ges

## the package

generator-window-hashing = MD5 and SHA-256 are being computed: { $percent } %
generator-window-stop = Stop
generator-window-stopped = MD5 and SHA-256 were not computed to the end. They are needed before the package can be put into the list.
generator-window-read-again = Compute again
generator-window-not-taken = { $file } was not taken, because something was changed while it was read. Choose it again.
generator-window-icon-for-nothing = { $file } is an icon, and there is no entry to give it to. Choose a package first.
generator-window-one-at-a-time = { $others ->
    [one] Only { $file } is taken; 1 other file is not.
   *[other] Only { $file } is taken; { $others } other files are not.
} Drop one file at a time.
generator-window-unreadable-beside = Line { $line }: the entry “{ $product }” has the same UpgradeCode and cannot be read, so it is not replaced and would stand beside this one. Remove it if it is not needed.
generator-window-replaces-several = These entries have the same UpgradeCode, and this package would take the place of all of them: { $replaced }.

## what came of it

generator-window-put-in = { $product } { $version } is in the list. Nothing is saved yet.
generator-window-put-in-replaced = { $product } { $version } is in the list. It takes the place of { $replaced }. Nothing is saved yet.
generator-window-removed = { $product } is out of the list. Nothing is saved yet.
generator-window-still-reading = MD5 and SHA-256 are still being computed. Wait until they are there, then try again.
generator-window-not-put-in = This cannot go into the list yet. { $element }: { $reason }
generator-window-not-digested = This cannot go into the list without MD5 and SHA-256. Compute them again.

## questions

generator-window-save-first-heading = Save the changes?
generator-window-save-first = This update.xml has changes that are not saved. Without saving they are lost.
generator-window-put-in-first-heading = Keep what is in the fields?
generator-window-put-in-first = What is in the fields is not in the list yet. It is lost if you discard it.
generator-window-remove-heading = Remove { $product }?
generator-window-remove = Its entry is taken out of the list, and out of the file as soon as you save. PCs that have the product keep it.
generator-window-newer-heading = Replace a newer version of { $product }?
generator-window-newer = The list has version { $listed }, which is newer than { $new }. PCs that have { $listed } keep it; others are offered { $new }.
generator-window-changed-heading = The file was changed by somebody else
generator-window-changed = { $file } is not as it was when it was opened here. If you replace it, what stands there now is kept beside it with “.bak” behind its name. If you open it again, your changes are lost.
generator-window-told-heading = That was not possible
generator-window-answer-save = &Save
generator-window-answer-do-not-save = Do &not save
generator-window-answer-put-in = &Put into list
generator-window-answer-discard = &Discard
generator-window-answer-remove = &Remove
generator-window-answer-replace = &Replace
generator-window-answer-overwrite = &Replace the file
generator-window-answer-reload = &Open it again
generator-window-answer-cancel = Cancel
generator-window-answer-ok = OK

## choosing files

generator-window-open-title = Open an update.xml
generator-window-save-title = Save the update.xml
generator-window-package-title = Choose a package
generator-window-icon-title = Choose an icon
generator-window-xml-files = update.xml
generator-window-msi-files = MSI packages
generator-window-ico-files = Icons
generator-window-all-files = All files
