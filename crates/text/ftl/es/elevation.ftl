### Lo que dice la parte que instala para todos.

elevation-not-started = No se pudo iniciar la parte de OX Updater que instala para todos los usuarios de este PC. Reinicie Windows e inténtelo de nuevo; si vuelve a ocurrir, informe a su administrador. ({ $detail })
elevation-broken = La parte de OX Updater que instala para todos los usuarios de este PC no responde. Inténtelo de nuevo; si vuelve a ocurrir, reinicie Windows.
elevation-refused = La parte de OX Updater que instala para todos los usuarios de este PC no aceptó el paquete; no se ha cambiado nada. Inténtelo de nuevo; si vuelve a ocurrir, informe a su administrador. ({ $detail })
elevation-place = OX Updater guarda en «{ $folder }» lo que instala para todos los usuarios de este PC, y lo que hay allí pertenece a otra persona u otros pueden modificarlo. Por eso no se ha instalado nada. Pida a un administrador que lo quite e inténtelo de nuevo.
elevation-no-rights = Esta cuenta no tiene permisos de administrador y este Windows no se los pide a nadie; por eso no se ha instalado nada. Pida a un administrador que instale la actualización.
