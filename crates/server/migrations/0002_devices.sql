-- PCs that their users have enrolled. A device belongs to the user who enrolled it; two users of one PC have a row each.
CREATE TABLE devices (
    id            INTEGER PRIMARY KEY AUTOINCREMENT, -- never used again
    user_id       INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    device        TEXT    NOT NULL, -- the client's random number
    computer_name TEXT    NOT NULL,
    token_hash    BLOB UNIQUE,      -- SHA-256 of the device token; none once it is revoked
    enrolled_at   BIGINT  NOT NULL,
    last_seen_at  BIGINT,           -- when it last fetched update.xml, or checked in
    revoked_at    BIGINT,
    UNIQUE (user_id, device)
);

-- The last check-in of each device.
CREATE TABLE check_ins (
    device_id       INTEGER PRIMARY KEY REFERENCES devices (id) ON DELETE CASCADE,
    windows_version TEXT   NOT NULL,
    platform        TEXT   NOT NULL,
    client_version  TEXT   NOT NULL,
    received_at     BIGINT NOT NULL
);

-- One row for each installed version of a product of a check-in, and one without a version where none is installed.
CREATE TABLE checked_products (
    device_id    INTEGER NOT NULL REFERENCES check_ins (device_id) ON DELETE CASCADE,
    place        BIGINT  NOT NULL, -- the product's place in the check-in
    upgrade_code TEXT    NOT NULL,
    platform     TEXT,
    version      TEXT,
    context      TEXT              -- 'machine' or 'user'
);
CREATE INDEX checked_products_by_device ON checked_products (device_id, place);
