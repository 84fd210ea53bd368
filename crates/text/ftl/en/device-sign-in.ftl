# Pages: signing a PC in, and the buttons to sign in by another system.
