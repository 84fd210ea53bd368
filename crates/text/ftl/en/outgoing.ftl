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
