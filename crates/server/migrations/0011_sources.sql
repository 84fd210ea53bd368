-- Accounts that another system knows: Open-Xchange, a directory, an OpenID provider. Without a source an account is this server's own.

ALTER TABLE users ADD COLUMN source TEXT;           -- the source's name in the settings
ALTER TABLE users ADD COLUMN source_key TEXT;       -- what the source knows the account by, whatever its name becomes
ALTER TABLE users ADD COLUMN source_standing TEXT NOT NULL DEFAULT 'present' CHECK (source_standing IN ('present', 'gone'));
ALTER TABLE users ADD COLUMN confirmed_at BIGINT;   -- when the source last said that the account is there
ALTER TABLE users ADD COLUMN profile TEXT NOT NULL DEFAULT '{}'; -- what the source tells about the person, in JSON
CREATE UNIQUE INDEX users_by_source ON users (source, source_key) WHERE source IS NOT NULL;

-- What accounts may have by their source's word; written anew with each confirmation.
CREATE TABLE source_permissions (
    user_id    INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE,
    permission TEXT    NOT NULL,
    PRIMARY KEY (user_id, permission)
);

-- Other names that the source takes for the same account, such as anna for anna@1.
CREATE TABLE aliases (
    name_key TEXT    PRIMARY KEY, -- in lower case
    user_id  INTEGER NOT NULL REFERENCES users (id) ON DELETE CASCADE
);
CREATE INDEX aliases_by_user ON aliases (user_id);
