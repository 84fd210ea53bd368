# Lo que dicen oxupdate y la ventana de actualizaciones.

## machine: Windows, as far as updates are concerned

machine-database = No se pudo leer la lista de programas instalados en este PC. Reinicie Windows e inténtelo de nuevo. (Windows Installer respondió { $code }.)
machine-disk = No se pudo averiguar el espacio libre del disco de «{ $folder }». ({ $detail })
machine-processes = No se pudo averiguar qué programas se están ejecutando en este PC. Inténtelo de nuevo; si vuelve a ocurrir, reinicie Windows. ({ $detail })
machine-start = No se pudo iniciar el instalador. ({ $detail })
machine-not-windows = Esto solo funciona en Windows. Añada --dry-run para ver lo que se haría.

## server: where updates come from

server-address = «{ $address }» no es la dirección de un servidor ni de un update.xml. Escríbala así: https://updates.example.com.
server-unreachable = { $host } no responde. Compruebe la red y la dirección e inténtelo de nuevo. ({ $detail })
server-certificate = { $host } no pudo demostrar su identidad, así que no se le ha enviado nada. Consulte a su administrador. ({ $detail })
server-not-encrypted = { $host } no admite https, así que no se le ha enviado nada. Compruebe la dirección. Si su administrador quiere que funcione sin cifrado, empiece la dirección por http:// y añada --allow-http.
server-not-understood = { $host } da una respuesta que no se puede entender. Compruebe la dirección o informe a su administrador. ({ $detail })
server-sign-in-needed = El servidor quiere saber quién es usted. Inicie sesión con su nombre y su contraseña.
server-sign-in-refused = El servidor no acepta este nombre y esta contraseña. Compruebe ambos e inténtelo de nuevo.
server-sign-in-ended = El servidor ya no acepta la sesión de este PC: se cerró allí. Vuelva a iniciar sesión con su nombre y su contraseña.
sign-in-refused-before = El servidor ya rechazó antes este nombre y esta contraseña, así que no se han enviado de nuevo. Corrija la contraseña o añada --sign-in-again para intentarlo una vez más.
credentials-unusable = La sesión de este PC no se pudo guardar o leer. Reinicie Windows e inténtelo de nuevo. ({ $detail })
server-forbidden = El servidor no le da acceso a esto. Consulte a su administrador.
server-not-found = No hay nada en { $address }. Compruebe la dirección.
server-busy-until = El servidor está ocupado. Inténtelo de nuevo en { $seconds } segundos.
server-busy = El servidor está ocupado. Inténtelo de nuevo más tarde.
server-status = El servidor no pudo responder. Inténtelo de nuevo más tarde o consulte a su administrador. (Estado HTTP { $status })
server-too-large = El servidor envió más de { $megabytes } MB, que es más de lo que se puede recibir.
server-broken = La conexión se interrumpió. Inténtelo de nuevo; una descarga continúa donde se detuvo si el servidor lo permite. ({ $detail })
server-address-sign-in-inside = La dirección contiene un nombre o una contraseña que otros podrían leer allí. Quítelos; indique el nombre con --user y se le preguntará la contraseña.
server-package-address = El paquete está en «{ $address }», y de este servidor no se descarga nada de allí. Informe a su administrador.
server-redirect = El servidor remite a «{ $address }», que no lleva a ninguna parte. Compruebe la dirección o informe a su administrador.
server-too-slow = El servidor envía menos de { $bytes } bytes por segundo, y eso es demasiado lento. Lo descargado se conserva; inténtelo de nuevo más tarde o desde otra red.
permitted-plain = «{ $address }» no está cifrada, así que otros podrían leer por el camino su contraseña y cambiar lo que se instala. Escriba https:// en su lugar. Si su administrador quiere que funcione sin cifrado, añada --allow-http.
permitted-down = El servidor remite desde https a «{ $address }», que no está cifrada, así que no se ha pedido nada allí. Informe a su administrador.
permitted-unproven = El paquete está en «{ $address }», que no está cifrada, y ningún SHA-256 de un servidor cifrado demuestra lo que viene de allí. No se ha descargado nada. Informe a su administrador.
web-ca-file = No se pudieron leer los certificados de «{ $path }». Compruebe el nombre del archivo. ({ $detail })
web-ca-file-empty = «{ $path }» no contiene certificados. Indique un archivo PEM, que tiene líneas como «-----BEGIN CERTIFICATE-----».
web-proxy = «{ $address }» no es la dirección de un proxy. Escríbala así: http://proxy.example.com:8080, o indique «system» o «none».
web-name = Este nombre o esta contraseña no se pueden enviar: un nombre no lleva dos puntos, y ninguno de los dos lleva saltos de línea ni otros caracteres de control.

## plan: what is to be done, and why

plan-new-important = Importante: está destinada a todos los PC.
plan-new-optional = Opcional: no está instalada en este PC.
plan-older-important = Importante, porque hay instalada una versión anterior.
plan-older-optional = Opcional: la versión instalada puede quedarse.
plan-same = Esta versión está instalada.
plan-newer = Hay instalada una versión más reciente.
plan-several = Está instalado { $count } veces ({ $versions }). { $reason }
plan-digest-missing = No se puede instalar: se ofrece sin suma de comprobación, así que el paquete no se podría comprobar. Informe a su administrador.
plan-package-place = No se puede instalar: su paquete está en un lugar al que este servidor no puede remitir, como un recurso compartido. Informe a su administrador.
plan-package-unproven = No se puede instalar: su paquete llegaría sin cifrado, y ningún SHA-256 de un servidor cifrado demuestra lo que llega. Informe a su administrador.
plan-platform = Es para PC con otro procesador ({ $platform }).
plan-held = { $days ->
        [0] Falló hace menos de un día y se volverá a intentar cuando el editor la cambie o cuando usted la elija por su nombre.
        [1] Falló ayer y se volverá a intentar cuando el editor la cambie o cuando usted la elija por su nombre.
       *[other] Falló hace { $days } días y se volverá a intentar cuando el editor la cambie o cuando usted la elija por su nombre.
    }
plan-other-platform = Es para { $offered }, y lo que está instalado es para { $installed }. Para cambiar, quite primero lo instalado en la configuración de Windows.
plan-both-remain-machine = Está instalado para todos los usuarios de este PC, y este paquete instala para una sola persona: quedarían ambos. Si lo quiere de todos modos, instálelo por su nombre.
plan-both-remain-user = Está instalado solo para usted, y este paquete instala para todos los usuarios de este PC: quedarían ambos. Si lo quiere de todos modos, instálelo por su nombre.
plan-for-one-person = Es para una sola persona, y OX Updater se ejecuta aquí con los derechos de un administrador, así que podría acabar en otra persona. Inicie OX Updater sin esos derechos e inténtelo de nuevo.
plan-package-name = La versión instalada no se puede actualizar: lo que Windows ha anotado sobre su paquete está dañado. Quítela en la configuración de Windows e inténtelo de nuevo.
plan-rest-installed = Lo que está instalado es para { $installed } y se actualiza con el paquete para { $installed }.
plan-rest-better = Este PC recibe el paquete para { $better }, que le conviene más.
plan-rest-superseded = Este PC recibe otra versión u otro paquete.
plan-in-both-machine = Está instalado para todos los usuarios de este PC y también para usted; este es para todos. { $reason }
plan-in-both-user = Está instalado para todos los usuarios de este PC y también para usted; este es para usted. { $reason }
plan-fourth-field-unseen = { $reason } Solo su cuarto número es mayor, y Windows Installer no lo considera más reciente: después pueden quedar instaladas ambas versiones.
plan-fourth-field-open = { $reason } Solo su cuarto número es mayor; si su paquete no actualiza la versión instalada en su lugar, después pueden quedar instaladas ambas versiones.
plan-not-offered = «{ $name }» no se le ofrece. «oxupdate list» muestra lo que sí.

## check and download

check-catalog-unreadable = No se pudo leer la lista de actualizaciones. { $reason } Informe a su administrador.
check-web-page = En { $address } hay una página web y no un update.xml. Compruebe la dirección; quizá la red quiera que antes inicie sesión, como en los hoteles.
download-disk-full = El disco está demasiado lleno: se necesitan { $needed } MB y hay { $free } MB libres. Libere espacio e inténtelo de nuevo.
download-too-large = El paquete ocupa más de { $megabytes } MB, que es más de lo que se puede descargar. Informe a su administrador.
download-cancelled = Se canceló. Lo descargado se conserva, y la próxima descarga continuará desde ahí.

## verify: in what a file is not what was offered

verify-unreadable = No se pudo leer el paquete descargado. Inténtelo de nuevo. ({ $detail })
verify-digest-missing = Se ofrece sin suma de comprobación, así que el paquete no se puede comprobar. Informe a su administrador.
verify-size = El paquete no es el que se ofreció: tiene { $found } bytes en lugar de { $offered }. Informe a su administrador.
verify-bytes = El paquete no es el que se ofreció: su { $digest } es otro. Informe a su administrador.
verify-msi = El paquete no es el que se ofreció. { $reason } Informe a su administrador.
verify-identity = El paquete no es el que se ofreció: su { $property } es «{ $found }» en lugar de «{ $offered }». Informe a su administrador.

## outcome: what came of an install

outcome-installed = { $product } { $version } está instalado.
outcome-installed-needs-restart = { $product } { $version } está instalado y funcionará por completo después de reiniciar Windows.
outcome-installed-beside = { $product } { $version } está instalado. { $others } también sigue instalado. Si solo necesita una de las versiones, quite la otra en la configuración de Windows.
outcome-installed-despite = { $product } { $version } está instalado, aunque Windows Installer notificó un error. Si algo no funciona, entregue el registro a su administrador.
outcome-not-really-installed = { $product } { $version } no se instaló realmente: Windows Installer notificó que todo fue bien, pero la lista de programas instalados no muestra esta versión. Entregue el registro a su administrador.
outcome-not-installed = { $product } { $version } no se instaló. { $reason }
outcome-programs-open = Hay programas abiertos que deben cerrarse antes: { $programs }. Ciérrelos e inténtelo de nuevo; lo descargado se conserva.
outcome-cancelled = Se canceló. Lo que está instalado sigue como estaba.
outcome-old-version-unknown = Windows Installer ya no conoce la versión instalada. Quítela en la configuración de Windows e inténtelo de nuevo.
outcome-windows-ends = No se empezó, porque Windows estaba a punto de cerrarse. Se ofrecerá de nuevo.
outcome-busy = Windows está ocupado con otra instalación. Espere a que termine e inténtelo de nuevo.
outcome-package-not-opened = No se pudo abrir el paquete. Inténtelo de nuevo; si vuelve a ocurrir, entregue el registro a su administrador.
outcome-package-unreadable = Windows Installer no pudo leer el paquete o se detuvo a la mitad. Entregue el registro a su administrador.
outcome-forbidden = Un administrador no lo permite en este PC. Consulte a su administrador.
outcome-wrong-platform = El paquete es para PC con otro procesador. Informe a su administrador.
outcome-other-version-installed = Hay instalada otra versión que este paquete no puede reemplazar. Quítela en la configuración de Windows e inténtelo de nuevo.
outcome-failed = El instalador encontró un error. Inténtelo de nuevo; si vuelve a ocurrir, entregue el registro a su administrador.
outcome-interrupted = Se interrumpió, por un reinicio del PC o por el cierre de este programa. Inténtelo de nuevo; si vuelve a ocurrir, entregue el registro a su administrador.

## close first: programs that are open

close-first = { $product } se podrá instalar cuando { $programs } { $count ->
    [one] esté cerrado
   *[other] estén cerrados
}. Guarde allí su trabajo, cierre { $programs } y elija «Reintentar».
close-first-programs = { $count ->
    [0] { $last }
   *[other] { $others } y { $last }
}

## state: what is kept between two runs

state-no-place = No se sabe dónde guardar las descargas y los registros. Indique una carpeta con --state.
state-unusable = No se pudo leer o escribir «{ $path }». Compruebe que el disco no esté lleno y que el archivo sea suyo. ({ $detail })
state-unsafe = «{ $path }» no es un lugar seguro para paquetes: { $reason } Elimínelo si no lo necesita o indique otra carpeta con --state; o consulte a su administrador.
folder-is-link = No es una carpeta o lleva a otra parte.
folder-of-another = Pertenece a otra cuenta.
folder-writable = Otras cuentas pueden escribir ahí.
state-locked-by-other = Otra persona está instalando actualizaciones en este PC, o usted mismo desde otra carpeta. Espere a que termine e inténtelo de nuevo.
state-locked = Otro oxupdate está instalando actualizaciones en este PC. Espere a que termine e inténtelo de nuevo.

## oxupdate: verbs and arguments

oxupdate-help = Mantiene actualizado el software de este PC: muestra lo que se ofrece, lo descarga, lo comprueba y lo instala.
oxupdate-check-help = Muestra las actualizaciones que están listas para este PC. Termina con 10 si hay alguna.
oxupdate-list-help = Muestra todo lo que se ofrece y qué está instalado.
oxupdate-install-help = Descarga, comprueba e instala actualizaciones. Sin nombre, las importantes.
oxupdate-install-arg-name = Lo que se va a instalar: su nombre o su código de actualización.
oxupdate-install-arg-all = Instala todo lo que está listo, también las actualizaciones opcionales.
oxupdate-install-arg-interactive = Muestra los cuadros de diálogo de los paquetes, salvo que su editor quiera otra cosa.
oxupdate-install-arg-wait-for-programs = Espera hasta 4 horas a que se cierren los programas que una actualización necesita cerrados.
oxupdate-report-help = Envía al servidor los informes sobre instalaciones anteriores que aún no se pudieron enviar.
oxupdate-status-help = Muestra la última comprobación, las últimas instalaciones y dónde están los registros. No pregunta ni al servidor ni a Windows.
oxupdate-sign-out-help = Olvida la sesión de este PC en un servidor.
oxupdate-arg-server = De dónde vienen las actualizaciones: un servidor como https://updates.example.com, o la dirección o la ruta de un update.xml. OXUPDATE_SERVER hace lo mismo.
oxupdate-arg-user = Su nombre en el servidor. Sin él, nadie inicia sesión. OXUPDATE_USER hace lo mismo.
oxupdate-arg-password-file = Un archivo cuya primera línea es su contraseña. Sin él se toma OXUPDATE_PASSWORD, o se le pregunta.
oxupdate-arg-sign-in-again = Inicia sesión con la contraseña aunque este PC ya tenga una sesión o el servidor la haya rechazado antes.
oxupdate-arg-ca-file = Un archivo PEM con los certificados en los que confiar en lugar de los del sistema.
oxupdate-arg-proxy = El proxy: «system» toma la configuración del sistema, «none» no usa ninguno, o su dirección.
oxupdate-arg-allow-http = Usa http, sin cifrado, también con otros PC. Otros pueden entonces leer por el camino la contraseña y cambiar lo que se instala.
oxupdate-arg-state = La carpeta para descargas, registros y todo lo demás que se conserva entre dos ejecuciones.
oxupdate-arg-json = Escribe el resultado como un objeto JSON.
oxupdate-arg-dry-run = Muestra lo que se haría, y no instala ni notifica nada. Fuera de Windows, se supone que no hay nada instalado.
oxupdate-arg-machine = Con --dry-run: un archivo JSON que dice qué está instalado.

## oxupdate: what it says

cli-ready =
    { $count ->
        [one] 1 actualización está lista para este PC.
       *[other] { $count } actualizaciones están listas para este PC.
    }
cli-ready-hint = «oxupdate install» instala las importantes, «oxupdate install --all» todas.
cli-nothing-ready = Este PC está actualizado.
cli-only-blocked =
    { $count ->
        [one] 1 actualización no se puede instalar.
       *[other] { $count } actualizaciones no se pueden instalar.
    }
cli-only-held =
    { $count ->
        [one] 1 actualización falló antes y espera. «oxupdate check» muestra por qué.
       *[other] { $count } actualizaciones fallaron antes y esperan. «oxupdate check» muestra por qué.
    }
cli-nothing-important = No hay lista ninguna actualización importante. «oxupdate check» muestra las opcionales.
cli-nothing-offered = No se le ofrece nada.
cli-nothing-to-do = { $name } { $version }: no hay nada que hacer. { $reason }
cli-would-install =
    { $count ->
        [one] Se instalaría 1 actualización.
       *[other] Se instalarían { $count } actualizaciones.
    }
cli-head-name = Nombre
cli-head-versions = Instalada → ofrecida
cli-head-importance = Importancia
cli-head-reason = Por qué
cli-versions-new = nuevo { $offered }
cli-versions-same = { $offered }
cli-versions-update = { $installed } → { $offered }
cli-important = Importante
cli-optional = Opcional
cli-line-new = { $name }, nuevo: { $offered }. { $reason }
cli-line-same = { $name }: { $offered }. { $reason }
cli-line-update = { $name }: { $installed } → { $offered }. { $reason }
cli-problem = La lista de actualizaciones tiene un error. { $problem }
cli-problems-more =
    { $count ->
        [one] Hay 1 error más.
       *[other] Hay { $count } errores más.
    }
cli-downloading = Descargando { $name } { $version }.
cli-downloading-size = { $heading } { $done }
cli-downloading-speed = { $heading } { $done } de { $total }, { $speed } por segundo, quedan { $left }
cli-verifying = Comprobando { $name } { $version }.
cli-installing = Instalando { $name } { $version }.
cli-installing-action = { $heading } { $action }
cli-asks-for-consent = Windows pide el consentimiento de un administrador para instalar { $name } { $version }.
cli-waiting-for-windows = Se espera a que Windows termine otra instalación; después se instalará { $name } { $version }.
cli-takes-long = { $name } { $version } todavía se está instalando. Puede seguir trabajando; el resultado se mostrará aquí, o con «oxupdate status» si esta ventana está cerrada.
cli-settled = Mientras nadie miraba, terminó una instalación. { $outcome }
cli-still-installing = { $name } { $version } se empezó a instalar, y Windows Installer sigue trabajando.
cli-try-again = { $question } Escriba s para «Reintentar» o n para «Ahora no» y pulse Entrar.
cli-waiting-for-programs = { $product } se instalará en cuanto { $programs } { $count ->
    [one] esté cerrado
   *[other] estén cerrados
}; hasta entonces se espera, { $hours } horas como máximo. Guarde allí antes su trabajo. Ctrl+C cancela.
cli-again-by-name = No se vuelve a intentar automáticamente; «oxupdate install { $name }» lo intenta de nuevo.
cli-details = Detalles: Windows Installer terminó con { $code }. Su registro es «{ $log }».
cli-restart = Reinicie Windows cuando le venga bien.
cli-no-reports = No hay informes en espera.
cli-reports-sent =
    { $count ->
        [one] Se envió 1 informe.
       *[other] Se enviaron { $count } informes.
    }
cli-reports-wait =
    { $count ->
        [one] 1 informe espera a que se pueda acceder al servidor.
       *[other] { $count } informes esperan a que se pueda acceder al servidor.
    }
cli-never-checked = En este PC nunca se han buscado actualizaciones.
cli-last-check = Última comprobación: { $when } en { $address }. Actualizaciones listas entonces: { $count }.
cli-last-check-as = Última comprobación: { $when } en { $address } como { $user }. Actualizaciones listas entonces: { $count }.
cli-past-install = { $product } { $version }, { $when }: { $outcome }.
cli-past-update = { $product } { $from } → { $version }, { $when }: { $outcome }.
cli-state-folder = Las descargas y los registros están en «{ $folder }».
cli-outcome-installed = instalado
cli-outcome-installed-needs-restart = instalado, es necesario reiniciar
cli-outcome-not-really-installed = no instalado realmente
cli-outcome-cancelled = cancelado
cli-outcome-busy = Windows estaba ocupado
cli-outcome-programs-open = había programas abiertos
cli-outcome-not-for-this-pc = no es para este PC
cli-outcome-failed = falló
cli-outcome-download-failed = no descargado
cli-outcome-verification-failed = no es lo que se ofreció
cli-sign-in-needed = El servidor quiere saber quién es usted. Añada --user con su nombre en él; se le preguntará la contraseña.
cli-server-busy = El servidor está ocupado. Se le volverá a preguntar en { $seconds } segundos. Ctrl+C cancela.
cli-signed-out = Se ha cerrado la sesión en { $origin }.
cli-not-signed-in = Nadie había iniciado sesión en { $origin }.
cli-sign-out-file = Un archivo no necesita inicio de sesión. Indique la dirección de un servidor con --server.
cli-server-locked = En este PC las actualizaciones vienen de { $server }, y eso no se puede cambiar aquí. Quite --server o consulte a su administrador.
cli-proxy-locked = En este PC el camino al servidor está fijado y no se puede cambiar aquí. Quite --proxy o consulte a su administrador.
cli-own-update = { $name } { $version } está listo y se ha dejado aparte: OX Updater lo instala por sí mismo cuando usted lo elige en su ventana. Para instalarlo aquí, indique su nombre: oxupdate install "{ $name }".
cli-server-missing = No se sabe de dónde vienen las actualizaciones. Añada --server con la dirección, por ejemplo --server https://updates.example.com.
cli-password-prompt = Contraseña de { $user }:
cli-password-missing = Falta la contraseña y aquí no se puede preguntar a nadie. Indíquela con --password-file o en la variable de entorno { $name }.
cli-password-variable = La variable de entorno { $name } no es un texto legible. Indique la contraseña con --password-file.
cli-password-not-read = No se pudo leer la contraseña. ({ $detail })
cli-password-file = No se pudo obtener la contraseña de «{ $path }». { $reason }
cli-password-file-not-read = Compruebe que el archivo exista y que esté escrito en UTF-8. ({ $detail })
cli-password-file-too-large = El archivo es demasiado grande para contener solo una contraseña.
cli-machine-file = «{ $path }» no describe un PC. docs/reference/oxupdate.md explica cómo se escribe. ({ $detail })
cli-output-not-written = No se pudo escribir el resultado. ({ $detail })
