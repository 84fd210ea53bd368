# Signing in with the browser in place of a password, as the client tells of it.

## why it did not work

browser-sign-in-not-offered = Este servidor no ofrece iniciar sesión con el navegador. Inicie sesión con su nombre y su contraseña.
browser-sign-in-other-place = El servidor envía el navegador a { $address }, que no es una página de { $server }, así que no se ha abierto. Inicie sesión con su nombre y su contraseña, y avise a su administrador.
browser-sign-in-not-understood = No se ha podido entender lo que dijo el servidor sobre el inicio de sesión con el navegador. Inicie sesión con su nombre y su contraseña.
browser-sign-in-denied = El inicio de sesión se ha rechazado en el navegador. Si no era lo que quería, inténtelo de nuevo.
browser-sign-in-expired = Nadie ha confirmado a tiempo el inicio de sesión en el navegador. Inténtelo de nuevo.

## in the window

button-sign-in-with-browser = Iniciar sesión con el nave&gador
button-open-browser-again = &Abrir de nuevo
button-copy-code = Copiar el có&digo
browser-sign-in-heading = Inicie sesión con el navegador.
browser-sign-in-asking = OX Updater está pidiendo un código al servidor. Tarda unos segundos.
browser-sign-in-opened = Se ha abierto su navegador. Inicie sesión en él si se le pide, y acepte solo si ve este código:
browser-sign-in-by-hand = Si no se ha abierto ningún navegador, abra { $address } en uno y escriba allí el código.
browser-sign-in-goes-on = { $minutes ->
        [one] El código vale durante 1 minuto. En cuanto haya aceptado, se continúa aquí automáticamente.
       *[other] El código vale durante { $minutes } minutos. En cuanto haya aceptado, se continúa aquí automáticamente.
    }

## at the command line

oxupdate-sign-in-help = Inicia la sesión de este PC en un servidor y la guarda para las próximas veces.
oxupdate-sign-in-arg-browser = Inicia sesión con un navegador, en este PC o en otro, en lugar de una contraseña. Se abre donde sea posible; la dirección y un código se muestran en todo caso.
cli-browser-address = Para iniciar sesión, abra esta dirección en un navegador:
cli-browser-code = Acepte allí solo si ve este código:
cli-browser-opened = Se ha abierto su navegador.
cli-browser-waits = { $minutes ->
        [one] Tiene 1 minuto. Ctrl-C cancela.
       *[other] Tiene { $minutes } minutos. Ctrl-C cancela.
    }
cli-browser-waiting = A la espera de que acepte en el navegador
cli-signed-in = Sesión iniciada en { $origin } como { $user }.
cli-sign-in-dry-run = Iniciar sesión cambia lo que se guarda, así que no puede probarse con --dry-run. Quítelo.
cli-sign-in-name-missing = Indique su nombre con --user o inicie sesión con --browser.
cli-sign-in-not-kept = El nombre y la contraseña no resultaron incorrectos, pero este PC no ha recibido una sesión propia que pueda guardarse. Indique la contraseña cada vez.
