### Vad klienten säger om sina inställningar och om arbete som inte kunde utföras.

settings-policy-unusable = Principen ”{ $name }” har ett värde som inte kan användas och räknas därför som inte angiven.
settings-person-unusable = Inställningen ”{ $name }” har ett värde som inte kan användas och räknas därför som inte angiven.
settings-installer-unusable = Det som installationsprogrammet skrev som ”{ $name }” kan inte användas och räknas därför som inte angivet.
settings-unwritable = Inställningarna kunde inte sparas. Försök igen; starta om Windows om det händer igen. ({ $detail })
worker-no-server = Det är ännu inte känt varifrån uppdateringar kommer. Ange serverns adress i inställningarna.
worker-failed = OX Updater stötte på ett eget fel och kunde inte slutföra detta. Försök igen; tala om det för din administratör om det händer igen. ({ $detail })
worker-offer-changed = Utbudet har ändrats under tiden. Titta på listan igen och välj på nytt.
machine-account-folder = Mappen ”{ $folder }”, där det sparar sina data, kunde inte skapas eller skrivas till. Kontrollera att din profil finns och har plats och försök igen. ({ $detail })
outcome-elevation-refused = Det kräver administratörsbehörighet, som inte gavs. Det som är installerat förblir som det var. Försök igen och godkänn när Windows frågar.
worker-installed-meanwhile = { $product } { $version } är installerat. Det installerades under tiden.
