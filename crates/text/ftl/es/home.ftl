# La página de inicio de los usuarios: lo que pueden obtener y el estado de sus equipos.

home-title = Sus programas
home-signed-in = Ha iniciado sesión como { $name }.

## the updater

home-updater-text = OX Updater instala en su PC los programas que aparecen abajo y los mantiene actualizados. Ya está configurado para este servidor.
home-updater-download = Descargar OX Updater
home-updater-facts = Versión { $version } para Windows, { $size }
home-updater-step-open = Abra el archivo descargado. No cambie su nombre: indica a OX Updater cuál es su servidor.
home-updater-step-sign-in = Inicie sesión con el nombre y la contraseña que utiliza aquí.
home-updater-step-install = OX Updater muestra lo que puede instalar y le pregunta antes de hacerlo.
home-updater-missing = OX Updater aún no se puede descargar aquí. Consulte a su administrador.
home-updater-choose = Elegir el paquete de OX Updater
error-no-updater-package = Este servidor aún no ofrece ningún instalador de OX Updater. Consulte a su administrador.

## products

home-products = Programas para usted
home-products-none = De momento no hay ningún programa para usted. Si espera alguno, consulte a su administrador.
home-products-more = { $count ->
    [one] Hay 1 programa más. OX Updater los muestra todos.
   *[other] Hay { $count } programas más. OX Updater los muestra todos.
}
home-product-version = Versión { $version }
home-product-requires = Compatible con
home-product-size = Tamaño
home-product-released = Publicado el
home-product-information = Más información sobre { $product }
home-product-news = Novedades de la versión { $version }

## PCs

home-devices = Sus PC
home-devices-none = Ninguno de sus PC está configurado todavía. Instale OX Updater en su PC e inicie sesión en él; entonces el PC aparecerá aquí.
home-device-current = Actualizado, última comprobación el { $date }
home-device-waiting = { $count ->
    [one] 1 actualización pendiente, última comprobación el { $date }
   *[other] { $count } actualizaciones pendientes, última comprobación el { $date }
}
home-device-untold = Todavía no ha buscado actualizaciones
home-device-seen = Visto por última vez el { $date }
home-device-reports = Últimas instalaciones
home-other-reports = Últimas instalaciones en otros PC
home-sign-device-out = Cerrar la sesión de este PC
home-sign-device-out-title = ¿Cerrar la sesión de { $computer }?
home-sign-device-out-text = OX Updater dejará de buscar actualizaciones en { $computer } hasta que alguien vuelva a iniciar sesión allí. Los programas instalados se quedan como están.
home-sign-device-out-keep = Mantener la sesión
home-sign-device-out-done = Se ha cerrado la sesión de { $computer }. Para volver a utilizar OX Updater allí, inicie sesión en ese PC.

## what came of installs

home-report-installed = { $product } { $version } se ha instalado.
home-report-installed-needs-restart = { $product } { $version } se ha instalado. Reinicie Windows para terminar la instalación.
home-report-not-really-installed = { $product } { $version } parecía instalado, pero Windows no lo muestra entre los programas. Consulte a su administrador.
home-report-cancelled = La instalación de { $product } { $version } se canceló. No se ha cambiado nada.
home-report-busy = { $product } { $version } no se instaló porque Windows estaba ocupado con otra instalación. OX Updater volverá a intentarlo.
home-report-programs-open = { $product } { $version } no se instaló porque había programas abiertos que deben cerrarse antes.
home-report-not-for-this-pc = { $product } { $version } no es adecuado para este PC. Consulte a su administrador.
home-report-failed = { $product } { $version } no se pudo instalar. Consulte a su administrador.
home-report-download-failed = { $product } { $version } no se pudo descargar. Compruebe la conexión del PC y vuelva a intentarlo en OX Updater.
home-report-verification-failed = El archivo descargado de { $product } { $version } no era el que ofrece el servidor, por lo que no se instaló. Si vuelve a ocurrir, consulte a su administrador.

## days and sizes

home-date = { $day } de { $month ->
    [1] enero
    [2] febrero
    [3] marzo
    [4] abril
    [5] mayo
    [6] junio
    [7] julio
    [8] agosto
    [9] septiembre
    [10] octubre
    [11] noviembre
   *[12] diciembre
} de { $year }
home-time = { $date }, { $time } UTC
home-size-kilobytes = { $number } KB
home-size-megabytes = { $number } MB
home-size-gigabytes = { $number } GB
