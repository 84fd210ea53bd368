# Pages: signing a PC in, and the buttons to sign in by another system.

device-sign-in-title = Iniciar sesión en un PC
device-sign-in-enter = Introducir un código que muestra un PC
device-sign-in-code = Código
device-sign-in-code-hint = Ocho letras, por ejemplo BCDF-GHJK. OX Updater las muestra en su PC.
device-sign-in-next = Continuar
device-sign-in-question = ¿Iniciar sesión en este PC?
device-sign-in-who = OX Updater solicita en este PC iniciar sesión como { $name }.
device-sign-in-computer = PC
device-sign-in-address = Solicitado desde
device-sign-in-time = Solicitado el
device-sign-in-warning = Responda que sí solo si acaba de empezar esto usted mismo en el PC y el PC muestra el mismo código. Si otra persona le ha enviado el código o un enlace, responda que no: sus actualizaciones llegarían a un PC que no es el suyo.
device-sign-in-yes = Sí, iniciar sesión
device-sign-in-no = No
device-sign-in-done = Se ha iniciado sesión en { $computer } como { $name }.
device-sign-in-refused = No se ha iniciado sesión en { $computer }.
device-sign-in-close-title = Puede cerrar esta página
device-sign-in-close = OX Updater continúa por sí solo en el PC en unos segundos.
device-sign-in-home = Sus programas y sus PC
error-device-code-unknown = Ningún PC espera con este código, o ha esperado demasiado tiempo. Compare el código con el del PC. Si es el mismo, vuelva a empezar en el PC: mostrará otro.
error-device-code-decided = Ya se ha respondido a este código. Si no se ha iniciado sesión en el PC, vuelva a empezar en él: mostrará otro código.
error-device-code-too-often = Ha habido demasiados códigos incorrectos. Vuelva dentro de { $minutes ->
    [one] 1 minuto
   *[other] { $minutes } minutos
}.

## by another system

sign-in-with = Iniciar sesión con { $name }
sign-in-with-title = Continúa en { $name }
sign-in-with-about = Inicie sesión allí y después volverá aquí. Si no ocurre nada, continúe a mano.
sign-in-with-continue = Continuar a { $name }
error-provider-not-under-way = Este inicio de sesión ya no está en curso: ha tardado más de { $minutes } minutos, ya ha terminado o empezó en otra ventana. Empiece de nuevo.
error-provider-denied = { $name } no ha iniciado su sesión: se ha cancelado allí o usted no puede usar este servicio. Si le sorprende, consulte a su administrador.
error-provider-refused = { $name } no ha podido iniciar su sesión. Inténtelo de nuevo; si vuelve a ocurrir, avise a su administrador.
error-provider-away = { $name } no responde en este momento. Inténtelo de nuevo dentro de unos minutos.
error-provider-not-believed = No se ha podido comprobar lo que { $name } dice de usted, por lo que no se ha iniciado la sesión. Inténtelo de nuevo; si vuelve a ocurrir, avise a su administrador.
error-provider-mail-not-verified = { $name } no indica que su dirección de correo esté verificada, y aquí es su nombre. Verifíquela allí o consulte a su administrador.
error-provider-account = { $name } le conoce, pero su cuenta no se puede usar aquí. Consulte a su administrador.
