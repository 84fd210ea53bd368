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
no-drafts = There are no drafts.
