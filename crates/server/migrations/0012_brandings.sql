-- What a package speaks, and for whose eyes it is made.
ALTER TABLE listings ADD COLUMN locale TEXT;   -- such as de_DE; without one it is for whoever reads anything
ALTER TABLE listings ADD COLUMN branding TEXT; -- the branding that alone is offered it

-- The look that an organisation gives to products.
CREATE TABLE brandings (
    name       TEXT   PRIMARY KEY, -- small letters, digits, hyphens, underscores, full stops
    shown_name TEXT   NOT NULL,
    created_at BIGINT NOT NULL     -- seconds since 1970
);

-- Groups whose users see a branding.
CREATE TABLE branded_groups (
    group_id INTEGER PRIMARY KEY REFERENCES holders (id) ON DELETE CASCADE,
    branding TEXT    NOT NULL REFERENCES brandings (name) ON DELETE CASCADE
);
CREATE INDEX branded_groups_by_branding ON branded_groups (branding);

-- What a branding says of a product in place of the listing's own words.
CREATE TABLE branded_products (
    branding        TEXT NOT NULL REFERENCES brandings (name) ON DELETE CASCADE,
    upgrade_code    TEXT NOT NULL,
    name            TEXT,
    icon            BLOB,
    info_url        TEXT,
    minimum_version TEXT, -- the lowest version that the branding's owner wants to see in use
    PRIMARY KEY (branding, upgrade_code)
);
