# El marco de todas las páginas del servidor: navegación, formularios, inicio de sesión, errores.

# Frame and navigation
page-skip = Ir al contenido
page-navigation = Administración
page-navigation-account = Su cuenta
page-administration = Administración
page-overview = Resumen
page-packages = Paquetes
page-users = Usuarios
page-groups = Grupos
page-devices = Dispositivos
page-reports = Informes
page-audit = Registro de cambios
page-settings = Configuración
page-account = Cuenta
page-home = Inicio
page-sign-out = Cerrar sesión
page-back = Volver al inicio
page-refused = Esto no ha funcionado
page-failed = El servidor no ha podido hacerlo
page-absent = Página no encontrada
page-absent-why = Puede que la dirección sea incorrecta, que se haya eliminado lo que había o que no esté destinado a usted.
page-language = Idioma
page-pager = Páginas de esta lista
page-pager-previous = Anterior
page-pager-next = Siguiente
page-pager-beyond = La página { $page } está más allá del final; la lista tiene { $pages }.
page-pager-first = Primera página
page-pager-shown = { $first } a { $last } de { $total }

# Signing in
sign-in-title = Iniciar sesión
sign-in = Iniciar sesión
sign-in-name = Nombre de usuario
sign-in-password = Contraseña

error-body-not-form = Esta dirección espera un formulario. Envíelo como application/x-www-form-urlencoded.
error-form-foreign = Este formulario no se envió desde una página de su sesión, así que no se ha cambiado nada. Vuelva a abrir la página y envíe el formulario de nuevo.

# What can go wrong
error-credentials-missing = Inicie sesión con su nombre y su contraseña.
error-not-signed-in = El nombre o la contraseña no son correctos. Compruebe ambos e inténtelo de nuevo.
error-password-one-time = Esta es una contraseña de un solo uso. Inicie sesión primero en la página de este servidor y elija una contraseña propia.
error-busy = Muchas personas están iniciando sesión en este momento. Inténtelo de nuevo en unos segundos.
error-source-away = El sistema que conoce su cuenta no responde en este momento. Su contraseña no es el problema. Inténtelo de nuevo dentro de un minuto.
error-password-of-source = La contraseña de «{ $user }» la gestiona { $source } y solo se puede cambiar allí.
error-sign-in-too-often = Ha habido demasiadas contraseñas incorrectas. Espere { $seconds ->
    [one] 1 segundo
   *[other] { $seconds } segundos
} y compruebe el nombre y la contraseña antes de volver a intentarlo.
error-not-found = Aquí no hay nada.
error-method-unknown = Esta dirección no se puede utilizar de ese modo.
error-host-wrong = La solicitud no indica a qué servidor va dirigida. Envíe un solo encabezado Host con un nombre o una dirección.
error-host-foreign = Este servidor no es «{ $host }». Compruebe la dirección; el administrador puede permitir ese nombre con el parámetro allowed_hosts.
error-not-by-proxy = A este servidor solo se accede a través de su proxy. Compruebe la dirección.
error-url-too-long = La dirección es demasiado larga. Puede tener { $bytes } bytes como máximo.
error-body-too-large = La solicitud es demasiado grande. Puede tener { $bytes } bytes como máximo.
error-body-late = La solicitud no llegó a tiempo. Envíela de nuevo.
error-body-wrong = La solicitud no se puede leer ({ $detail }).
error-disk-full = El disco del servidor está lleno. No se ha cambiado nada. Libere espacio y vuelva a intentarlo.
error-internal = El servidor no ha podido hacerlo, y no es culpa suya. El motivo está en el registro del servidor.
password-too-short = La contraseña es demasiado corta. Debe tener al menos { $characters } caracteres.
password-too-long = La contraseña es demasiado larga. Puede tener { $characters } caracteres como máximo.
password-control-character = La contraseña contiene un carácter de control. Elija una que no lo tenga.
password-device-token = La contraseña empieza por { $prefix }, como las claves de los dispositivos. Elija otra.

# Words
heading-name = Nombre
heading-role = Rol
heading-scopes = Alcance
word-role-user = usuario
word-role-viewer = lector
word-role-publisher = editor
word-role-administrator = administrador
