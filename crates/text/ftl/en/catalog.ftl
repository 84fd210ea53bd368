# What the language of updates says: why a value, a package or an update.xml is not what it should be.

## values

version-not-numbers = “{ $text }” is not a version. A version is one to four numbers between dots, such as 7.8.4.
version-field-too-large = “{ $text }” is not a version: one of its numbers is too large.
code-not-a-guid = “{ $text }” is not a code of Windows Installer, which looks like {"{"}3BBB2D56-0B19-4C83-9266-307F49DF9DD6{"}"}.
digest-not-hexadecimal = This is not an { $name } digest, which has { $digits } hexadecimal digits.
importance-unknown = “{ $text }” is not an importance. It is 0 (low), 100 (medium) or 200 (high).
platform-unknown = “{ $text }” is not a platform. It is x86, x64, arm64, arm or itanium.
scope-unknown = “{ $text }” is not a scope. It is machine, user or either.
icon-not-base64 = The icon is not written in Base64.
icon-not-an-icon = The icon is not an .ico file.
icon-truncated = The icon is cut off: an image that it names lies outside the file.
icon-too-large = The icon is larger than { $kilobytes } KB. Use an .ico file with fewer or smaller images.

## install params

install-params-quote-open = A quotation mark is opened and not closed. Write values as NAME="value", and a quotation mark inside a value twice.
install-params-action = “{ $part }” would replace the install by another action. Leave it out: OX Updater installs the package itself.
install-params-log = “{ $part }” asks for a log. Leave it out: OX Updater always writes a detailed log.
install-params-restart = “{ $part }” is about restarting Windows. Leave it out: OX Updater never restarts a PC by itself.
install-params-switch-unknown = “{ $part }” is not a switch that may be given. Allowed are /passive, /quiet, /qn, /qb, /qr, /qf and /norestart.
install-params-property-refused = The property { $name } may not be given, because it would change what is installed, for whom, or whether Windows restarts. Leave it out.
install-params-property-not-public = “{ $name }” is not a public property. Its name begins with a capital letter and has only capital letters, digits, underscores and full stops.
install-params-not-understood = “{ $part }” is neither a switch, such as /passive, nor a property, such as NAME="value".
install-params-line-not-understood = “{ $line }” is not a property. Write one on each line as NAME=value. Switches such as /passive go into the line of install params.
install-params-control-character = A value holds a line break or another control character. Leave it out.
install-params-too-long = The install params are longer than { $characters } characters.
install-params-placeholder-unknown = Nothing is put in place of “{ $placeholder }”. In values of properties there can be: { $known }.
install-params-placeholder-secret = “{ $placeholder }” asks for something secret. Install params stand in lists of processes and in logs; so no password is ever put there. Leave it out: the program asks the person for it.

## listing

listing-upgrade-code-missing = The package has no UpgradeCode, so an installed version could never be found. Ask its publisher for a package with one.
listing-upgrade-code-wrong = The package's UpgradeCode cannot be used. { $reason }
listing-product-code-wrong = The package's ProductCode cannot be used. { $reason }
listing-version-wrong = The package's ProductVersion cannot be used. { $reason }
listing-cabinets-beside = The package keeps its files in cabinets beside it ({ $cabinets }), which would not be downloaded with it. Use a package with embedded cabinets, or make one by an administrative install.
listing-files-beside = The package keeps its files beside it, and they would not be downloaded with it. Use a package with embedded cabinets.
listing-name-missing = The package has no ProductName. Give a name.
listing-url-wrong = The package's URL cannot be used. { $reason }
listing-info-url-wrong = The info URL cannot be used. { $reason }
listing-text-too-long = { $element } is longer than { $characters } characters. Give a shorter one.
listing-text-control-character = { $element } holds a control character. Leave it out.

## addresses

address-missing = It is empty. Give the address of the package.
address-too-long = It is longer than { $characters } characters.
address-blank = It holds a blank or a control character. Write a blank as %20.
address-scheme-unknown = No client fetches packages by “{ $scheme }:”. Use http, https, file, a path such as \\server\share\setup.msi, or an address relative to the update.xml.
address-host-missing = The name of the server is missing after the two slashes.
address-sign-in-inside = It holds a name or a password, which everyone who is offered the product would read. Leave it out.
address-drive = It names a drive of one PC, which other PCs do not have. Use http, https, a path such as \\server\share\setup.msi, or an address relative to the update.xml.
address-backslash = Backslashes are for paths such as \\server\share\setup.msi only. Write / in place of \.
address-not-web = It has to begin with http:// or https://, for only that is opened for a person.

## xml

size-not-a-number = The size is a number of bytes, such as 1048576.
close-first-wrong = Programs are named by their file names, such as OUTLOOK.EXE, with a semicolon between two, at most { $programs } of them.
xml-empty = There is nothing in it.
xml-too-large = It is larger than { $megabytes } MB.
xml-encoding = It is written neither in UTF-8 nor in UTF-16. Save it as UTF-8; where its first line names another encoding, write UTF-8 there too.
xml-not-well-formed = Line { $line }, column { $column }: this is not well-formed XML ({ $detail }). Often an “&” has to be written as “&amp;”.
xml-document-type = It has a document type declaration (DOCTYPE), which no update.xml needs and which could hide something. Take it out.
xml-not-products = It is not an update.xml: its outermost element is “{ $root }” and not “Products”.
xml-over-depth = Elements stand more than { $limit } deep within each other. Take out what does not belong into an update.xml.
xml-over-tag-length = A tag is longer than { $limit } bytes. Take its attributes out; update.xml knows none.
xml-over-namespaces = It has more than { $limit } namespace declarations (xmlns). Take them out; update.xml knows none.
xml-over-nodes = It has more than { $limit } elements, texts and comments. Divide it into several files.
xml-over-products = It has more than { $limit } products. Divide it into several files.
problem-product-left-out = Line { $line }, { $product }: { $reason } The product is left out.
problem-product-kept = Line { $line }, { $product }: { $reason }
problem-element-missing = { $element } is missing.
problem-element-wrong = { $element } is wrong. { $reason }
problem-element-too-long = { $element } is longer than { $characters } characters.
problem-importance-missing = Importance is missing; it counts as 0 (low). Write 0, 100 or 200.
problem-digest-missing = It has neither MD5 nor SHA256, so no client will install it. Add at least one of them.
problem-info-url-not-web = InfoUrl does not begin with http:// or https://, so it is never opened.
problem-family-twice = The product in line { $first } has the same UpgradeCode and suits the same PCs. Remove one of the two.

## msi

msi-not-an-msi = This is not an MSI file. Choose the product's .msi file.
msi-patch = This is a patch (.msp), which only changes an installed product. Choose the .msi file of the whole product.
msi-transform = This is a transform (.mst), which only changes another MSI file. Choose the product's .msi file.
msi-merge-module = This is a merge module (.msm), a building block of MSI files. Choose the product's .msi file.
msi-truncated = The MSI file is cut off: it ends earlier than it says itself. Copy or download it again.
msi-damaged = The MSI file is damaged: { $part } cannot be understood. Copy or download it again, or ask its publisher for a sound one.
msi-too-large = The MSI file is beyond a limit ({ $limit }): { $part } is larger than in any package known. Copy or download it again, or ask its publisher for a smaller one.
msi-property-missing = The MSI file has no { $name }, without which Windows Installer installs nothing. Ask its publisher for a complete one.
msi-code-page-unknown = The MSI file is written in code page { $number }, which cannot be read here. Ask its publisher for one in UTF-8 or in a code page of Windows.
msi-not-readable = The MSI file cannot be read ({ $detail }). Check that it is there and that you may read it.
msi-part-allocation = its table of sectors
msi-part-directory = its list of contents
msi-part-strings = its list of texts
msi-part-columns = its table of columns
msi-part-properties = its table of properties
msi-part-files = its table of files or of media
msi-part-summary = its summary

## editing

edit-outgrown = With this product the update.xml could not be read any more. { $reason }
edit-not-faithful = The update.xml could not be changed without changing more than this product, so it was left as it is. Change it with a text editor.
edit-not-found = There is no product “{ $which }” in it. Give the name as it stands there, the UpgradeCode or the ProductCode.
edit-several = “{ $which }” is several products: { $entries }. Give the ProductCode of one, or --all to remove them all. One without a ProductCode can be taken out with a text editor.

## devices and check-ins

device-token-wrong = This is not a device token.
computer-name-wrong = The computer's name has 1 to { $characters } characters, none of them a control character.
check-in-windows-version-wrong = The version of Windows has 1 to { $characters } characters, none of them a control character.
check-in-client-version-wrong = The version of the client has 1 to { $characters } characters, none of them a control character.
check-in-over-products = A check-in names at most { $limit } products.
check-in-over-installed = A check-in names at most { $limit } installed versions of one product.
