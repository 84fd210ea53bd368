-- Where a package's bytes are, if they stay elsewhere; none: in the storage.
ALTER TABLE packages ADD COLUMN url TEXT;

-- Addresses that are told what happens.
CREATE TABLE webhooks (
    id         INTEGER PRIMARY KEY AUTOINCREMENT, -- never used again
    url        TEXT    NOT NULL UNIQUE,
    secret     TEXT    NOT NULL,                  -- as it was shown: deliveries are signed with it
    standing   TEXT    NOT NULL CHECK (standing IN ('enabled', 'failing', 'gone')),
    failures   BIGINT  NOT NULL,                  -- deliveries given up, one after another
    dropped    BIGINT  NOT NULL,                  -- events for which there was no room
    created_at BIGINT  NOT NULL
);

CREATE TABLE webhook_events (
    webhook_id INTEGER NOT NULL REFERENCES webhooks (id) ON DELETE CASCADE,
    event      TEXT    NOT NULL, -- such as 'package.published'
    PRIMARY KEY (webhook_id, event)
);

-- One row for each event and webhook, written with what happened and kept for a while when it is delivered or given up.
CREATE TABLE deliveries (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    webhook_id INTEGER NOT NULL REFERENCES webhooks (id) ON DELETE CASCADE,
    event_id   TEXT    NOT NULL, -- the same for all webhooks, and at each attempt
    event      TEXT    NOT NULL,
    body       TEXT    NOT NULL, -- JSON, as it is signed and sent
    created_at BIGINT  NOT NULL,
    state      TEXT    NOT NULL CHECK (state IN ('waiting', 'delivered', 'given-up')),
    attempts   BIGINT  NOT NULL,
    next_at    BIGINT  NOT NULL, -- of one that waits: not before
    tried_at   BIGINT,
    status     BIGINT,           -- of the last answer
    problem    TEXT              -- why there was no answer, or why it was given up
);
CREATE INDEX deliveries_by_webhook ON deliveries (webhook_id, state, id);
CREATE INDEX deliveries_by_time ON deliveries (state, next_at);
