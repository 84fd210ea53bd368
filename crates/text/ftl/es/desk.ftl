### Lo que dicen el icono junto al reloj, sus ventanas y sus avisos.

## the icon beside the clock

tray-tooltip-idle = OX Updater: este PC está actualizado.
tray-tooltip-starting = OX Updater se está iniciando.
tray-tooltip-unchecked = OX Updater no ha buscado actualizaciones desde que se inició.
tray-tooltip-looking = OX Updater está buscando actualizaciones.
tray-tooltip-ready = { $count ->
        [one] OX Updater: 1 actualización está lista.
       *[other] OX Updater: { $count } actualizaciones están listas.
    }
tray-tooltip-not-ready = OX Updater: se ofrecen actualizaciones que ahora no se pueden instalar.
tray-tooltip-working = OX Updater está con la actualización { $number } de { $count }.
tray-tooltip-question = OX Updater espera su respuesta.
tray-tooltip-ended = OX Updater ha terminado. Abra la ventana para ver el resultado de las actualizaciones.
tray-tooltip-restart = OX Updater: reinicie Windows cuando le venga bien para completar las actualizaciones.
tray-tooltip-also-restart = { $tooltip } Reinicie Windows para completar las anteriores.
tray-tooltip-no-server = OX Updater no sabe de dónde vienen las actualizaciones.
tray-tooltip-proposal = OX Updater le pregunta de dónde pueden venir las actualizaciones.
tray-tooltip-sign-in = OX Updater: inicie sesión para buscar actualizaciones.
tray-tooltip-away = OX Updater no puede acceder al servidor en este momento.
tray-tooltip-locked = OX Updater espera a que terminen otras actualizaciones en este PC.
tray-tooltip-trouble = OX Updater no pudo buscar actualizaciones. Abra la ventana para ver por qué.

tray-show-updates = Mostrar &actualizaciones
tray-check-now = &Buscar ahora
tray-history = &Historial
tray-settings = &Configuración
tray-about = Acerca &de OX Updater
tray-sign-in = &Iniciar sesión
tray-sign-out = C&errar sesión
tray-exit = &Salir

## what is told beside the clock: a heading of 63 characters at most, a sentence of 255

balloon-updates-title = { $count ->
        [one] Hay una actualización lista
       *[other] Hay actualizaciones listas
    }
balloon-updates-important-title = { $count ->
        [one] Hay una actualización importante lista
       *[other] Hay actualizaciones importantes listas
    }
balloon-updates = { $count ->
        [one] { $names } se puede instalar. Haga clic aquí para ver qué aporta.
       *[other] Se pueden instalar { $count } actualizaciones: { $names }. Haga clic aquí para ver qué aportan.
    }
balloon-names-more = { $names } y { $more } más
balloon-sign-in-title = Inicie sesión para buscar actualizaciones
balloon-sign-in = El servidor quiere saber quién es usted. Haga clic aquí para iniciar sesión.
balloon-sign-in-again-title = Vuelva a iniciar sesión
balloon-sign-in-ended = El servidor ha cerrado la sesión de este PC, así que no se encuentran actualizaciones. Haga clic aquí para volver a iniciar sesión.
balloon-sign-in-refused = El servidor ya no acepta la contraseña de este PC, así que no se encuentran actualizaciones. Haga clic aquí para volver a iniciar sesión.
balloon-no-server-title = OX Updater aún no está configurado
balloon-no-server = No sabe de dónde vienen las actualizaciones. Haga clic aquí para indicárselo.
balloon-question-title = Una actualización le espera
balloon-question = Antes de poder instalar { $product } hay que cerrar programas. Haga clic aquí para ver cuáles.
balloon-installed-title = { $count ->
        [one] La actualización está instalada
       *[other] Las actualizaciones están instaladas
    }
balloon-installed = { $count ->
        [one] 1 actualización está instalada.
       *[other] { $count } actualizaciones están instaladas.
    }
balloon-installed-restart = { $count ->
        [one] 1 actualización está instalada. Reinicie Windows cuando le venga bien; después funcionará por completo.
       *[other] { $count } actualizaciones están instaladas. Reinicie Windows cuando le venga bien; después funcionarán por completo.
    }
balloon-not-installed-title = No todas las actualizaciones están instaladas
balloon-not-installed = Actualizaciones instaladas: { $done } de { $count }. Haga clic aquí para ver por qué y qué puede hacer.
balloon-before-own-update = { $done ->
        [one] Se instaló 1 de { $count } actualizaciones antes de que OX Updater se actualizara a sí mismo. Abra el historial para ver por qué no más.
       *[other] Se instalaron { $done } de { $count } actualizaciones antes de que OX Updater se actualizara a sí mismo. Abra el historial para ver por qué no más.
    }
balloon-settled-title = Una instalación ha terminado
balloon-settled = { $product } { $version }: { $outcome }
balloon-self-update-title = OX Updater está actualizado
balloon-self-update = OX Updater { $version } está instalado.
balloon-self-update-failed-title = OX Updater no se ha actualizado
balloon-self-update-failed = OX Updater { $version } no se pudo instalar. La versión anterior sigue funcionando. El historial muestra más.

## buttons; the letter behind & is the one to press with Alt

button-next = &Siguiente >
button-not-now = Ahora &no
button-close = &Cerrar
button-cancel = Cancelar
button-back = < &Atrás
button-back-to-list = &Volver a la lista
button-check-now = &Buscar ahora
button-try-again = &Reintentar
button-settings = Con&figuración…
button-sign-in = &Iniciar sesión
button-sign-out = C&errar sesión
button-stay-signed-in = &Seguir con la sesión
button-server-yes = Sí, &usar este servidor
button-server-no = &No
button-cancel-updates = Cance&lar las actualizaciones
button-go-on = Con&tinuar en segundo plano
button-exit-when-done = Salir al ter&minar
button-stay = Mantener abierto O&X Updater
button-copy-details = Co&piar los detalles
button-restart = Reiniciar &Windows ahora
button-save = &Guardar

## the window with the updates

updates-starting = OX Updater se está iniciando.
updates-looking = OX Updater está buscando actualizaciones. Tarda unos segundos.
updates-unchecked = OX Updater no ha buscado actualizaciones desde que se inició.
updates-none = Este PC está actualizado.
updates-ready = { $count ->
        [one] 1 actualización está lista para este PC.
       *[other] { $count } actualizaciones están listas para este PC.
    }
updates-not-ready = { $count ->
        [one] Se ofrece 1 actualización que no se puede instalar sin más.
       *[other] Se ofrecen { $count } actualizaciones que no se pueden instalar sin más.
    }
updates-checked = Última comprobación: { $when }.
updates-checking = Se están buscando actualizaciones de nuevo.
updates-stale = La última búsqueda de actualizaciones no funcionó; lo que se ve aquí se encontró { $when }.
updates-tries-again = OX Updater lo intentará de nuevo por sí solo.
updates-problems = { $count ->
        [one] { $checked } 1 oferta tiene un error y no se muestra; informe a su administrador.
       *[other] { $checked } { $count } ofertas tienen un error y no se muestran; informe a su administrador.
    }
updates-no-server = OX Updater no sabe de dónde vienen las actualizaciones. Abra la configuración y escriba la dirección que le dio su administrador.
updates-proposal = ¿Deben venir las actualizaciones de { $host }?
updates-proposal-why = El archivo con el que se instaló OX Updater lleva el nombre de este servidor. Todavía no se ha enviado nada allí.
updates-proposal-yes = Si su administrador o su proveedor le dio este archivo, elija «Sí». OX Updater buscará entonces actualizaciones en { $address }.
updates-proposal-no = Si no conoce { $host }, elija «No». Después podrá escribir otra dirección.
updates-versions-new = nuevo { $offered }
updates-versions-update = { $installed } → { $offered }
updates-important = Importante
updates-optional = Opcional
updates-held = Falló antes
updates-by-choice = Solo a petición
updates-blocked = No es posible

## about one update

details-heading = { $product } { $version }.
details-heading-released = { $product } { $version }, publicado el { $date }.
details-heading-size = { $product } { $version }, { $size }.
details-heading-released-size = { $product } { $version }, publicado el { $date }, { $size }.
details-held = { $days ->
        [0] Falló hace menos de un día y se volverá a intentar cuando el editor la cambie o cuando usted active la casilla.
        [1] Falló ayer y se volverá a intentar cuando el editor la cambie o cuando usted active la casilla.
       *[other] Falló hace { $days } días y se volverá a intentar cuando el editor la cambie o cuando usted active la casilla.
    }
details-both-remain-machine = Está instalado para todos los usuarios de este PC, y este paquete instala para una sola persona: quedarían ambos. Active la casilla para tenerlo de todos modos.
details-both-remain-user = Está instalado solo para usted, y este paquete instala para todos los usuarios de este PC: quedarían ambos. Active la casilla para tenerlo de todos modos.
details-requires = Necesita: { $requires }
details-close-first = { $count ->
        [one] { $programs } debe estar cerrado mientras se instala.
       *[other] { $programs } deben estar cerrados mientras se instala.
    }
details-notes = Novedades: { $notes }
details-link = Más inf&ormación
text-as-it-is = { $text }
date-of-day = { $month ->
        [1] { $day } de enero de { $year }
        [2] { $day } de febrero de { $year }
        [3] { $day } de marzo de { $year }
        [4] { $day } de abril de { $year }
        [5] { $day } de mayo de { $year }
        [6] { $day } de junio de { $year }
        [7] { $day } de julio de { $year }
        [8] { $day } de agosto de { $year }
        [9] { $day } de septiembre de { $year }
        [10] { $day } de octubre de { $year }
        [11] { $day } de noviembre de { $year }
       *[12] { $day } de diciembre de { $year }
    }

## signing in

sign-in-page-heading = Inicie sesión para buscar actualizaciones.
sign-in-page-account = Utilice el nombre y la contraseña de su cuenta en { $server }.
sign-in-page-once = Este PC no guarda su contraseña. Si el servidor le da una sesión propia, la sesión sigue abierta hasta que elija «Cerrar sesión»; si no, se le preguntará de nuevo después del próximo inicio.
sign-in-page-each-time = Este servidor pide la contraseña cada vez.
sign-in-page-keep = Guar&dar la contraseña en este PC para que encuentre actualizaciones por sí mismo
sign-in-page-asking = Iniciando sesión. Tarda unos segundos.
sign-in-page-name-missing = Escriba su nombre.
sign-in-page-password-missing = Escriba su contraseña.

## how the updates go

progress-heading = { $count ->
        [one] Se está instalando la actualización.
       *[other] Se están instalando { $count } actualizaciones.
    }
progress-aside = Puede cerrar esta ventana; las actualizaciones continúan. Se puede cancelar mientras Windows Installer todavía pueda detenerse.
progress-stopping = Se detendrá en cuanto sea seguro. Lo que se instale hasta entonces se queda, y lo descargado se conserva.
progress-windows-ends = Windows se va a cerrar. Antes se termina lo que está haciendo Windows Installer, y lo demás no se empieza.
progress-exit = OX Updater se cerrará en cuanto esto termine.
progress-name = { $product } { $version }
progress-waits = Espera su turno
progress-downloading = Descargando
progress-verifying = Comprobando
progress-programs-open = Espera a que se cierren programas
progress-windows-busy = Espera a que termine otra instalación
progress-consent = Espera el consentimiento de un administrador
progress-consent-where = Windows lo pregunta. Si no ve la pregunta, busque un icono que parpadea en la barra de tareas.
progress-installing = Instalando
progress-installed = Instalado
progress-not-installed = No instalado
progress-transfer = { $done } de { $total }, { $speed } por segundo, quedan { $left }
progress-transfer-total = { $done } de { $total }
progress-transfer-done = { $done }
progress-takes-long = Tarda más de lo habitual y continúa. Puede seguir trabajando.
progress-safe = Windows Installer está instalando { $product }. Si Windows se cierra ahora, la actualización quedará a medias. Espere unos minutos.

question-close-first-not-now = «Ahora no» deja esta actualización para otra ocasión; lo descargado se conserva. OX Updater no cierra ningún programa por sí mismo.
question-sign-out = ¿Cerrar la sesión en este PC?
question-sign-out-why = OX Updater no encontrará entonces actualizaciones hasta que alguien vuelva a iniciar sesión. Lo instalado queda como está.
question-exit = Se están instalando actualizaciones, y OX Updater no se puede cerrar antes.
question-exit-why = Tiene que ver en qué acaban. Puede cerrarse por sí mismo en cuanto terminen.

## what came of the updates

result-installed = { $count ->
        [one] La actualización está instalada.
       *[other] { $count } actualizaciones están instaladas.
    }
result-some = Actualizaciones instaladas: { $done } de { $count }.
result-none = { $count ->
        [one] La actualización no está instalada.
       *[other] No hay ninguna actualización instalada.
    }
result-not-begun = { $product } { $version } no se empezó a instalar. Lo que está instalado sigue como estaba.
result-restart = Hay que reiniciar Windows para que todo funcione. Reinícielo cuando le venga bien y guarde antes su trabajo.
result-reports = { $count ->
        [one] 1 informe espera a que se pueda acceder al servidor.
       *[other] { $count } informes esperan a que se pueda acceder al servidor.
    }

## the settings

settings-locked-by-policy = Su administrador ha establecido esto.
settings-locked-by-installer = OX Updater se instaló de forma que esto no se puede cambiar.
settings-server-wrong = «{ $address }» no es la dirección de un servidor. Escríbala así: https://updates.example.com.
settings-server-sign-in-inside = La dirección contiene un nombre o una contraseña. Quítelos; se le preguntarán cuando hagan falta.
settings-interval-wrong = Escriba un número de horas de { $least } a { $most }.
settings-proxy-wrong = «{ $address }» no es la dirección de un proxy. Escríbala así: http://proxy.example.com:8080.

## what was installed before

history-heading = Esto es lo que OX Updater ha hecho en este PC, lo más reciente primero.
history-none = OX Updater todavía no ha instalado nada en este PC.
history-reading = OX Updater está leyendo lo que se instaló.
history-unreadable = No se puede leer lo que se instaló en este PC. { $reason }
history-installed = Está instalado.
history-installed-needs-restart = Está instalado y funcionará por completo después de reiniciar Windows.
history-not-really-installed = Windows Installer notificó que todo fue bien, pero la versión no está.
history-cancelled = Se canceló.
history-busy = Windows estaba ocupado con otra instalación.
history-programs-open = Había programas abiertos que deben cerrarse antes.
history-not-for-this-pc = No es adecuado para este PC.
history-failed = No se instaló.
history-failed-because = No se instaló. { $happened }
history-download-failed = No se pudo descargar.
history-verification-failed = Lo que se descargó no era lo que se ofrece, así que no se instaló.

## what this program is

about-heading = OX Updater { $version }
about-what = OX Updater mantiene actualizados los programas de este PC.
about-server = Las actualizaciones vienen de { $server }.
about-user = Ha iniciado sesión como { $user }.

## what is copied for the help desk

copy-program = OX Updater { $version }
copy-windows = Windows { $version }
copy-time = Copiado: { $time } UTC
copy-ended = Terminado: { $time } UTC
copy-server = Servidor: { $server }
copy-user = Sesión iniciada como: { $user }
copy-update = { $product }: { $versions }
copy-exit-code = Windows Installer terminó con { $code }.
copy-log = Registro: { $log }

## in place of sentences that speak of a command line

window-address-not-encrypted = «{ $address }» no está cifrada, así que otros podrían leer por el camino su contraseña y cambiar lo que se instala. Escriba https:// en su lugar o consulte a su administrador: solo él puede permitir un servidor sin cifrado.
window-server-not-encrypted = { $host } no admite https, así que no se le ha enviado nada. Compruebe la dirección en la configuración o consulte a su administrador: solo él puede permitir un servidor sin cifrado.
window-sign-in-refused-before = El servidor ya rechazó antes este nombre y esta contraseña, así que no se han enviado de nuevo. Corrija la contraseña o pida una nueva a su administrador.
window-locked = Ya se están instalando actualizaciones en este PC, por OX Updater en otro lugar. Espere a que termine e inténtelo de nuevo.
window-locked-by-other = Otra persona está instalando actualizaciones en este PC. Espere a que termine e inténtelo de nuevo.
window-web-page = En lugar de las actualizaciones llegó una página web de { $address }. Quizá la red quiera que antes inicie sesión, como en los hoteles: abra cualquier página en su navegador. Si no es eso, compruebe la dirección en la configuración.
window-no-place = No se sabe dónde guardar las descargas y los registros. Reinicie Windows e inténtelo de nuevo; si vuelve a ocurrir, consulte a su administrador.
window-unsafe-place = «{ $path }» no es un lugar seguro para paquetes: { $reason } Elimínelo si no lo necesita o consulte a su administrador.

## sizes and times

amount-bytes =
    { $count ->
        [one] 1 byte
       *[other] { $count } bytes
    }
amount-kilobytes = { $count } KB
amount-megabytes = { $count } MB
duration-seconds =
    { $count ->
        [one] 1 segundo
       *[other] { $count } segundos
    }
duration-minutes =
    { $count ->
        [one] 1 minuto
       *[other] { $count } minutos
    }
ago-now = ahora mismo
ago-minutes =
    { $count ->
        [one] hace 1 minuto
       *[other] hace { $count } minutos
    }
ago-hours =
    { $count ->
        [one] hace 1 hora
       *[other] hace { $count } horas
    }
ago-days =
    { $count ->
        [one] hace 1 día
       *[other] hace { $count } días
    }
