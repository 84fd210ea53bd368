# What oxcatalog, the OX Update XML Generator at the command line, says.

## help

oxcatalog-help = OX Update XML Generator: shows what MSI files say about themselves, and makes and mends update.xml.
oxcatalog-show-help = Shows what MSI files say about themselves, with their size, MD5 and SHA-256.
oxcatalog-show-arg-files = The MSI files.
oxcatalog-show-arg-json = Shows it as JSON: an array with one object for each file.
oxcatalog-show-arg-no-hash = Leaves out MD5 and SHA-256, which take reading the whole file.
oxcatalog-add-help = Puts a package into an update.xml, in place of an older version. What is not given is kept from that one, except name, release date and release notes.
oxcatalog-add-arg-file = The package.
oxcatalog-add-arg-catalog = The update.xml; it is made if it does not exist yet.
oxcatalog-add-arg-url = Where clients download the package: http, https, file, a path such as \\server\share\setup.msi, or relative to the update.xml.
oxcatalog-add-arg-name = The name to show, in place of the package's own.
oxcatalog-add-arg-info-url = Where a person finds more to read; empty for none.
oxcatalog-add-arg-icon = The icon, an .ico file; empty for none.
oxcatalog-add-arg-install-params = What is handed to the installer, such as "/passive"; empty for nothing.
oxcatalog-add-arg-importance = How important the update is: low is optional, medium is important where the product is installed, high is always important.
oxcatalog-add-arg-release-date = The release date, such as 2026-11-20 or 20.11.2026; today unless it is given, empty for none.
oxcatalog-add-arg-description = What the product is, in a sentence or two; empty for none.
oxcatalog-add-arg-release-notes = What is new in this version.
oxcatalog-add-arg-requires = Which versions of Windows and Outlook it needs; empty for none.
oxcatalog-add-arg-close-first = Programs to close before the install, with semicolons between them; empty for none.
oxcatalog-add-arg-force = Replaces a newer version, too.
oxcatalog-remove-help = Takes a product out of an update.xml.
oxcatalog-remove-arg-which = The product's name, UpgradeCode or ProductCode.
oxcatalog-remove-arg-catalog = The update.xml.
oxcatalog-remove-arg-all = Removes all products with this name or code, if they are several.
oxcatalog-list-help = Lists the products of an update.xml.
oxcatalog-list-arg-catalog = The update.xml.
oxcatalog-list-arg-json = Lists them as JSON.
oxcatalog-check-help = Tells what is wrong with an update.xml, with line numbers.
oxcatalog-check-arg-catalog = The update.xml.

## files

generator-about-file = { $file }: { $reason }
generator-not-found = { $file } does not exist.
generator-not-read = { $file } could not be read ({ $detail }).
generator-not-written = { $file } could not be written ({ $detail }). Check that its folder exists and that you may write there.
generator-output-not-written = The result could not be written ({ $detail }).
generator-not-a-file = This is not a file.
generator-read-only = It is marked as read-only, so it is not replaced. Take the mark away if it is to be changed.
generator-link-leads-nowhere = This is a link to a file that does not exist. Remove the link, or make the file.
generator-waiting = Another oxcatalog is changing { $file }. Waiting for it.
generator-locked = { $file } is being changed all the time. Try again later.
generator-hashing = Reading { $file }

## show and list

generator-label-name = Name
generator-label-version = Version
generator-label-upgrade-code = UpgradeCode
generator-label-product-code = ProductCode
generator-label-manufacturer = Manufacturer
generator-label-language = Language
generator-label-platform = Platform
generator-label-scope = Installs
generator-label-signature = Signature
generator-label-files = Files
generator-label-size = Size
generator-label-md5 = MD5
generator-label-sha256 = SHA-256
generator-label-importance = Importance
generator-label-released = Released
generator-scope-machine = for everyone on the PC
generator-scope-user = for one person
generator-scope-either = for everyone on the PC or for one person
generator-signed = present, not verified
generator-not-signed = none
generator-payload-embedded = inside the package
generator-payload-cabinets = in cabinets beside the package ({ $cabinets }), so it cannot be offered
generator-payload-loose = beside the package, so it cannot be offered
generator-payload-truncated = cut off: the package ends too early, so it cannot be offered
generator-no-upgrade-code = none, so it cannot be offered
generator-size = { $bytes ->
    [one] 1 byte
   *[other] { $bytes } bytes
}
generator-importance-low = low
generator-importance-medium = medium
generator-importance-high = high
generator-no-products = There are no products in { $catalog }.
generator-list-problems = { $count ->
    [one] There is a problem
   *[other] There are { $count } problems
} in { $catalog }. Type “oxcatalog check { $catalog }” to see what is wrong.

## add and remove

generator-argument-wrong = { $argument } cannot be used. { $reason }
generator-not-a-day = “{ $text }” is not a day. Write it as 2026-11-20 or 20.11.2026.
generator-newer-there = { $catalog } has { $product } { $version }, which is newer than { $new }. Give --force to replace it all the same.
generator-added = { $product } { $version } was added to { $catalog }.
generator-replaced = { $product } { $version } was put into { $catalog }. { $count ->
    [one] It replaces version { $old }.
   *[other] It replaces { $count } entries: versions { $old }.
}
generator-unchanged = { $catalog } already has exactly this entry of { $product } { $version }. Nothing was changed.
generator-taken-over = Kept from the entry before: { $elements }.
generator-removed = { $product } was removed from { $catalog }.

## what an administrator ought to know

generator-version-beyond-limits = Version { $version } goes beyond 255.255.65535, the highest that Windows Installer knows. It may take other versions of this product for newer or older than they are. Ask the publisher for another numbering.
generator-older-than-before = Version { $version } is older than { $old }, which it replaces. PCs that have { $old } keep it.
generator-fourth-field-only = Versions { $old } and { $version } differ only in the fourth number, which Windows Installer ignores. A package with the same ProductCode updates the other one in place; with another ProductCode both may stay installed. Ask the publisher for a package with a higher version.
generator-same-version-other-content = The package has other content than the one before, and the same version { $version }. PCs that have this version will not be offered it again.
generator-released-later = The release date { $day } is in the future. The product is offered all the same, from now on.
generator-placeholder = “{ $placeholder }” stays as it is: only OX Updater's server fills it for each user. Write what is meant, or publish the package on the server.
generator-unreadable-beside = { $catalog }, line { $line }: the entry “{ $product }” has the same UpgradeCode and cannot be read, so it was not replaced and stands beside the new one. Type “oxcatalog check { $catalog }” to see what is wrong, and remove or mend it.

## check

generator-checked = { $catalog }: { $products ->
    [one] 1 product
   *[other] { $products } products
}, { $problems ->
    [0] no problems
    [one] 1 problem
   *[other] { $problems } problems
}.
