-- What is looked for in long lists, counts of versions over days, and an audit that nobody changes.

CREATE INDEX reports_by_time ON reports (received_at);
CREATE INDEX reports_by_product ON reports (upgrade_code, to_version, received_at);
CREATE INDEX reports_by_outcome ON reports (outcome, received_at);
CREATE INDEX reports_by_device ON reports (user_id, device, upgrade_code);

CREATE INDEX devices_by_number ON devices (device);
CREATE INDEX checked_products_by_family ON checked_products (upgrade_code, platform, device_id, version);

CREATE INDEX audit_by_time ON audit (at);
CREATE INDEX audit_by_action ON audit (action, at);

-- How many devices had which version on which day.
CREATE TABLE spread (
    day          TEXT   NOT NULL, -- such as 2026-11-21, UTC
    upgrade_code TEXT   NOT NULL,
    platform     TEXT   NOT NULL, -- empty where the package does not say
    version      TEXT   NOT NULL, -- empty: not installed; '*': versions that are too rare to be told one by one
    devices      BIGINT NOT NULL,
    PRIMARY KEY (upgrade_code, platform, day, version)
);
CREATE INDEX spread_by_day ON spread (day);

-- Lines of the audit are added, and neither changed nor removed: not by us, and not by mistake.
CREATE TRIGGER audit_is_not_changed BEFORE UPDATE ON audit
BEGIN
    SELECT RAISE(ABORT, 'lines of the audit are never changed');
END;
CREATE TRIGGER audit_is_not_removed BEFORE DELETE ON audit
BEGIN
    SELECT RAISE(ABORT, 'lines of the audit are never removed');
END;
-- What replaces a line removes it without asking the trigger above.
CREATE TRIGGER audit_is_not_replaced BEFORE INSERT ON audit WHEN EXISTS (SELECT 1 FROM audit WHERE id = NEW.id)
BEGIN
    SELECT RAISE(ABORT, 'lines of the audit are never changed');
END;
