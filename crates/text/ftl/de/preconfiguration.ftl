# Variablen in Installationsparametern, und Vorlagen dafür.
left-out-missing = { $property } fehlt in den Installationsparametern: Hier ist nichts bekannt, was für { $variable } eingesetzt werden könnte.
left-out-control-character = { $property } fehlt in den Installationsparametern: Was für { $variable } einzusetzen wäre, enthält ein Steuerzeichen. Lassen Sie es dort berichtigen, wo das Konto geführt wird.
left-out-too-long = { $property } fehlt in den Installationsparametern: Was für { $variable } einzusetzen wäre, ist zu lang. Lassen Sie es dort kürzen, wo das Konto geführt wird.
publication-no-value = Bei { $users } von { $of } Benutzern, die es haben dürfen, ist nichts bekannt, was für { $variable } eingesetzt werden könnte; ihre Konten kommen aus: { $sources }. Ihnen wird es ohne { $properties } angeboten. Brauchen sie das, so schreiben Sie einen festen Wert davor, wie in NAME=Wert NAME={ $variable }, oder lassen Sie ihn die Quelle nennen.
publication-no-value-local = Die eigenen Konten dieses Servers wissen nichts, was für { $variable } eingesetzt werden könnte, und eine andere Quelle von Konten gibt es nicht. Wem es angeboten wird, der bekommt es ohne { $properties }. Wird das gebraucht, so schreiben Sie stattdessen einen festen Wert.
publication-value-control-character = Was für { $variable } einzusetzen wäre, enthält bei { $users } von { $of } Benutzern, die es haben dürfen, ein Steuerzeichen; ihre Konten kommen aus: { $sources }. Ihnen wird es ohne { $properties } angeboten. Lassen Sie es dort berichtigen, wo die Konten geführt werden.
publication-value-too-long = Was für { $variable } einzusetzen wäre, ist bei { $users } von { $of } Benutzern, die es haben dürfen, zu lang; ihre Konten kommen aus: { $sources }. Ihnen wird es ohne { $properties } angeboten. Lassen Sie es dort kürzen, wo die Konten geführt werden.
listing-template = Vorkonfiguration
listing-template-none = Wie unten geschrieben
listing-template-own = { $product } (für dieses Produkt gemacht)
listing-template-hint = Schreibt Eigenschaften mit Variablen in die Installationsparameter darunter; Schalter und andere Eigenschaften dort bleiben
listing-preview-user = Installationsparameter in der Vorschau für
listing-preview-user-hint = Name eines Benutzers; ohne Namen ein Beispiel einer Person, von der alles bekannt ist
preview-filled = Installationsparameter, wie { $user } sie bekommt
preview-filled-example = Installationsparameter, wie eine Beispielperson sie bekommt
