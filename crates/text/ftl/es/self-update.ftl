### Lo que se dice de la actualización del propio OX Updater.

self-update-not-begun = OX Updater no pudo preparar su propia actualización. Inténtelo de nuevo; si vuelve a ocurrir, reinicie Windows. ({ $detail })
self-update-program-stays = OX Updater seguía abierto. Salga de él con su icono junto al reloj e inténtelo de nuevo; lo descargado se conserva.
