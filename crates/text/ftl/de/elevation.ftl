### Was der Teil sagt, der für alle installiert.

elevation-not-started = Der Teil von OX Updater, der für alle auf diesem PC installiert, konnte nicht gestartet werden. Starten Sie Windows neu und versuchen Sie es noch einmal; wenn es wieder geschieht, sagen Sie es Ihrem Administrator. ({ $detail })
elevation-broken = Der Teil von OX Updater, der für alle auf diesem PC installiert, antwortet nicht. Versuchen Sie es noch einmal; wenn es wieder geschieht, starten Sie Windows neu.
elevation-refused = Der Teil von OX Updater, der für alle auf diesem PC installiert, hat das Paket nicht angenommen; es wurde nichts geändert. Versuchen Sie es noch einmal; wenn es wieder geschieht, sagen Sie es Ihrem Administrator. ({ $detail })
elevation-place = OX Updater bewahrt in „{ $folder }“ auf, was es für alle an diesem PC installiert, und was dort liegt, gehört jemand anderem oder kann von anderen geändert werden. Deshalb wurde nichts installiert. Bitten Sie einen Administrator, es zu entfernen, und versuchen Sie es dann noch einmal.
elevation-no-rights = Dieses Konto hat keine Administratorrechte, und dieses Windows fragt niemanden danach; deshalb wurde nichts installiert. Bitten Sie einen Administrator, das Update zu installieren.
