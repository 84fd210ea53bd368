# Por qué falló una instalación: qué ocurrió, qué puede hacer la persona y qué debería hacer el administrador.

failure-file-in-use-happened = Un archivo que la actualización reemplaza está en uso.
failure-file-in-use-happened-by = { $program } está usando un archivo que la actualización reemplaza.
failure-file-in-use-you = Cierre todos los programas o reinicie Windows e inténtelo de nuevo.
failure-file-in-use-you-by = Cierre { $program } e inténtelo de nuevo.
failure-file-in-use-administrator = Incluya el programa que usa el archivo entre los que deben cerrarse antes, o instale cuando nadie trabaje en el PC.

failure-disk-full-happened = No hay espacio suficiente en el disco.
failure-disk-full-you = Libere espacio, por ejemplo vaciando la papelera de reciclaje, e inténtelo de nuevo.
failure-disk-full-administrator = Libere espacio en el disco de Windows, donde también se guardan copias de los paquetes, y compruebe cuánto necesita el paquete.

failure-restart-pending-happened = Hay que reiniciar Windows antes de poder instalar esto.
failure-restart-pending-you = Guarde su trabajo, reinicie Windows cuando le venga bien e inténtelo de nuevo.
failure-restart-pending-administrator = Averigüe qué instalación anterior espera el reinicio y planifique reinicios antes de las actualizaciones.

failure-install-suspended-happened = Una instalación anterior se interrumpió y no está ni terminada ni deshecha.
failure-install-suspended-you = Reinicie Windows e inténtelo de nuevo.
failure-install-suspended-administrator = Ejecute una vez más la instalación interrumpida con su propio paquete para que se termine o se deshaga.

failure-source-missing-happened = Falta un archivo que forma parte del paquete o de la versión instalada.
failure-source-missing-you = Inténtelo de nuevo; si vuelve a ocurrir, entregue los detalles a su administrador.
failure-source-missing-administrator = Publique el paquete con todos sus archivos dentro y compruebe que el PC tenga acceso al lugar del que vino la versión instalada.

failure-other-package-name-happened = El paquete tiene un nombre de archivo distinto del que espera la versión instalada.
failure-other-package-name-you = Esto no lo puede arreglar usted mismo; entregue los detalles a su administrador.
failure-other-package-name-administrator = Publique el paquete con el nombre de archivo desde el que se instaló la versión instalada, o como actualización principal.

failure-package-damaged-happened = Una parte del paquete está dañada.
failure-package-damaged-you = Inténtelo de nuevo; si vuelve a ocurrir, entregue los detalles a su administrador.
failure-package-damaged-administrator = Obtenga de nuevo el paquete de su editor, pruébelo en otro PC y publíquelo otra vez.

failure-place-unreachable-happened = No se puede acceder a una carpeta o unidad que la actualización necesita.
failure-place-unreachable-you = Conéctese a su red como de costumbre e inténtelo de nuevo.
failure-place-unreachable-administrator = Compruebe las carpetas redirigidas y las letras de unidad: puede que Windows vea unidades distintas de las que ve la persona.

failure-program-not-started-happened = No se pudo iniciar un programa que forma parte del paquete.
failure-program-not-started-you = Inténtelo de nuevo; si vuelve a ocurrir, entregue los detalles a su administrador.
failure-program-not-started-administrator = Compruebe si un antivirus o una directiva impide que el programa se inicie; si no es así, consulte al editor del paquete.

failure-program-failed-happened = Un paso que trae el paquete terminó con un error.
failure-program-failed-you = Cierre todos los programas e inténtelo de nuevo; si vuelve a ocurrir, entregue los detalles a su administrador.
failure-program-failed-administrator = Lea el registro antes del paso que falló y consulte al editor del paquete.

failure-needs-administrator-happened = Esto solo puede hacerlo un administrador de este PC.
failure-needs-administrator-you = Pida a su administrador que lo instale.
failure-needs-administrator-administrator = Instálelo con los derechos de un administrador u ofrezca un paquete que se instale para una sola persona.

failure-access-denied-happened = Windows no deja que el instalador cambie algo que la actualización tiene que cambiar.
failure-access-denied-you = Cierre todos los programas, reinicie Windows e inténtelo de nuevo; si vuelve a ocurrir, entregue los detalles a su administrador.
failure-access-denied-administrator = Compruebe los permisos de lo que indican los detalles y si un antivirus lo protege.

failure-file-error-happened = No se pudo leer o escribir un archivo.
failure-file-error-you = Reinicie Windows e inténtelo de nuevo; si vuelve a ocurrir, entregue los detalles a su administrador.
failure-file-error-administrator = Compruebe el lugar que indican los detalles y si el disco del PC tiene errores.

failure-condition-not-met-happened = Este PC no tiene lo que pide el paquete.
failure-condition-not-met-happened-text = El paquete no se instala en este PC y dice: «{ $text }»
failure-condition-not-met-you = Haga lo que pide el paquete si puede e inténtelo de nuevo; si no, informe a su administrador.
failure-condition-not-met-administrator = Proporcione al PC lo que pide el paquete, o no ofrezca el paquete a esta persona.

failure-newer-installed-happened = Ya hay instalada una versión más reciente.
failure-newer-installed-you = No tiene que hacer nada; la versión más reciente se queda.
failure-newer-installed-administrator = Ofrezca la versión que está instalada o una superior: el paquete no la reemplaza por una anterior.

failure-old-version-stays-happened = No se pudo quitar la versión anterior.
failure-old-version-stays-you = Quite la versión anterior en la configuración de Windows e inténtelo de nuevo.
failure-old-version-stays-administrator = Repare o quite la versión anterior con su propio paquete, que Windows quizá ya no encuentre.

failure-service-not-started-happened = No se pudo iniciar un servicio de la actualización.
failure-service-not-started-happened-named = No se pudo iniciar el servicio «{ $service }».
failure-service-not-started-you = Reinicie Windows e inténtelo de nuevo; si vuelve a ocurrir, entregue los detalles a su administrador.
failure-service-not-started-administrator = Compruebe la cuenta con la que se ejecuta el servicio, los archivos que necesita y el registro de eventos de Windows.

failure-service-not-stopped-happened = No se pudo detener o cambiar un servicio.
failure-service-not-stopped-happened-named = No se pudo detener o cambiar el servicio «{ $service }».
failure-service-not-stopped-you = Reinicie Windows e inténtelo de nuevo; si vuelve a ocurrir, entregue los detalles a su administrador.
failure-service-not-stopped-administrator = Compruebe qué mantiene el servicio en marcha, por ejemplo una lista de servicios abierta, y quién puede cambiarlo.

failure-forbidden-happened = Una regla de este PC lo prohíbe.
failure-forbidden-you = Consulte a su administrador.
failure-forbidden-administrator = Compruebe las directivas de Windows Installer y las del software permitido.

failure-another-install-happened = Windows está ocupado con otra instalación.
failure-another-install-you = Espere a que termine e inténtelo de nuevo.
failure-another-install-administrator = Si no termina nunca, busque un instalador que espere una respuesta que nadie ve.

failure-installer-unavailable-happened = La parte de Windows que instala programas no responde.
failure-installer-unavailable-you = Reinicie Windows e inténtelo de nuevo.
failure-installer-unavailable-administrator = Compruebe que el servicio «Windows Installer» no esté deshabilitado.

failure-unexplained-happened = El instalador se detuvo y no dijo por qué.
failure-unexplained-you = Inténtelo de nuevo; si vuelve a ocurrir, entregue los detalles a su administrador.
failure-unexplained-administrator = Lea el registro antes del paso que falló.

## around the words

failure-you = Qué puede hacer: { $words }
failure-administrator = Para su administrador: { $words }
failure-past = { $past } { $happened }

## details

failure-details-number = Mensaje { $number } de Windows Installer.
failure-details-action = Paso que falló: { $action } (uno que cualquier paquete puede usar).
failure-details-action-own = Paso que falló: { $action } (uno propio del paquete).
failure-details-about = Se trata de «{ $about }».
failure-details-line = > { $line }
