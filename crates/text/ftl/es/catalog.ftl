# Lo que dice el lenguaje de las actualizaciones: por qué un valor, un paquete o un update.xml no es lo que debería ser.

## values

version-not-numbers = «{ $text }» no es una versión. Una versión se compone de uno a cuatro números separados por puntos, como 7.8.4.
version-field-too-large = «{ $text }» no es una versión: uno de sus números es demasiado grande.
code-not-a-guid = «{ $text }» no es un código de Windows Installer, que tiene este aspecto: {"{"}3BBB2D56-0B19-4C83-9266-307F49DF9DD6{"}"}.
digest-not-hexadecimal = Esto no es una suma de comprobación { $name }, que tiene { $digits } cifras hexadecimales.
importance-unknown = «{ $text }» no es una importancia. Puede ser 0 (baja), 100 (media) o 200 (alta).
platform-unknown = «{ $text }» no es una plataforma. Puede ser x86, x64, arm64, arm o itanium.
scope-unknown = «{ $text }» no es un ámbito. Puede ser machine, user o either.
icon-not-base64 = El icono no está escrito en Base64.
icon-not-an-icon = El icono no es un archivo .ico.
icon-truncated = El icono está cortado: una imagen que menciona queda fuera del archivo.
icon-too-large = El icono ocupa más de { $kilobytes } KB. Use un archivo .ico con menos imágenes o con imágenes más pequeñas.

## install params

install-params-quote-open = Hay unas comillas abiertas y sin cerrar. Escriba los valores como NAME="valor", y duplique las comillas que haya dentro de un valor.
install-params-action = «{ $part }» reemplazaría la instalación por otra acción. Quítelo: OX Updater instala el paquete por sí mismo.
install-params-log = «{ $part }» pide un registro. Quítelo: OX Updater siempre escribe un registro detallado.
install-params-restart = «{ $part }» se refiere al reinicio de Windows. Quítelo: OX Updater nunca reinicia un PC por sí mismo.
install-params-switch-unknown = «{ $part }» no es un modificador permitido. Se permiten /passive, /quiet, /qn, /qb, /qr, /qf y /norestart.
install-params-property-refused = La propiedad { $name } no se puede indicar, porque cambiaría qué se instala, para quién o si se reinicia Windows. Quítela.
install-params-property-not-public = «{ $name }» no es una propiedad pública. Su nombre empieza por una mayúscula y solo tiene mayúsculas, cifras, guiones bajos y puntos.
install-params-not-understood = «{ $part }» no es ni un modificador, como /passive, ni una propiedad, como NAME="valor".
install-params-line-not-understood = «{ $line }» no es una propiedad. Escriba una en cada línea como NAME=valor. Los modificadores, como /passive, van en la línea de parámetros de instalación.
install-params-control-character = Un valor contiene un salto de línea u otro carácter de control. Quítelo.
install-params-too-long = Los parámetros de instalación tienen más de { $characters } caracteres.
install-params-placeholder-unknown = No hay nada que sustituya a «{ $placeholder }». Los valores de propiedades pueden contener: { $known }.
install-params-placeholder-secret = «{ $placeholder }» pide algo secreto. Los parámetros de instalación figuran en listas de procesos y en registros; por eso nunca se pone allí una contraseña. Quítelo: el programa se la pedirá a la persona.

## listing

listing-upgrade-code-missing = El paquete no tiene UpgradeCode, así que nunca se podría encontrar una versión instalada. Pida a su editor un paquete que lo tenga.
listing-upgrade-code-wrong = El UpgradeCode del paquete no se puede usar. { $reason }
listing-product-code-wrong = El ProductCode del paquete no se puede usar. { $reason }
listing-version-wrong = La ProductVersion del paquete no se puede usar. { $reason }
listing-cabinets-beside = El paquete guarda sus archivos en contenedores .cab junto a él ({ $cabinets }), que no se descargarían con él. Use un paquete con los contenedores incluidos o cree uno mediante una instalación administrativa.
listing-files-beside = El paquete guarda sus archivos junto a él, y no se descargarían con él. Use un paquete con los contenedores .cab incluidos.
listing-name-missing = El paquete no tiene ProductName. Indique un nombre.
listing-url-wrong = La URL del paquete no se puede usar. { $reason }
listing-info-url-wrong = La URL de información no se puede usar. { $reason }
listing-text-too-long = { $element } tiene más de { $characters } caracteres. Acorte el texto.
listing-text-control-character = { $element } contiene un carácter de control. Quítelo.

## addresses

address-missing = Está vacía. Indique la dirección del paquete.
address-too-long = Tiene más de { $characters } caracteres.
address-blank = Contiene un espacio o un carácter de control. Escriba un espacio como %20.
address-scheme-unknown = Ningún cliente descarga paquetes mediante «{ $scheme }:». Use http, https, file, una ruta como \\server\share\setup.msi o una dirección relativa al update.xml.
address-host-missing = Falta el nombre del servidor después de las dos barras.
address-sign-in-inside = Contiene un nombre o una contraseña que leerían todas las personas a las que se ofrece el producto. Quítelos.
address-drive = Se refiere a una unidad de un solo PC, que otros PC no tienen. Use http, https, una ruta como \\server\share\setup.msi o una dirección relativa al update.xml.
address-backslash = Las barras inversas son solo para rutas como \\server\share\setup.msi. Escriba / en lugar de \.
address-not-web = Debe empezar por http:// o https://, porque para una persona no se abre nada más.

## xml

size-not-a-number = El tamaño es un número de bytes, como 1048576.
close-first-wrong = Los programas se indican por su nombre de archivo, como OUTLOOK.EXE, separados por punto y coma, { $programs } como máximo.
xml-empty = No contiene nada.
xml-too-large = Ocupa más de { $megabytes } MB.
xml-encoding = No está escrito ni en UTF-8 ni en UTF-16. Guárdelo como UTF-8; si su primera línea indica otra codificación, escriba también allí UTF-8.
xml-not-well-formed = Línea { $line }, columna { $column }: esto no es XML bien formado ({ $detail }). A menudo hay que escribir «&» como «&amp;».
xml-document-type = Tiene una declaración de tipo de documento (DOCTYPE), que ningún update.xml necesita y que podría ocultar algo. Quítela.
xml-not-products = No es un update.xml: su elemento raíz es «{ $root }» y no «Products».
xml-over-depth = Hay elementos anidados a más de { $limit } niveles. Quite lo que no deba estar en un update.xml.
xml-over-tag-length = Una etiqueta tiene más de { $limit } bytes. Quite sus atributos; update.xml no conoce ninguno.
xml-over-namespaces = Tiene más de { $limit } declaraciones de espacios de nombres (xmlns). Quítelas; update.xml no conoce ninguna.
xml-over-nodes = Tiene más de { $limit } elementos, textos y comentarios. Divídalo en varios archivos.
xml-over-products = Tiene más de { $limit } productos. Divídalo en varios archivos.
problem-product-left-out = Línea { $line }, { $product }: { $reason } El producto se omite.
problem-product-kept = Línea { $line }, { $product }: { $reason }
problem-element-missing = Falta { $element }.
problem-element-wrong = { $element } es incorrecto. { $reason }
problem-element-too-long = { $element } tiene más de { $characters } caracteres.
problem-importance-missing = Falta Importance; cuenta como 0 (baja). Escriba 0, 100 o 200.
problem-digest-missing = No tiene ni MD5 ni SHA256, así que ningún cliente lo instalará. Añada al menos una de las sumas de comprobación.
problem-info-url-not-web = InfoUrl no empieza por http:// o https://, así que nunca se abre.
problem-family-twice = El producto de la línea { $first } tiene el mismo UpgradeCode y sirve para los mismos PC. Quite uno de los dos.

## msi

msi-not-an-msi = Esto no es un archivo MSI. Elija el archivo .msi del producto.
msi-patch = Esto es una revisión (.msp), que solo cambia un producto instalado. Elija el archivo .msi del producto completo.
msi-transform = Esto es una transformación (.mst), que solo cambia otro archivo MSI. Elija el archivo .msi del producto.
msi-merge-module = Esto es un módulo de combinación (.msm), una pieza con la que se componen archivos MSI. Elija el archivo .msi del producto.
msi-truncated = El archivo MSI está cortado: termina antes de lo que él mismo indica. Cópielo o descárguelo de nuevo.
msi-damaged = El archivo MSI está dañado: no se puede entender { $part }. Cópielo o descárguelo de nuevo, o pida a su editor uno en buen estado.
msi-too-large = El archivo MSI supera un límite ({ $limit }): { $part } ocupa más que en cualquier paquete conocido. Cópielo o descárguelo de nuevo, o pida a su editor uno más pequeño.
msi-property-missing = El archivo MSI no tiene { $name }, sin lo cual Windows Installer no instala nada. Pida a su editor uno completo.
msi-code-page-unknown = El archivo MSI está escrito en la página de códigos { $number }, que aquí no se puede leer. Pida a su editor uno en UTF-8 o en una página de códigos de Windows.
msi-not-readable = No se puede leer el archivo MSI ({ $detail }). Compruebe que exista y que usted tenga permiso para leerlo.
msi-part-allocation = su tabla de sectores
msi-part-directory = su lista de contenido
msi-part-strings = su lista de textos
msi-part-columns = su tabla de columnas
msi-part-properties = su tabla de propiedades
msi-part-files = su tabla de archivos o de medios
msi-part-summary = su resumen

## editing

edit-outgrown = Con este producto ya no se podría leer el update.xml. { $reason }
edit-not-faithful = El update.xml no se pudo cambiar sin cambiar más que este producto, así que se ha dejado como está. Cámbielo con un editor de texto.
edit-not-found = No hay ningún producto «{ $which }» en él. Indique el nombre tal como figura allí, el UpgradeCode o el ProductCode.
edit-several = «{ $which }» son varios productos: { $entries }. Indique el ProductCode de uno, o --all para quitarlos todos. Uno sin ProductCode se puede quitar con un editor de texto.

## devices and check-ins

device-token-wrong = Esto no es una clave de dispositivo.
computer-name-wrong = El nombre del equipo tiene de 1 a { $characters } caracteres, y ninguno es un carácter de control.
check-in-windows-version-wrong = La versión de Windows tiene de 1 a { $characters } caracteres, y ninguno es un carácter de control.
check-in-client-version-wrong = La versión del cliente tiene de 1 a { $characters } caracteres, y ninguno es un carácter de control.
check-in-over-products = Un aviso del dispositivo menciona { $limit } productos como máximo.
check-in-over-installed = Un aviso del dispositivo menciona { $limit } versiones instaladas de un producto como máximo.
