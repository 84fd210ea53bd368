# Requests that the server makes itself: packages by URL, webhooks.

## addresses that the server itself asks

destination-not-web = “{ $address }” is no address of the web. Write one that begins with https://.
destination-too-long = The address is longer than { $characters } characters.
destination-sign-in-inside = The address has a name or a password in it, which everyone who reads it could use. Leave it out.
destination-port = At port 0 nobody listens. Leave the port out, or write the right one.
destination-private = { $host } leads to { $address }, which is not public. If the server may ask there, list the address in the setting private_destinations.
destination-never = { $host } leads to { $address }, which the server never asks.
destination-plain = { $host } is to be asked by http:, where anyone on the way can change what comes. Write https:, or list the address in the setting private_destinations if it is in a network of your own.
destination-down = The address sends on from https: down to http: at { $host }. It is not followed.
outgoing-not-reached = { $host } does not answer ({ $detail }). Check the address and try again.
outgoing-certificate = The certificate of { $host } is not trusted ({ $detail }). Nothing was fetched.
outgoing-late = { $host } was too slow. A package has to come within { $minutes } minutes.
outgoing-not-understood = What { $host } answers is not understood ({ $detail }).
outgoing-status = { $host } answers with { $status } and not with the file. Check that everyone can fetch it there without signing in.
outgoing-sent-on-too-often = { $host } sends on to other addresses more than { $times } times.
outgoing-packed = { $host } packs the bytes although nobody asked for that. Offer the file as it is.
outgoing-cut = The connection to { $host } broke off before the file was whole. Try again.
outgoing-busy = Other packages are being fetched just now. Try again in a few minutes.
outgoing-ended = Fetching was ended before the file was whole. Try again.

## webhooks

oxupdated-webhook-help = Webhooks: addresses that are told what happens.
oxupdated-webhook-add-help = Adds a webhook, and shows once what its deliveries are signed with.
oxupdated-webhook-add-arg-url = The address that is called, such as https://chat.example.com/hooks/7.
oxupdated-webhook-add-arg-event = What it is told of: package.published or install.failed; give it several times for several.
oxupdated-webhook-remove-help = Removes a webhook; it is told nothing any more.
oxupdated-webhook-remove-arg-webhook = The webhook's number from “webhook list”, or its address.
oxupdated-webhook-enable-help = Calls a webhook again that failed too often, or that said it was gone.
oxupdated-webhook-enable-arg-webhook = The webhook's number from “webhook list”, or its address.
oxupdated-webhook-test-help = Calls a webhook once with an event that means nothing, and says what it answered.
oxupdated-webhook-test-arg-webhook = The webhook's number from “webhook list”, or its address.
oxupdated-webhook-list-help = Lists the webhooks.
oxupdated-webhook-list-arg-json = Lists them as JSON.
oxupdated-webhook-deliveries-help = Lists what a webhook was told last and what still waits, the newest first.
oxupdated-webhook-deliveries-arg-webhook = The webhook's number from “webhook list”, or its address.
oxupdated-webhook-deliveries-arg-json = Lists them as JSON.
setting-private-destinations = Addresses and networks that are not public and that the server may ask all the same: for packages by their URL, and to call webhooks. There it may be by `http:` too.
webhook-event-unknown = There is no event “{ $name }”. The events are: { $known }.
webhook-event-missing = The webhook would be told of nothing. Choose at least one of: { $known }.
webhook-known = There is a webhook with this address at { $host } already. Remove it first if its events are to be others.
webhook-too-many = There are { $most } webhooks already. Remove one first.
webhook-unknown = There is no webhook “{ $named }”. “oxupdated webhook list” shows them with their numbers.
done-webhook-add = The webhook { $id } at { $host } is called from now on.
    Its deliveries are signed with this secret, which is shown only now: { $secret }
done-webhook-remove = The webhook at { $host } was removed.
done-webhook-enable = The webhook at { $host } is called again.
done-webhook-enable-before = The webhook at { $host } is called already. Nothing was changed.
done-webhook-test = The webhook at { $host } answered with { $status }.
no-webhooks = There are no webhooks. Add one with “oxupdated webhook add URL --event EVENT”.
no-deliveries = This webhook was told nothing yet.
heading-destination = Address
heading-events = Events
heading-event = Event
heading-waiting = Waiting
heading-dropped = Dropped
heading-delivered = Last delivered
heading-attempts = Attempts
heading-tried = Last attempt
heading-next = Next attempt
heading-answer = Answer
word-webhook-enabled = enabled
word-webhook-failing = failing, called no more
word-webhook-gone = gone, called no more
word-waiting = waiting
word-delivered = delivered
word-given-up = given up

## pages of webhooks

webhooks = Webhooks
webhooks-about = A webhook is an address that this server calls when something happens: a chat, a ticket system, a script of your own.
webhooks-none = Nobody is told anything yet. Add the first webhook below.
webhooks-add = Add a webhook
webhooks-address-hint = An https address that everyone may reach. One in your own network has to be listed in the setting private_destinations.
webhooks-told-of = Told of
webhooks-added = Webhook added
webhooks-added-about = The webhook at { $host } is called from now on.
webhooks-secret = Its deliveries are signed with this secret. Give it to the program there, so that it knows who calls:
webhooks-secret-once = The secret is shown only now. Without it, remove the webhook and add it again.
webhooks-go-on = I have kept the secret
webhooks-enable = Call again
webhooks-test = Send a test
webhooks-last = What it was told last
webhooks-remove = Remove the webhook
webhooks-remove-about = It is told nothing any more, and what waits is thrown away. That cannot be undone: added again, it has another secret.
webhooks-failing = It is called no more, because it failed again and again. See below what it answered, mend that, send a test, and call it again.
webhooks-gone = It is called no more, because it answered that it is gone for good (410). Call it again if that was wrong, or remove it.
event-package-published = A package was published
event-install-failed = An install failed
event-test = A test
delivery-answered = It answered with { $status }.
delivery-destination = The server may not ask there.
delivery-not-reached = Nobody was there.
delivery-certificate = The certificate is not trusted.
delivery-late = It was too slow.
delivery-not-understood = What it answered was not understood.
delivery-too-old = The server was not running for too long.
delivery-no-longer-called = It was called no more.

## packages by URL

oxupdated-package-add-arg-url = Where the package stays, in place of a file: the server fetches it once, checks it, and offers it by this URL.
publication-fetched-plain = PCs fetch it from { $host } by http:. They take it only if they reach this server by https:, since the SHA-256 comes from here.
publication-fetched-from-itself = Every PC takes { $host } for itself and will look for the package there. Give an address that leads to the same place from everywhere.

## the page of packages by URL

package-address = Package from a web address
package-address-about = The package stays where it is: the server fetches it once, reads it, and remembers its size and its SHA-256. PCs fetch it there, and take it only if it is still the same.
package-address-hint = An https address that everyone can fetch without signing in. One in your own network has to be listed in the setting private_destinations.
package-address-fetch = Fetch and look at it
package-address-upload = Upload a file instead
package-address-instead = Does the package live at a web address? Give the address instead.
