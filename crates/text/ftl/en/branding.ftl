# Packages for languages, and brandings.

## help

oxupdated-package-add-arg-locale = What the package speaks, such as de_DE, if it is made for one language; without it what the file's name says.
oxupdated-package-add-arg-branding = The branding that alone is offered it.
oxupdated-package-set-arg-locale = What the package speaks, such as de_DE; empty for any language.
oxupdated-package-set-arg-branding = The branding that alone is offered it; empty for everybody.
oxupdated-branding-help = Brandings: other names, icons and packages for the users of some groups.
oxupdated-branding-add-help = Adds a branding.
oxupdated-branding-add-arg-name = Its name: small letters, digits, hyphens, underscores and full stops.
oxupdated-branding-add-arg-shown-name = What people call it; its name unless it is given.
oxupdated-branding-rename-help = Changes what people call a branding.
oxupdated-branding-rename-arg-name = Its name.
oxupdated-branding-rename-arg-shown-name = What people call it from now on.
oxupdated-branding-remove-help = Removes a branding with what it says of products; its groups stay.
oxupdated-branding-remove-arg-name = Its name.
oxupdated-branding-assign-help = Shows a branding to the users of a group, in place of the one that the group has.
oxupdated-branding-assign-arg-branding = The branding's name.
oxupdated-branding-assign-arg-group = The group's name.
oxupdated-branding-unassign-help = Shows no branding to the users of a group any more.
oxupdated-branding-unassign-arg-group = The group's name.
oxupdated-branding-dress-help = Says something of a product under a branding: another name, icon or address. What is not given stays; what is empty goes.
oxupdated-branding-dress-arg-branding = The branding's name.
oxupdated-branding-dress-arg-product = The product's name or upgrade code.
oxupdated-branding-dress-arg-name = The name to show.
oxupdated-branding-dress-arg-icon = A file with the icon to show.
oxupdated-branding-dress-arg-info-url = Where a person finds more to read.
oxupdated-branding-dress-arg-minimum-version = The lowest version that is to be in use; a lower one that is offered is warned about.
oxupdated-branding-import-help = Imports branding folders of the original as they are: each becomes a branding with its package.
oxupdated-branding-import-arg-folder = A folder with a .branding or .properties file and an MSI, or a folder of such folders.
oxupdated-branding-import-arg-group = The group whose users see the branding.
oxupdated-branding-import-arg-publish = Publishes the packages; without it they become drafts.
oxupdated-branding-import-arg-dry-run = Says what would be done, and changes nothing.
oxupdated-branding-list-help = Lists the brandings with their groups, products and packages.
oxupdated-branding-list-arg-json = Lists them as JSON.

## what was done

done-branding-add = The branding { $name } was added.
done-branding-rename = The branding { $name } is called { $shown } now.
done-branding-remove = The branding { $name } was removed.
done-branding-assign = The users of { $group } see the branding { $name }.
done-branding-assign-before = The users of { $group } saw the branding { $name } before.
done-branding-unassign = The users of { $group } see no branding by it any more.
done-branding-unassign-before = The users of { $group } saw no branding by it before.
done-branding-dress = The branding { $name } says this of { $product } from now on.
done-branding-dress-before = The branding { $name } said this of { $product } before.
no-brandings = There are no brandings.

## what cannot be

branding-name-wrong = “{ $text }” cannot be a branding's name. Use 1 to { $characters } small letters, digits, hyphens, underscores and full stops, the first a letter or digit.
branding-shown-name-wrong = What people call a branding is one line of at most { $characters } characters.
branding-unknown = There is no branding { $name }. “oxupdated branding list” shows those that there are.
branding-missing = There is no branding { $name }. Add it first, or leave the field empty for everybody.
branding-known = There is a branding { $name } already.
branding-in-use = Packages are for the branding { $name } alone. Delete them, or say in their listings that they are for everybody, then remove it.
branding-folder-of-another = { $folder } was left out: it would become the branding { $name }, which people call “{ $shown }”. If both are the same, call it “{ $folder }” with “oxupdated branding rename”; else give the folder another name.
branding-package-of-another = { $folder } was left out: its package is { $package } already, for the branding { $branding } alone. A package is known by its bytes and is for one branding or for everybody. Say in its listing that it is for everybody, or import the folder with a package of its own.
branding-draft-of-another = { $folder } was left out: its package is draft { $draft } already, which is not for this branding. A package is known by its bytes and is for one branding or for everybody. Publish the draft for everybody or throw it away, or import the folder with a package of its own.
branding-too-many = There can be at most { $count } brandings.
branding-too-many-products = A branding says something of at most { $count } products.
branding-product-unknown = No product is called “{ $asked }”, or several are. Name it by its upgrade code.
written-listing-locale = “{ $text }” is not a locale. Write it as de_DE, or leave it empty for any language.

## words

heading-locale = Locale
heading-branding = Branding
branding-shown-name = Shown name
branding-products = Products
branding-packages = Packages of its own
listing-locale-hint = Such as de_DE, if the package is made for one language: people who read it get this one, and others another one of the product. Left empty, it is for every language.
listing-branding-hint = The name of the branding whose users alone get it. Left empty, it is for everybody.
word-other-locale = gets { $package }, in the language that suits
word-other-branding = gets { $package }, of the own branding
word-not-branded = for another branding
audit-branding-add = added a branding
audit-branding-assign = showed a branding to a group
audit-branding-dress = changed what a branding says of a product
audit-branding-remove = removed a branding
audit-branding-rename = called a branding something else
audit-branding-unassign = showed a branding to a group no longer

## pages

page-brandings = Brandings
brandings-about = A branding gives products another name, icon and address for the users of some groups, and may have packages of its own.
branding-new = Add a branding
branding-name-hint = Such as acme: small letters, digits, hyphens, underscores and full stops.
branding-shown-name-hint = What people call it. Left empty, it is called by its name.
branding-groups-none = No group sees it yet.
branding-assign-label = Group whose users see it
branding-assign = Show it to the group
branding-unassign = No longer show it to { $group }
branding-product = Product
branding-product-label = Product, by name or upgrade code
branding-products-none = It says nothing of any product yet.
branding-packages-none = There are no packages for it alone. The listing of a package says which branding it is for.
branding-minimum-version = Lowest version
branding-minimum-version-hint = A lower version that is offered is warned about here.
branding-below-minimum = Users of this branding are offered { $offered }, which is lower than { $version }, the lowest version that it asks for. Publish a higher one, or ask for less.
branding-dress = Say this of the product
branding-dress-hint = What is left empty below stays as it is. To take something back, use “oxupdated branding dress” with an empty value.
branding-remove = Remove the branding
branding-remove-about = What it says of products goes with it. Its groups stay, and their users see what all others see.
user-locale-untold = not told by the source of the account; what the person's program or browser asks for decides, else en_US
user-other-brandings = Not seen, because a user sees one branding, the first by name: { $brandings }

## import

branding-import-would-add = The branding { $name } would be added.
branding-import-would-receive = { $package } would be received for the branding { $name }.
branding-import-known = The package is published already as { $package } and stays as it is; the branding shows it as the folder says.
branding-import-draft = { $package } is draft { $draft }. “oxupdated package publish { $draft }” publishes it.
branding-import-version = The folder says version { $said }, the package { $version }. The package's counts.
branding-import-minimum = The lowest version “{ $version }” is no version and was left out.
branding-folders-none = There is no branding folder here: none with a .branding or .properties file.
branding-folder-skipped = { $folder } was left out. { $reason }
branding-folder-ignored = { $folder }: not needed here: { $files }
branding-folder-no-properties = It has no .branding or .properties file.
branding-folder-several-properties = It has several of these files: { $files }. Keep one of them.
branding-folder-no-msi = It has no MSI file.
branding-folder-several-msi = It has several MSI files: { $files }. Keep one of them.
branding-folder-unreadable = It cannot be read: { $detail }
branding-folder-key-missing = Its file of properties does not say “{ $key }”.
branding-folder-name = “{ $folder }” has no letter or digit that a branding's name could have. Rename the folder.
