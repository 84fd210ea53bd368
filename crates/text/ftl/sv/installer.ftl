# Vad installationsprogrammen för OX Updater säger. `cargo xtask dist` skriver in det; högst 255 tecken, inga hakparenteser.

installer-for-one-is-there = OX Updater är redan installerat på den här datorn, bara för dig. Ta bort det först: i inställningarna för Windows, under Appar. Starta sedan det här installationsprogrammet igen.
installer-for-everybody-is-there = OX Updater är redan installerat på den här datorn för alla, så du behöver inte ett till. Ingenting har ändrats.
installer-is-for-one = Det här installationsprogrammet är för en person och tar inte emot ALLUSERS. Använd det utan ”user” i namnet för alla på den här datorn. Ingenting har ändrats.
installer-newer-is-there = En nyare version är redan installerad på den här datorn. Ingenting har ändrats.
