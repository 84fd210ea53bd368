# Lo que dicen los instaladores de OX Updater. `cargo xtask dist` lo escribe en ellos; 255 caracteres como máximo, sin corchetes.

installer-for-one-is-there = OX Updater ya está instalado en este PC solo para usted. Quítelo primero: en la configuración de Windows, en Aplicaciones. Después inicie otra vez este instalador.
installer-for-everybody-is-there = OX Updater ya está instalado en este PC para todos, así que no necesita otro. No se ha cambiado nada.
installer-is-for-one = Este instalador es para una sola persona y no admite ALLUSERS. Para todos en este PC, use el que no lleva «user» en su nombre. No se ha cambiado nada.
installer-newer-is-there = En este PC ya está instalada una versión más reciente. No se ha cambiado nada.
