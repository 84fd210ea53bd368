# The JSON API.

error-token-missing = This takes an API token: send it in “Authorization: Bearer oxa1_…”. Passwords and sessions of the pages do not count here.
error-token-refused = This API token does not count: it is mistyped, has expired or was revoked, or its owner may not use it any more. Make another one on the pages, under your account.
error-precondition-missing = A change of what is there has to say which state of it you have seen: read it, and send its ETag in If-Match.
error-changed-meanwhile = This was changed since you have read it, and nothing was done now. Read it again, and decide anew.
error-query-wrong = The query of this address cannot be read ({ $detail }).
error-limit-wrong = “limit” is a number from 1 to { $items }.
error-cursor-wrong = “after” is not what a page of this list gave as “next”. Begin with the first page, without “after”.

problem-request = The request is not right
problem-sign-in = Credentials are needed
problem-forbidden = This may not be done so
problem-not-found = There is no such thing
problem-method = This cannot be done here
problem-late = The request came too slowly
problem-conflict = What is there forbids it
problem-changed = It is not as it was seen
problem-too-large = The request is too large
problem-media-type = The body is of another type
problem-precondition = It has to be said what was seen
problem-too-often = Too often
problem-busy = The server is busy
problem-server = The server is at fault
error-body-not-csv = The request is not announced as CSV. Send it with the content type text/csv.
error-body-not-msi = The request is not announced as an MSI file. Send it with the content type application/octet-stream.
