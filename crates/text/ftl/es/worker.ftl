### Lo que dice el cliente de su configuración y del trabajo que no se pudo hacer.

settings-policy-unusable = La directiva «{ $name }» contiene un valor que no se puede usar, así que cuenta como no establecida.
settings-person-unusable = El ajuste «{ $name }» contiene un valor que no se puede usar, así que cuenta como no establecido.
settings-installer-unusable = Lo que el instalador escribió como «{ $name }» no se puede usar, así que cuenta como no establecido.
settings-unwritable = No se pudo guardar la configuración. Inténtelo de nuevo; si vuelve a ocurrir, reinicie Windows. ({ $detail })
worker-no-server = Todavía no se sabe de dónde vienen las actualizaciones. Escriba la dirección de su servidor en la configuración.
worker-failed = OX Updater encontró un error propio y no pudo terminar. Inténtelo de nuevo; si vuelve a ocurrir, informe a su administrador. ({ $detail })
worker-offer-changed = Lo que se ofrece ha cambiado entretanto. Vuelva a mirar la lista y elija de nuevo.
machine-account-folder = La carpeta «{ $folder }», donde guarda sus datos, no se pudo crear o no se puede escribir en ella. Compruebe que su perfil existe y tiene espacio, y vuelva a intentarlo. ({ $detail })
outcome-elevation-refused = Necesita permisos de administrador, que no se concedieron. Lo que está instalado queda como estaba. Inténtelo de nuevo y acepte cuando Windows lo pregunte.
worker-installed-meanwhile = { $product } { $version } está instalado. Se instaló entretanto.
