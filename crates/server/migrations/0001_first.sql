-- Times are whole seconds since 1970, UTC.

-- Users and groups hold permissions and share one set of names: "permission grant NAME" must mean one of them.
CREATE TABLE holders (
    id         INTEGER PRIMARY KEY AUTOINCREMENT, -- never used again
    kind       TEXT    NOT NULL CHECK (kind IN ('user', 'group')),
    name       TEXT    NOT NULL,
    name_key   TEXT    NOT NULL UNIQUE,           -- the name in lower case
    created_at BIGINT  NOT NULL
);

CREATE TABLE users (
    id            INTEGER PRIMARY KEY REFERENCES holders (id) ON DELETE CASCADE,
    password_hash TEXT    NOT NULL, -- Argon2, in PHC form
    standing      TEXT    NOT NULL CHECK (standing IN ('enabled', 'disabled'))
);

CREATE TABLE members (
    group_id INTEGER NOT NULL REFERENCES holders (id) ON DELETE CASCADE,
    user_id  INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    PRIMARY KEY (group_id, user_id)
);
CREATE INDEX members_by_user ON members (user_id);

CREATE TABLE permissions (
    holder_id  INTEGER NOT NULL REFERENCES holders (id) ON DELETE CASCADE,
    permission TEXT    NOT NULL,
    PRIMARY KEY (holder_id, permission)
);

-- What an MSI file says, and what its bytes are known by. A row never changes.
CREATE TABLE packages (
    id              INTEGER PRIMARY KEY AUTOINCREMENT,
    sha256          TEXT    NOT NULL UNIQUE,
    md5             TEXT    NOT NULL,
    size            BIGINT  NOT NULL,
    file_name       TEXT    NOT NULL UNIQUE, -- on the wire
    product_name    TEXT    NOT NULL,
    product_version TEXT    NOT NULL,
    upgrade_code    TEXT    NOT NULL,
    product_code    TEXT    NOT NULL,
    manufacturer    TEXT    NOT NULL,
    language        TEXT    NOT NULL,
    platform        TEXT,
    scope           TEXT    NOT NULL,
    code_page       BIGINT  NOT NULL,
    signed          BOOLEAN NOT NULL
);

-- What the administrator says about a package.
CREATE TABLE listings (
    package_id     INTEGER PRIMARY KEY REFERENCES packages (id),
    name           TEXT,
    info_url       TEXT,
    icon           BLOB,
    install_params TEXT   NOT NULL,
    importance     BIGINT NOT NULL, -- 0, 100 or 200
    release_date   TEXT,
    description    TEXT,
    release_notes  TEXT,
    requires       TEXT,
    close_first    TEXT   NOT NULL, -- file names with semicolons between them
    published_at   BIGINT NOT NULL,
    published_by   TEXT   NOT NULL,
    withdrawn_at   BIGINT
);

CREATE TABLE required_permissions (
    package_id INTEGER NOT NULL REFERENCES packages (id),
    permission TEXT    NOT NULL,
    PRIMARY KEY (package_id, permission)
);

CREATE TABLE reports (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    user_id      INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    report_id    TEXT    NOT NULL, -- the client's
    device       TEXT    NOT NULL,
    product      TEXT    NOT NULL,
    upgrade_code TEXT    NOT NULL,
    platform     TEXT,
    from_version TEXT,
    to_version   TEXT    NOT NULL,
    outcome      TEXT    NOT NULL,
    exit_code    BIGINT,
    duration     BIGINT  NOT NULL, -- seconds
    ended_at     BIGINT  NOT NULL, -- by the PC's clock
    received_at  BIGINT  NOT NULL,
    UNIQUE (user_id, report_id)
);

CREATE TABLE audit (
    id         INTEGER PRIMARY KEY AUTOINCREMENT,
    at         BIGINT NOT NULL,
    actor_kind TEXT   NOT NULL, -- 'operating-system' or 'user'
    actor      TEXT   NOT NULL,
    action     TEXT   NOT NULL, -- such as 'user.add'
    subject    TEXT   NOT NULL,
    detail     TEXT   NOT NULL
);
