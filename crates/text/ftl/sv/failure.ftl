# Varför en installation misslyckades: vad som hände, vad personen kan göra och vad administratören bör göra.

failure-file-in-use-happened = En fil som uppdateringen ersätter används.
failure-file-in-use-happened-by = { $program } använder en fil som uppdateringen ersätter.
failure-file-in-use-you = Stäng alla program eller starta om Windows och försök sedan igen.
failure-file-in-use-you-by = Stäng { $program } och försök igen.
failure-file-in-use-administrator = Ange programmet som använder filen bland dem som ska stängas först, eller installera när ingen arbetar vid datorn.

failure-disk-full-happened = Det finns inte tillräckligt med utrymme på disken.
failure-disk-full-you = Frigör utrymme, till exempel genom att tömma papperskorgen, och försök igen.
failure-disk-full-administrator = Frigör utrymme på Windows disk, där även kopior av paket sparas, och kontrollera hur mycket paketet behöver.

failure-restart-pending-happened = Windows måste startas om innan det här kan installeras.
failure-restart-pending-you = Spara ditt arbete, starta om Windows när det passar dig och försök sedan igen.
failure-restart-pending-administrator = Ta reda på vilken tidigare installation som väntar på omstarten och planera in omstarter före uppdateringar.

failure-install-suspended-happened = En tidigare installation avbröts och är varken slutförd eller återställd.
failure-install-suspended-you = Starta om Windows och försök igen.
failure-install-suspended-administrator = Kör den avbrutna installationen en gång till med dess eget paket, så att den slutförs eller återställs.

failure-source-missing-happened = Det saknas en fil som hör till paketet eller till den installerade versionen.
failure-source-missing-you = Försök igen; om det händer på nytt, ge detaljerna till din administratör.
failure-source-missing-administrator = Publicera paketet med alla dess filer inuti och kontrollera att datorn når platsen som den installerade versionen kom från.

failure-other-package-name-happened = Paketet har ett annat filnamn än vad den installerade versionen väntar sig.
failure-other-package-name-you = Det här kan du inte åtgärda själv; ge detaljerna till din administratör.
failure-other-package-name-administrator = Publicera paketet under det filnamn som den installerade versionen installerades från, eller som en större uppgradering.

failure-package-damaged-happened = En del av paketet är skadad.
failure-package-damaged-you = Försök igen; om det händer på nytt, ge detaljerna till din administratör.
failure-package-damaged-administrator = Hämta paketet på nytt från utgivaren, prova det på en annan dator och publicera det på nytt.

failure-place-unreachable-happened = En mapp eller enhet som uppdateringen behöver kan inte nås.
failure-place-unreachable-you = Anslut till nätverket som vanligt och försök igen.
failure-place-unreachable-administrator = Kontrollera omdirigerade mappar och enhetsbeteckningar: Windows självt ser kanske andra enheter än personen.

failure-program-not-started-happened = Ett program som hör till paketet kunde inte startas.
failure-program-not-started-you = Försök igen; om det händer på nytt, ge detaljerna till din administratör.
failure-program-not-started-administrator = Kontrollera om ett antivirusprogram eller en princip hindrar programmet från att starta, och kontakta annars paketets utgivare.

failure-program-failed-happened = Ett steg som paketet för med sig slutade med ett fel.
failure-program-failed-you = Stäng alla program och försök igen; om det händer på nytt, ge detaljerna till din administratör.
failure-program-failed-administrator = Läs loggen före steget som misslyckades och kontakta paketets utgivare.

failure-needs-administrator-happened = Bara en administratör för den här datorn får göra det.
failure-needs-administrator-you = Be din administratör att installera det.
failure-needs-administrator-administrator = Installera det med administratörsbehörighet, eller erbjud ett paket som installerar för en enda person.

failure-access-denied-happened = Windows låter inte installationsprogrammet ändra något som uppdateringen måste ändra.
failure-access-denied-you = Stäng alla program, starta om Windows och försök igen; om det händer på nytt, ge detaljerna till din administratör.
failure-access-denied-administrator = Kontrollera behörigheterna för det som nämns i detaljerna och om ett antivirusprogram skyddar det.

failure-file-error-happened = En fil kunde inte läsas eller skrivas.
failure-file-error-you = Starta om Windows och försök igen; om det händer på nytt, ge detaljerna till din administratör.
failure-file-error-administrator = Kontrollera platsen som nämns i detaljerna och om datorns disk har fel.

failure-condition-not-met-happened = Den här datorn har inte det som paketet kräver.
failure-condition-not-met-happened-text = Paketet går inte att installera på den här datorn och säger: ”{ $text }”
failure-condition-not-met-you = Gör det som paketet kräver om du kan och försök igen; tala annars om det för din administratör.
failure-condition-not-met-administrator = Ge datorn det som paketet kräver, eller erbjud inte paketet till den här personen.

failure-newer-installed-happened = En nyare version är redan installerad.
failure-newer-installed-you = Du behöver inte göra något; den nyare versionen är kvar.
failure-newer-installed-administrator = Erbjud den version som är installerad eller en högre: paketet ersätter den inte med en äldre.

failure-old-version-stays-happened = Den äldre versionen kunde inte tas bort.
failure-old-version-stays-you = Ta bort den äldre versionen i inställningarna i Windows och försök igen.
failure-old-version-stays-administrator = Reparera eller ta bort den äldre versionen med dess eget paket, som Windows kanske inte längre hittar.

failure-service-not-started-happened = En tjänst i uppdateringen kunde inte startas.
failure-service-not-started-happened-named = Tjänsten ”{ $service }” kunde inte startas.
failure-service-not-started-you = Starta om Windows och försök igen; om det händer på nytt, ge detaljerna till din administratör.
failure-service-not-started-administrator = Kontrollera kontot som tjänsten körs under, filerna den behöver och händelseloggen i Windows.

failure-service-not-stopped-happened = En tjänst kunde inte stoppas eller ändras.
failure-service-not-stopped-happened-named = Tjänsten ”{ $service }” kunde inte stoppas eller ändras.
failure-service-not-stopped-you = Starta om Windows och försök igen; om det händer på nytt, ge detaljerna till din administratör.
failure-service-not-stopped-administrator = Kontrollera vad som håller tjänsten igång, till exempel en öppen lista över tjänster, och vem som får ändra den.

failure-forbidden-happened = En regel för den här datorn förbjuder det.
failure-forbidden-you = Kontakta din administratör.
failure-forbidden-administrator = Kontrollera principerna för Windows Installer och för tillåtna program.

failure-another-install-happened = Windows är upptaget med en annan installation.
failure-another-install-you = Vänta tills den är klar och försök igen.
failure-another-install-administrator = Om den aldrig blir klar, leta efter ett installationsprogram som väntar på ett svar som ingen ser.

failure-installer-unavailable-happened = Den del av Windows som installerar program svarar inte.
failure-installer-unavailable-you = Starta om Windows och försök igen.
failure-installer-unavailable-administrator = Kontrollera att tjänsten ”Windows Installer” inte är avstängd.

failure-unexplained-happened = Installationsprogrammet stannade och sa inte varför.
failure-unexplained-you = Försök igen; om det händer på nytt, ge detaljerna till din administratör.
failure-unexplained-administrator = Läs loggen före steget som misslyckades.

## around the words

failure-you = Vad du kan göra: { $words }
failure-administrator = För din administratör: { $words }
failure-past = { $past } { $happened }

## details

failure-details-number = Meddelande { $number } från Windows Installer.
failure-details-action = Steg som misslyckades: { $action } (ett som alla paket kan använda).
failure-details-action-own = Steg som misslyckades: { $action } (paketets eget).
failure-details-about = Det gäller ”{ $about }”.
failure-details-line = > { $line }
