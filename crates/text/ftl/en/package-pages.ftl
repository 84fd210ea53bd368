# Packages on the pages and at the command line: upload, drafts, previews.

## help

oxupdated-package-add-arg-draft = Keeps the package as a draft, and offers it to nobody yet.
oxupdated-package-show-help = Shows all about a package.
oxupdated-package-show-arg-package = { oxupdated-package-withdraw-arg-package }
oxupdated-package-show-arg-version = { oxupdated-package-withdraw-arg-version }
oxupdated-package-show-arg-json = Shows it as JSON.
oxupdated-package-set-help = Says something else about a package, and publishes it with that; what is not given stays, and an empty text is cleared.
oxupdated-package-set-arg-package = { oxupdated-package-withdraw-arg-package }
oxupdated-package-set-arg-require-nothing = Offers it to everyone, whatever their permissions.
oxupdated-package-set-arg-release-date = The release date, such as 2026-11-20 or 20.11.2026.
oxupdated-package-set-arg-force = { oxupdated-package-add-arg-force }
oxupdated-package-set-arg-require = { oxupdated-package-add-arg-require }
oxupdated-package-set-arg-name = { oxupdated-package-add-arg-name }
oxupdated-package-set-arg-info-url = { oxupdated-package-add-arg-info-url }
oxupdated-package-set-arg-icon = { oxupdated-package-add-arg-icon }
oxupdated-package-set-arg-install-params = { oxupdated-package-add-arg-install-params }
oxupdated-package-set-arg-template = { oxupdated-package-add-arg-template }
oxupdated-package-set-arg-importance = { oxupdated-package-add-arg-importance }
oxupdated-package-set-arg-description = { oxupdated-package-add-arg-description }
oxupdated-package-set-arg-release-notes = { oxupdated-package-add-arg-release-notes }
oxupdated-package-set-arg-requires = { oxupdated-package-add-arg-requires }
oxupdated-package-set-arg-close-first = { oxupdated-package-add-arg-close-first }
oxupdated-package-restore-help = Offers a withdrawn package again, as it was.
oxupdated-package-restore-arg-package = { oxupdated-package-withdraw-arg-package }
oxupdated-package-restore-arg-force = { oxupdated-package-add-arg-force }
oxupdated-package-replace-help = Publishes a file in place of a package, which is withdrawn in the same moment; the rest is taken over from the version before.
oxupdated-package-replace-arg-package = The package to withdraw: the product’s name, its upgrade code, or the package’s ID from “package list”.
oxupdated-package-replace-arg-file = { oxupdated-package-add-arg-file }
oxupdated-package-replace-arg-force = { oxupdated-package-add-arg-force }
oxupdated-package-delete-help = Deletes a withdrawn package and its file. This cannot be undone.
oxupdated-package-delete-arg-package = { oxupdated-package-withdraw-arg-package }
oxupdated-package-delete-arg-version = { oxupdated-package-withdraw-arg-version }
oxupdated-package-drafts-help = Lists the drafts: packages that wait to be published, the newest first.
oxupdated-package-drafts-arg-json = { oxupdated-package-list-arg-json }
oxupdated-package-publish-help = Publishes a draft.
oxupdated-package-publish-arg-draft = The draft’s number from “package drafts”.
oxupdated-package-publish-arg-template = { oxupdated-package-add-arg-template }
oxupdated-package-publish-arg-in-place-of = A package to withdraw in the same moment.
oxupdated-package-publish-arg-force = { oxupdated-package-add-arg-force }
oxupdated-package-discard-help = Throws a draft away, with its file. This cannot be undone.
oxupdated-package-discard-arg-draft = { oxupdated-package-publish-arg-draft }

## what a file says

property-name = Name
property-manufacturer = Manufacturer
property-version = Version
property-upgrade-code = UpgradeCode
property-product-code = ProductCode
property-scope = Installs
property-platform = Platform
property-language = Language
property-size = Size
property-signature = Signature
property-sha256 = SHA-256
property-md5 = MD5
property-code-page = Code page
value-text = { $text }
value-signed = bears one; whether it is trusted is checked on each PC
value-unsigned = none
value-nothing = not said
scope-machine = for everyone on the PC
scope-user = for one person
scope-either = for everyone or for one person, whichever is asked for
size-kilobytes = { $number } KB
size-megabytes = { $number } MB
size-gigabytes-tenths = { $whole }.{ $tenth } GB
size-gigabytes = { $number } GB

## what there is to know before publishing

publication-older = It is lower than { $offered }, which is offered already, so nobody would be offered it. Withdraw { $offered } first, or publish this one all the same.
publication-upgrade-code-changed = Its name and manufacturer are those of { $other }, but its UpgradeCode is another one. PCs would take it for another product and install it beside the old one. Ask the publisher for a package with the UpgradeCode of the version before.
publication-scope-changed = { $previous } installs { $from }, and this package { $to }. People who have the one may end up with both. Ask the publisher for a package that installs like the version before, or remove the old version first.
publication-product-code-known = { $other } has the same ProductCode and another content. Windows Installer takes both for one installation, so a PC that has one of them updates it in place, or says that another version is installed already. Unless that is meant, ask the publisher for a package with a ProductCode of its own.
publication-fourth-field = The version { $version } has a fourth number, which Windows Installer ignores. A package that is higher only there would not count as newer. Ask the publisher to raise one of the first three next time.
publication-unsigned = The file bears no digital signature, so Windows may warn people of an unknown publisher. Ask the publisher for a signed package.

## what was done

done-package-draft = The package is kept as draft { $draft } and is offered to nobody yet. “oxupdated package publish { $draft }” publishes it.
done-package-discard = The draft of { $package } was thrown away.
done-package-delete = { $package } was deleted, with its file.
done-package-replace = { $package } is published in place of the other one.
done-package-replace-offered = { $users ->
    [one] 1 user is
   *[other] { $users } users are
} offered { $offered } now.

## why it was not done

error-package-offered = { $package } is still published. Withdraw it first; then it can be deleted.
error-draft-unknown = There is no draft { $id }. It may have been published or thrown away. “oxupdated package drafts” shows all drafts.
error-drafts-too-many = There are { $drafts } drafts, and no more are kept. Publish some or throw them away, then try again.
error-uploads-too-many = Too many packages are being uploaded just now. Try again in a few seconds.
error-edited-meanwhile = { $by } has changed this in the meantime ({ $at }). Nothing of yours was saved. Load it again, then make your change once more.

## tables

listing-importance = Importance
listing-release-date = Release date
listing-install-params = Install params
listing-info-url = Info URL
listing-requires = Needs
listing-close-first = Close first
package-users = Users who may have it
package-devices = Devices that have it
package-reports = Reports
package-downloads = Downloads under way
heading-draft = Draft
heading-origin = File
heading-changed = Changed
heading-changed-by = By
heading-published-by = Published by
no-drafts = There are no drafts.

## pages

error-package-is-updater = { $package } is the package that people install the updater with, so it cannot be deleted. Make another one the updater package first (Settings, Updater package, or “oxupdated updater set”), or leave none (“oxupdated updater unset”).
package-is-updater = This is the updater package: people who sign in download it to install the updater with.
package-make-updater = Make it the updater package
package-upload = Upload a package
package-upload-lead = Drag MSI files onto this page, or choose them below. Each becomes a draft that nobody is offered yet. A file may have at most { $size }.
package-upload-files = MSI files
package-upload-hint = You may choose several. What each file says about itself is shown before anything is published.
package-upload-send = Upload
package-upload-back = Back to the packages
package-upload-draft = Look at the draft
package-upload-none = No file was chosen. Choose an MSI file, then upload it.
package-upload-progress = { $name }: { $done } of { $total }, about { $left } left
package-upload-checking = { $name } is uploaded and is being checked.
package-upload-ready = { $name } is kept as a draft. Look at it.
package-upload-lost = { $name } could not be uploaded, because the connection broke. Nothing of it was kept. Try again.
page-signed-out = You are signed out. Sign in in another tab, then go on here.
package-upload-cancel = Cancel
package-upload-cancelled = { $name } was cancelled. Nothing of it was kept.
package-list = Packages
package-search = Search by name, version or upgrade code
package-state-all = all
package-state-warned = on offer, with warnings
package-filter = Show
package-warnings = Warnings
package-none-yet = There are no packages yet. Upload an MSI file to begin with: it becomes a draft, and is offered to nobody before you publish it.
package-none-found = No package is like that. Search for something else, or show all.
package-published = { $at }, by { $by }
package-offered-to-all = everyone: { $users ->
    [one] 1 user
   *[other] { $users } users
}
package-offered-to = users with { $required }: { $users ->
    [one] 1 user
   *[other] { $users } users
}
package-history = History
package-keep = Leave it as it is
package-edit = Edit the listing
package-edit-title = Edit the listing of { $package }
package-edit-then = Publishing puts this in the place of what is said now, at once and for all who are offered the package.
package-edit-confirm = Publish { $package } with this listing?
package-edit-users = Users who may have it: { $before } now, { $after } then.
package-edit-back = Back to the listing
edited-meanwhile = { $by } has changed this in the meantime ({ $at }), so nothing of yours was saved. Your text still stands below; if you publish or save it now, it takes the place of theirs.
edited-theirs = Saved now
edited-yours = Yours
edited-reload = Load it again in a new tab
package-edit-publish = Publish with this listing
package-replace = Replace
package-withdraw = Withdraw
package-withdraw-title = Withdraw { $package }?
package-withdraw-then = It will no longer be offered, and downloads of it will no longer begin. The package is kept, and can be offered again.
package-withdraw-done = { $package } is no longer offered. “Offer again” undoes that.
package-restore = Offer again
package-restore-title = Offer { $package } again?
package-restore-then = It will be offered at once, as it was, to everyone who may have it and has no higher version on offer.
package-delete = Delete
package-delete-title = Delete { $package }?
package-delete-then = The package and its file will be gone. This cannot be undone; only uploading the file again brings it back.
package-delete-devices = { $devices ->
    [0] No device has it installed.
    [one] 1 device has it installed, and keeps it.
   *[other] { $devices } devices have it installed, and keep it.
}
package-delete-reports = { $reports ->
    [0] There are no reports about it.
    [one] 1 report about it stays.
   *[other] { $reports } reports about it stay.
}
package-delete-downloads = { $downloads ->
    [0] No download of it is under way.
    [one] 1 download of it is under way, and will break off.
   *[other] { $downloads } downloads of it are under way, and will break off.
}
deed-package-add = published
deed-package-receive = received as a draft
deed-package-draft = draft saved
deed-package-discard = draft thrown away
deed-package-set = listing changed
deed-package-replace = published in place of another one
deed-package-restore = offered again
deed-package-withdraw = withdrawn
deed-package-delete = deleted
draft-badge = draft
draft-list = Drafts
draft-origin = Received { $at } by { $by }, from:
draft-listing = Listing
draft-preview = As people will see it
draft-facts = What the file says
draft-differences = What changed
draft-first = This is the first package of its upgrade code.
draft-since = Compared with { $previous }:
draft-no-differences = Nothing that can be read from outside.
draft-property = What
draft-before = Before
draft-after = Now
draft-users = { $users ->
    [one] 1 user may have it with these permissions.
   *[other] { $users } users may have it with these permissions.
}
draft-save = Save the draft
draft-saved = The draft is saved. It is offered to nobody yet.
draft-go-publish = Publish…
draft-show-preview = Preview
draft-discard = Throw away
draft-discard-title = Throw away the draft of { $package }?
draft-discard-then = The draft and its file will be gone. This cannot be undone; only uploading the file again brings it back.
draft-keep = Keep the draft
draft-publish-title = Publish { $package }?
draft-publish-users = { $users ->
    [0] Nobody may have it yet. Grant somebody the permissions that it requires.
    [one] 1 user may have it, and is offered it from the next check on.
   *[other] { $users } users may have it, and are offered it from the next check on.
}
draft-publish-users-some = Users who may have it: { $users }. Users who would be offered it: { $offered }; the others are offered a higher version.
draft-publish-superseded = Offered to nobody any more then, because this one is higher: { $packages }.
draft-publish-then = It can be withdrawn at any time; PCs that have installed it by then keep it.
draft-in-place-of = In place of
draft-in-place-of-none = nothing: what is published stays
draft-in-place-of-hint = The package that you choose is withdrawn in the same moment.
draft-lower = Publish it though a higher version is offered
draft-back = Back to the draft
draft-publish = Publish
listing-name = Name to show
listing-name-hint = Leave it empty to show the package’s own: { $name }
listing-description = What it is
listing-release-notes = What is new
listing-release-date-hint = It informs people and hides nothing.
listing-requires-permissions = Required permissions
listing-requires-permissions-hint = Such as olox20 usm; a user needs all of them. Left empty, everyone may have it.
listing-requires-hint = Supported versions of Windows and Outlook, such as: Windows 10 or 11, Outlook 2016 or later
listing-close-first-hint = Programs to close before the install, such as OUTLOOK.EXE; semicolons stand between them.
listing-install-params-hint = Properties and switches, such as /passive OX_SERVERURL=https://ox.example.com
importance-low = low: always optional
importance-medium = medium: important where a version is installed
importance-high = high: always important
preview-badge-optional = Optional
preview-badge-important = Important
preview-line = { $product } { $version }, { $size }.
preview-line-released = { $product } { $version }, released { $day }, { $size }.
preview-important-always = Important on every PC.
preview-important-installed = Important where an older version is installed, else optional.
preview-optional = Optional on every PC.
preview-requires = Needs: { $requires }
preview-close-first = Must be closed while it installs: { $programs }
preview-more = More information
preview-xml = As update.xml has it
listing-group-people = What people read
listing-group-offer = Who gets it
listing-group-install = How it is installed
listing-icon = Icon
listing-icon-hint = An .ico file of at most { $kilobytes } KB. Left empty, it stays as it is.
listing-icon-saved = the icon now
listing-icon-chosen = chosen, and not saved yet
listing-icon-remove = Show no icon
package-preview-as = Preview as a user
package-preview-as-show = Show what this user is offered
preview-window = 1 update is ready for this PC.
package-upload-files-too-many = A form takes { $files } files at a time. Upload this one and those behind it in a form of their own.
