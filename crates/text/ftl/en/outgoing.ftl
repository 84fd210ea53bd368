# Requests that the server makes itself: packages by URL, webhooks.
