### Vad den del säger som installerar för alla.

elevation-not-started = Den del av OX Updater som installerar för alla på den här datorn kunde inte startas. Starta om Windows och försök igen; om det händer på nytt, tala om det för din administratör. ({ $detail })
elevation-broken = Den del av OX Updater som installerar för alla på den här datorn svarar inte. Försök igen; om det händer på nytt, starta om Windows.
elevation-refused = Den del av OX Updater som installerar för alla på den här datorn godtog inte paketet; ingenting har ändrats. Försök igen; om det händer på nytt, tala om det för din administratör. ({ $detail })
elevation-place = OX Updater sparar i ”{ $folder }” det som installeras för alla på den här datorn, och det som finns där tillhör någon annan eller kan ändras av andra. Därför har ingenting installerats. Be en administratör att ta bort det och försök sedan igen.
elevation-no-rights = Det här kontot har ingen administratörsbehörighet, och den här Windows frågar ingen efter den. Därför har ingenting installerats. Be en administratör att installera uppdateringen.
