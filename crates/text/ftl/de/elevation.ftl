### Was der Teil sagt, der für alle installiert.

elevation-not-started = Der Teil von OX Updater, der für alle auf diesem PC installiert, konnte nicht gestartet werden. Starten Sie Windows neu und versuchen Sie es noch einmal; wenn es wieder geschieht, sagen Sie es Ihrem Administrator. ({ $detail })
elevation-broken = Der Teil von OX Updater, der für alle auf diesem PC installiert, antwortet nicht. Versuchen Sie es noch einmal; wenn es wieder geschieht, starten Sie Windows neu.
elevation-refused = Der Teil von OX Updater, der für alle auf diesem PC installiert, hat das Paket nicht angenommen; es wurde nichts geändert. Versuchen Sie es noch einmal; wenn es wieder geschieht, sagen Sie es Ihrem Administrator. ({ $detail })
