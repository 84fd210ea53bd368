# Pakete für Sprachen, und Brandings.

## Hilfe

oxupdated-package-add-arg-locale = Was das Paket spricht, etwa de_DE, wenn es für eine Sprache gemacht ist; ohne Angabe das, was der Dateiname sagt.
oxupdated-package-add-arg-branding = Das Branding, dessen Benutzer es allein bekommen.
oxupdated-package-set-arg-locale = Was das Paket spricht, etwa de_DE; leer für jede Sprache.
oxupdated-package-set-arg-branding = Das Branding, dessen Benutzer es allein bekommen; leer für alle.
oxupdated-branding-help = Brandings: andere Namen, Symbole und Pakete für die Benutzer einiger Gruppen.
oxupdated-branding-add-help = Legt ein Branding an.
oxupdated-branding-add-arg-name = Sein Name: Kleinbuchstaben, Ziffern, Bindestriche, Unterstriche und Punkte.
oxupdated-branding-add-arg-shown-name = Wie Menschen es nennen; ohne Angabe sein Name.
oxupdated-branding-rename-help = Ändert, wie Menschen ein Branding nennen.
oxupdated-branding-rename-arg-name = Sein Name.
oxupdated-branding-rename-arg-shown-name = Wie Menschen es von jetzt an nennen.
oxupdated-branding-remove-help = Entfernt ein Branding mit dem, was es über Produkte sagt; seine Gruppen bleiben.
oxupdated-branding-remove-arg-name = Sein Name.
oxupdated-branding-assign-help = Zeigt den Benutzern einer Gruppe ein Branding, an Stelle dessen, das die Gruppe hat.
oxupdated-branding-assign-arg-branding = Der Name des Brandings.
oxupdated-branding-assign-arg-group = Der Name der Gruppe.
oxupdated-branding-unassign-help = Zeigt den Benutzern einer Gruppe kein Branding mehr.
oxupdated-branding-unassign-arg-group = Der Name der Gruppe.
oxupdated-branding-dress-help = Sagt unter einem Branding etwas über ein Produkt: anderer Name, anderes Symbol, andere Adresse. Was nicht angegeben ist, bleibt; was leer ist, entfällt.
oxupdated-branding-dress-arg-branding = Der Name des Brandings.
oxupdated-branding-dress-arg-product = Der Name oder Upgrade-Code des Produkts.
oxupdated-branding-dress-arg-name = Der Name, der gezeigt wird.
oxupdated-branding-dress-arg-icon = Eine Datei mit dem Symbol, das gezeigt wird.
oxupdated-branding-dress-arg-info-url = Wo es mehr zu lesen gibt.
oxupdated-branding-dress-arg-minimum-version = Die niedrigste Version, die benutzt werden soll; wird eine niedrigere angeboten, wird gewarnt.
oxupdated-branding-import-help = Übernimmt Branding-Ordner des Vorbilds, wie sie sind: Aus jedem wird ein Branding mit seinem Paket.
oxupdated-branding-import-arg-folder = Ein Ordner mit einer .branding- oder .properties-Datei und einem MSI, oder ein Ordner solcher Ordner.
oxupdated-branding-import-arg-group = Die Gruppe, deren Benutzer das Branding sehen.
oxupdated-branding-import-arg-publish = Veröffentlicht die Pakete; ohne dies werden sie Entwürfe.
oxupdated-branding-import-arg-dry-run = Sagt, was geschähe, und ändert nichts.
oxupdated-branding-list-help = Listet die Brandings mit ihren Gruppen, Produkten und Paketen auf.
oxupdated-branding-list-arg-json = Listet sie als JSON auf.

## was getan wurde

done-branding-add = Das Branding { $name } wurde angelegt.
done-branding-rename = Das Branding { $name } heißt jetzt { $shown }.
done-branding-remove = Das Branding { $name } wurde entfernt.
done-branding-assign = Die Benutzer von { $group } sehen das Branding { $name }.
done-branding-assign-before = Die Benutzer von { $group } sahen das Branding { $name } schon vorher.
done-branding-unassign = Die Benutzer von { $group } sehen dadurch kein Branding mehr.
done-branding-unassign-before = Die Benutzer von { $group } sahen dadurch schon vorher kein Branding.
done-branding-dress = Das Branding { $name } sagt dies von jetzt an über { $product }.
done-branding-dress-before = Das Branding { $name } sagte dies schon vorher über { $product }.
no-brandings = Es gibt keine Brandings.

## was nicht geht

branding-name-wrong = „{ $text }“ kann kein Name eines Brandings sein. Nehmen Sie 1 bis { $characters } Kleinbuchstaben, Ziffern, Bindestriche, Unterstriche und Punkte, das erste ein Buchstabe oder eine Ziffer.
branding-shown-name-wrong = Wie Menschen ein Branding nennen, ist eine Zeile von höchstens { $characters } Zeichen.
branding-unknown = Es gibt kein Branding { $name }. „oxupdated branding list“ zeigt, welche es gibt.
branding-missing = Es gibt kein Branding { $name }. Legen Sie es erst an, oder lassen Sie das Feld für alle leer.
branding-known = Es gibt schon ein Branding { $name }.
branding-in-use = Es gibt Pakete, die nur für das Branding { $name } sind. Löschen Sie sie, oder geben Sie an, dass sie für alle sind; danach lässt es sich entfernen.
branding-folder-of-another = { $folder } wurde ausgelassen: Er würde zum Branding { $name }, das „{ $shown }“ heißt. Sind beide dasselbe, nennen Sie es mit „oxupdated branding rename“ „{ $folder }“; sonst benennen Sie den Ordner um.
branding-package-of-another = { $folder } wurde ausgelassen: Sein Paket ist schon { $package }, allein für das Branding { $branding }. Ein Paket ist an seinen Bytes kenntlich und für ein Branding da oder für alle. Sagen Sie in seinem Eintrag, dass es für alle ist, oder übernehmen Sie den Ordner mit einem eigenen Paket.
branding-draft-of-another = { $folder } wurde ausgelassen: Sein Paket ist schon Entwurf { $draft }, der nicht für dieses Branding ist. Ein Paket ist an seinen Bytes kenntlich und für ein Branding da oder für alle. Veröffentlichen Sie den Entwurf für alle oder verwerfen Sie ihn, oder übernehmen Sie den Ordner mit einem eigenen Paket.
branding-too-many = Es kann höchstens { $count } Brandings geben.
branding-too-many-products = Ein Branding sagt über höchstens { $count } Produkte etwas.
branding-product-unknown = Kein Produkt heißt „{ $asked }“, oder mehrere heißen so. Nennen Sie seinen Upgrade-Code.
written-listing-locale = „{ $text }“ ist keine Sprache mit Region. Schreiben Sie etwa de_DE, oder lassen Sie das Feld für jede Sprache leer.

## Wörter

heading-locale = Sprache (Locale)
heading-branding = Branding
branding-shown-name = Gezeigter Name
branding-products = Produkte
branding-packages = Eigene Pakete
listing-locale-hint = Etwa de_DE, wenn das Paket für eine Sprache gemacht ist: Wer sie liest, bekommt dieses, andere ein anderes des Produkts. Bleibt das Feld leer, ist es für jede Sprache.
listing-branding-hint = Der Name des Brandings, dessen Benutzer es allein bekommen. Bleibt das Feld leer, ist es für alle.
word-other-locale = bekommt { $package }, in der passenden Sprache
word-other-branding = bekommt { $package }, vom eigenen Branding
word-not-branded = für ein anderes Branding
audit-branding-add = hat ein Branding angelegt
audit-branding-assign = hat einer Gruppe ein Branding gezeigt
audit-branding-dress = hat geändert, was ein Branding über ein Produkt sagt
audit-branding-remove = hat ein Branding entfernt
audit-branding-rename = hat ein Branding anders genannt
audit-branding-unassign = zeigt einer Gruppe ein Branding nicht mehr

## Seiten

page-brandings = Brandings
brandings-about = Ein Branding gibt Produkten für die Benutzer einiger Gruppen einen anderen Namen, ein anderes Symbol und eine andere Adresse, und kann eigene Pakete haben.
branding-new = Branding anlegen
branding-name-hint = Etwa acme: Kleinbuchstaben, Ziffern, Bindestriche, Unterstriche und Punkte.
branding-shown-name-hint = Wie Menschen es nennen. Bleibt das Feld leer, heißt es wie sein Name.
branding-groups-none = Noch sieht es keine Gruppe.
branding-assign-label = Gruppe, deren Benutzer es sehen
branding-assign = Der Gruppe zeigen
branding-unassign = { $group } nicht mehr zeigen
branding-product = Produkt
branding-product-label = Produkt, nach Name oder Upgrade-Code
branding-products-none = Noch sagt es über kein Produkt etwas.
branding-packages-none = Es gibt keine Pakete nur dafür. Für welches Branding ein Paket ist, steht in dessen Angaben.
branding-minimum-version = Niedrigste Version
branding-minimum-version-hint = Wird eine niedrigere angeboten, wird hier gewarnt.
branding-below-minimum = Benutzern dieses Brandings wird { $offered } angeboten; das ist niedriger als { $version }, die niedrigste Version, die es verlangt. Veröffentlichen Sie eine höhere, oder verlangen Sie weniger.
branding-dress = Das über das Produkt sagen
branding-dress-hint = Was unten leer bleibt, bleibt, wie es ist. Um etwas zurückzunehmen, verwenden Sie „oxupdated branding dress“ mit einem leeren Wert.
branding-remove = Branding entfernen
branding-remove-about = Was es über Produkte sagt, geht mit. Seine Gruppen bleiben, und deren Benutzer sehen, was alle anderen sehen.
user-locale-untold = von der Quelle des Kontos nicht genannt; es entscheidet, wonach Programm oder Browser fragen, sonst en_US
user-other-brandings = Nicht zu sehen, weil ein Benutzer ein Branding sieht, das erste nach Namen: { $brandings }

## Übernahme

branding-import-would-add = Das Branding { $name } würde angelegt.
branding-import-would-receive = { $package } würde für das Branding { $name } entgegengenommen.
branding-import-known = Das Paket ist schon als { $package } veröffentlicht und bleibt, wie es ist; das Branding zeigt es, wie der Ordner sagt.
branding-import-draft = { $package } ist Entwurf { $draft }. „oxupdated package publish { $draft }“ veröffentlicht ihn.
branding-import-version = Der Ordner nennt Version { $said }, das Paket { $version }. Es zählt die des Pakets.
branding-import-minimum = Die niedrigste Version „{ $version }“ ist keine und wurde ausgelassen.
branding-folders-none = Hier ist kein Branding-Ordner: keiner mit einer .branding- oder .properties-Datei.
branding-folder-skipped = { $folder } wurde ausgelassen. { $reason }
branding-folder-ignored = { $folder }: hier nicht nötig: { $files }
branding-folder-no-properties = Er hat keine .branding- oder .properties-Datei.
branding-folder-several-properties = Er hat mehrere solche Dateien: { $files }. Behalten Sie eine davon.
branding-folder-no-msi = Er hat keine MSI-Datei.
branding-folder-several-msi = Er hat mehrere MSI-Dateien: { $files }. Behalten Sie eine davon.
branding-folder-unreadable = Er ist nicht lesbar: { $detail }
branding-folder-key-missing = Seine Properties-Datei nennt „{ $key }“ nicht.
branding-folder-name = „{ $folder }“ hat keinen Buchstaben und keine Ziffer, die ein Branding im Namen haben könnte. Benennen Sie den Ordner um.
