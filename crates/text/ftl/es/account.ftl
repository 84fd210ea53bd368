# La cuenta propia: contraseña, segundo factor, sesiones, tokens de API; primera instalación.

## what went wrong

error-old-password-wrong = La contraseña no es correcta. Escriba la que utiliza ahora para iniciar sesión.
error-password-same = La nueva contraseña es la que ya tiene. Elija otra.
error-passwords-differ = Las dos contraseñas nuevas no coinciden. Escríbalas de nuevo.
error-code-wrong = El código no es correcto o ya se ha utilizado. Espere el siguiente código de su aplicación, compruebe que la hora de su teléfono es correcta e inténtelo de nuevo.
error-code-too-often = Ha habido demasiados códigos incorrectos. Espere { $seconds ->
    [one] 1 segundo
   *[other] { $seconds } segundos
} y vuelva a iniciar sesión.
error-set-up-late = La configuración del segundo factor ha tardado demasiado. Vuelva a abrir la página y escanee el nuevo código.
error-second-factor-there = Esta cuenta ya tiene un segundo factor. Desactívelo primero.
error-second-factor-required = Este servidor exige un segundo factor a administradores, editores y lectores, por lo que no se puede desactivar.
error-set-up-code-wrong = El código de instalación no es correcto. La consola del servidor lo muestra.
error-set-up-code-too-often = Ha habido demasiados códigos de instalación incorrectos. Reinicie el servidor: su consola mostrará otro.
error-last-administrator = { $name } es el último administrador que puede iniciar sesión, así que no se ha cambiado nada. Nombre primero a otra persona administrador.
error-token-role = Los usuarios sin otro rol no tienen tokens de API, porque no les abrirían nada. Dé primero otro rol al usuario.
error-token-name = Un token necesita un nombre de { $characters } caracteres como máximo que diga para qué sirve, sin caracteres de control ni espacios en los extremos.
error-token-no-scope = Elija al menos un alcance: lo que el token permite hacer.
error-token-scope = El alcance «{ $scope }» va más allá de lo que permite el rol del propietario del token. Quítelo.
error-token-days = Un token dura de 1 a { $days } días.
error-token-too-many = Esta cuenta tiene { $tokens } tokens de API, que es el máximo. Revoque uno que ya no se utilice.
error-token-unknown = No hay ningún token de API { $id }. «oxupdated token list» los muestra todos.

## at the console

server-set-up = Todavía no hay ningún administrador. Para crear uno, abra { $url } en un navegador y escriba este código: { $code }

## own account

account-cancel-sign-in = Cancelar e iniciar sesión con otra cuenta
account-password-now = Su contraseña actual
account-password-new = Nueva contraseña
account-password-again = Nueva contraseña, otra vez
account-password-hint = Al menos { $characters } caracteres; unas cuantas palabras son mejores que un acertijo.
account-back = Volver a su cuenta
account-change = Cambiar
account-on = activado
account-off = desactivado
account-recovery-codes = { $codes ->
    [0] No queda ningún código de recuperación.
    [one] Queda 1 código de recuperación.
   *[other] Quedan { $codes } códigos de recuperación.
}
account-sessions = Dónde tiene la sesión abierta
account-sessions-about = Cada navegador en el que tiene la sesión abierta. Cierre las que no conozca y cambie después su contraseña.
account-sessions-end-others = Cerrar todas las demás
account-sessions-ended = { $sessions ->
    [0] No había ninguna otra sesión.
    [one] Se ha cerrado 1 sesión más.
   *[other] Se han cerrado { $sessions } sesiones más.
}
account-session-address = Desde
account-session-begun = Inicio
account-session-used = Último uso
account-session-end = Cerrar
account-session-this = este navegador
account-session-ended = La sesión se ha cerrado.
account-tokens = Tokens de API
account-tokens-about = Los programas los utilizan para acceder a la API JSON en /api/v1. Un token nunca abre más de lo que usted mismo puede hacer, y termina cuando cambia su contraseña o su rol.
account-token-new = Un token nuevo
account-token-name = Para qué sirve
account-token-days = Días hasta que caduca, { $days } como máximo
account-token-make = Crear el token
account-token-ends = Caduca
account-token-unused = nunca
account-token-revoke = Revocar
account-token-revoked = El token se ha revocado y ya no es válido.
account-token-made = Su nuevo token de API
account-token-made-about = Este es el token «{ $name }». Cópielo ahora: solo se muestra esta vez y el servidor no guarda ninguna copia.
account-token-kept = Lo he copiado
scope-view = ver paquetes, usuarios, grupos, dispositivos e informes
scope-audit = ver el registro de cambios
scope-publish = cambiar, publicar y retirar paquetes
scope-administer = cambiar usuarios, grupos, permisos y dispositivos
own-password-title = Cambiar su contraseña
own-password-about = Aquí la sesión sigue abierta. En los demás sitios se cierra: en otros navegadores y en sus PC, y sus tokens de API caducan.
own-password-changed = Su contraseña se ha cambiado. En los demás sitios tendrá que volver a iniciar sesión.
new-password-title = Elija su propia contraseña
new-password-about = Ha iniciado sesión con una contraseña de un solo uso que quizá conozca también otra persona. Elija una que solo usted conozca.
new-password-choose = Elegir esta contraseña
second-factor-title = Segundo factor
second-factor-code = Código
second-factor-code-hint = Las seis cifras que muestra ahora su aplicación de autenticación, o uno de sus códigos de recuperación.
second-factor-needed = Este servidor exige un segundo factor a administradores, editores y lectores. Configure el suyo; solo se tarda un minuto.
second-factor-set-up = Configurar un segundo factor
second-factor-scan = 1. Escanee esta imagen con una aplicación de autenticación en su teléfono.
second-factor-qr = Código QR con el secreto para su aplicación de autenticación; el mismo aparece abajo en letras.
second-factor-type = Si no puede escanearla, escriba este secreto en la aplicación:
second-factor-first-code = 2. Las seis cifras que muestra ahora la aplicación
second-factor-turn-on = Activarlo
second-factor-on = Su segundo factor está activado. { $codes ->
    [0] No queda ningún código de recuperación: cree otros ahora.
    [one] Queda 1 código de recuperación.
   *[other] Quedan { $codes } códigos de recuperación.
}
second-factor-turn-off = Desactivarlo
second-factor-turn-off-about = Entonces bastará su contraseña para iniciar sesión. Los códigos de recuperación dejarán de ser válidos.
second-factor-turned-off = Su segundo factor se ha desactivado.
recovery-codes-title = Sus códigos de recuperación
recovery-codes-about = Cada uno de estos códigos le permite iniciar sesión una vez cuando no tenga a mano su teléfono. Imprímalos o guárdelos donde guarda sus contraseñas: solo se muestran esta vez.
recovery-codes-kept = Los he guardado
recovery-codes-renew = Crear nuevos códigos de recuperación
recovery-codes-renew-about = Los códigos que tiene dejarán entonces de ser válidos.
set-up-title = Crear el primer administrador
set-up-about = Este servidor todavía no tiene administrador. Quien pueda leer su consola puede crear uno, una sola vez.
set-up-code = Código de instalación
set-up-code-hint = La consola del servidor lo muestra, donde se inició oxupdated.
set-up-make = Crear el administrador
