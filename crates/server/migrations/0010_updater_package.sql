-- The package that people install the updater with: one row, or none.
CREATE TABLE updater_package (
    place      INTEGER PRIMARY KEY CHECK (place = 1),
    package_id INTEGER NOT NULL REFERENCES packages (id) ON DELETE CASCADE,
    set_at     BIGINT  NOT NULL,
    set_by     TEXT    NOT NULL
);
