-- Nobody: whose devices and reports are those that removed users have left behind. The colon makes it a name that none can have.
INSERT INTO holders (id, kind, name, name_key, created_at) VALUES (0, 'user', ':nobody', ':nobody', 0);
INSERT INTO users (id, password_hash, standing) VALUES (0, '', 'disabled');

-- The audit mentions people and their PCs by number, as {user:17} and {device:5}, so that their names leave it with them.
-- A brace of any other text is doubled.
UPDATE audit SET actor = replace(actor, '{', '{{'), subject = replace(subject, '{', '{{'), detail = replace(detail, '{', '{{');
UPDATE audit
SET detail = '{device:' || COALESCE((SELECT devices.id FROM devices JOIN holders ON holders.id = devices.user_id
    WHERE devices.device = substr(audit.detail, 1, 36) AND replace(holders.name, '{', '{{') = audit.subject), 0) || '}'
WHERE action LIKE 'device.%';
UPDATE audit
SET detail = '{user:' || COALESCE((SELECT id FROM holders WHERE kind = 'user' AND replace(name, '{', '{{') = audit.detail), 0) || '}'
WHERE action IN ('group.join', 'group.leave');
UPDATE audit
SET subject = '{user:' || COALESCE((SELECT id FROM holders WHERE kind = 'user' AND replace(name, '{', '{{') = audit.subject), 0) || '}'
WHERE action LIKE 'user.%' OR action LIKE 'device.%' OR (action LIKE 'permission.%'
    AND NOT EXISTS (SELECT 1 FROM holders WHERE kind = 'group' AND replace(name, '{', '{{') = audit.subject));
UPDATE audit
SET actor = '{user:' || COALESCE((SELECT id FROM holders WHERE kind = 'user' AND replace(name, '{', '{{') = audit.actor), 0) || '}'
WHERE actor_kind IN ('user', 'device', 'program');
