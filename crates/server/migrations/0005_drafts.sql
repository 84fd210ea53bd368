-- Packages that were received and are not published yet, and withdrawn ones that were received again.
-- A package without a listing is in no snapshot: only a row of listings makes it one that can be offered.
CREATE TABLE drafts (
    id          INTEGER PRIMARY KEY AUTOINCREMENT, -- never used again
    package_id  INTEGER NOT NULL UNIQUE REFERENCES packages (id),
    revision    BIGINT  NOT NULL, -- rises with each change
    origin_kind TEXT    NOT NULL CHECK (origin_kind IN ('upload', 'url')),
    origin      TEXT    NOT NULL, -- the uploaded file's name as the sender gave it, or the URL
    listing     TEXT    NOT NULL, -- as it was written, in JSON
    required    TEXT    NOT NULL, -- permissions with blanks between
    received_at BIGINT  NOT NULL,
    received_by TEXT    NOT NULL,
    changed_at  BIGINT  NOT NULL,
    changed_by  TEXT    NOT NULL
);
