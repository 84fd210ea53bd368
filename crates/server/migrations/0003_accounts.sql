-- What an account may do on the server itself, and how it signs in to the pages.

ALTER TABLE users ADD COLUMN role TEXT NOT NULL DEFAULT 'user' CHECK (role IN ('administrator', 'publisher', 'viewer', 'user'));
-- 'one-time': somebody else knows it; it is good for nothing but choosing another one.
ALTER TABLE users ADD COLUMN password_kind TEXT NOT NULL DEFAULT 'own' CHECK (password_kind IN ('own', 'one-time'));
ALTER TABLE users ADD COLUMN totp_secret BLOB;      -- none: no second factor
ALTER TABLE users ADD COLUMN totp_used_step BIGINT; -- the last time step whose code was taken: none is taken twice

CREATE TABLE recovery_codes (
    user_id   INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    code_hash BLOB    NOT NULL, -- SHA-256
    PRIMARY KEY (user_id, code_hash)
);

CREATE TABLE sessions (
    id         INTEGER PRIMARY KEY AUTOINCREMENT, -- never used again
    user_id    INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    token_hash BLOB    NOT NULL UNIQUE, -- SHA-256 of the cookie's value
    stage      TEXT    NOT NULL CHECK (stage IN ('second-factor', 'open')),
    address    TEXT    NOT NULL,
    begun_at   BIGINT  NOT NULL,
    used_at    BIGINT  NOT NULL,
    ends_at    BIGINT  NOT NULL
);
CREATE INDEX sessions_by_user ON sessions (user_id);

CREATE TABLE api_tokens (
    id         INTEGER PRIMARY KEY AUTOINCREMENT, -- never used again
    user_id    INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    name       TEXT    NOT NULL,
    token_hash BLOB    NOT NULL UNIQUE, -- SHA-256
    scopes     TEXT    NOT NULL,        -- with blanks between them
    created_at BIGINT  NOT NULL,
    expires_at BIGINT  NOT NULL,
    used_at    BIGINT
);
CREATE INDEX api_tokens_by_user ON api_tokens (user_id);

-- From where it was done: an address, or nothing for who sits at the machine.
ALTER TABLE audit ADD COLUMN address TEXT NOT NULL DEFAULT '';
