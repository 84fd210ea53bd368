### Vad den del säger som installerar för alla.

elevation-not-started = Den del av OX Updater som installerar för alla på den här datorn kunde inte startas. Starta om Windows och försök igen; om det händer igen, säg till din administratör. ({ $detail })
elevation-broken = Den del av OX Updater som installerar för alla på den här datorn svarar inte. Försök igen; om det händer igen, starta om Windows.
elevation-refused = Den del av OX Updater som installerar för alla på den här datorn godtog inte paketet; ingenting har ändrats. Försök igen; om det händer igen, säg till din administratör. ({ $detail })
