# Användarnas startsida: vad de kan få och hur det står till med deras datorer.

home-title = Dina program
home-signed-in = Du är inloggad som { $name }.

## the updater

home-updater-text = OX Updater installerar programmen nedan på din dator och håller dem uppdaterade. Det är redan inställt för den här servern.
home-updater-download = Ladda ner OX Updater
home-updater-facts = Version { $version } för Windows, { $size }
home-updater-step-open = Öppna filen som du har laddat ner. Behåll filnamnet: det talar om för OX Updater vilken server som är din.
home-updater-step-sign-in = Logga in med det namn och det lösenord som du använder här.
home-updater-step-install = OX Updater visar vad som kan installeras och frågar dig först.
home-updater-missing = OX Updater kan inte laddas ner här ännu. Kontakta din administratör.
home-updater-choose = Välj paketet för OX Updater
error-no-updater-package = Det finns ännu inget installationsprogram för OX Updater på den här servern. Kontakta din administratör.

## products

home-products = Program för dig
home-products-none = Det finns inget program för dig just nu. Om du väntar dig ett, kontakta din administratör.
home-products-more = { $count ->
    [one] Det finns 1 program till. OX Updater visar alla.
   *[other] Det finns { $count } program till. OX Updater visar alla.
}
home-product-version = Version { $version }
home-product-requires = Fungerar med
home-product-size = Storlek
home-product-released = Utgivet den
home-product-information = Mer om { $product }
home-product-news = Nytt i version { $version }

## PCs

home-devices = Dina datorer
home-devices-none = Ingen av dina datorer är inställd ännu. Installera OX Updater på din dator och logga in där, så visas datorn här.
home-device-current = Uppdaterad, senast kontrollerad den { $date }
home-device-waiting = { $count ->
    [one] 1 uppdatering väntar, senast kontrollerad den { $date }
   *[other] { $count } uppdateringar väntar, senast kontrollerad den { $date }
}
home-device-untold = Har inte sökt efter uppdateringar ännu
home-device-seen = Sågs senast den { $date }
home-device-reports = Senaste installationer
home-other-reports = Senaste installationer på andra datorer
home-sign-device-out = Logga ut den här datorn
home-sign-device-out-title = Logga ut { $computer }?
home-sign-device-out-text = OX Updater söker inte längre efter uppdateringar på { $computer } förrän någon loggar in där igen. Installerade program blir kvar som de är.
home-sign-device-out-keep = Låt den vara inloggad
home-sign-device-out-done = { $computer } är utloggad. Logga in på den datorn om du vill använda OX Updater där igen.

## what came of installs

home-report-installed = { $product } { $version } har installerats.
home-report-installed-needs-restart = { $product } { $version } har installerats. Starta om Windows för att slutföra installationen.
home-report-not-really-installed = { $product } { $version } verkade vara installerat, men Windows visar det inte bland programmen. Kontakta din administratör.
home-report-cancelled = Installationen av { $product } { $version } avbröts. Ingenting har ändrats.
home-report-busy = { $product } { $version } installerades inte, eftersom Windows var upptaget med en annan installation. OX Updater försöker igen.
home-report-programs-open = { $product } { $version } installerades inte, eftersom program som först måste stängas var öppna.
home-report-not-for-this-pc = { $product } { $version } passar inte den här datorn. Kontakta din administratör.
home-report-failed = { $product } { $version } kunde inte installeras. Kontakta din administratör.
home-report-download-failed = { $product } { $version } kunde inte laddas ner. Kontrollera datorns anslutning och försök igen i OX Updater.
home-report-verification-failed = Den nedladdade filen för { $product } { $version } var inte den som servern erbjuder och installerades därför inte. Kontakta din administratör om det händer igen.

## days and sizes

home-date = { $day } { $month ->
    [1] januari
    [2] februari
    [3] mars
    [4] april
    [5] maj
    [6] juni
    [7] juli
    [8] augusti
    [9] september
    [10] oktober
    [11] november
   *[12] december
} { $year }
home-time = { $date } kl. { $time } UTC
home-size-kilobytes = { $number } kB
home-size-megabytes = { $number } MB
home-size-gigabytes = { $number } GB
