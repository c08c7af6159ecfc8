-- The peer: one CTE statement a posting, its balance striped over 16 rows so that clients seldom meet.
\set stripe random(0, 15)
WITH entry AS (INSERT INTO raw_entry (key) VALUES (gen_random_uuid()) RETURNING id),
     transfer AS (INSERT INTO raw_transfer (entry_id, debit, credit, amount) SELECT id, 1, 2, 100 FROM entry)
UPDATE raw_balance SET amount = amount + 100 WHERE account = 2 AND stripe = :stripe;
