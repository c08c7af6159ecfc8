CREATE TABLE raw_entry (id bigserial PRIMARY KEY, key uuid UNIQUE, at timestamptz DEFAULT now());
CREATE TABLE raw_transfer (id bigserial PRIMARY KEY, entry_id bigint, debit bigint, credit bigint, amount bigint);
CREATE TABLE raw_balance (account bigint, stripe int, amount bigint, PRIMARY KEY (account, stripe));
INSERT INTO raw_balance SELECT 2, stripe, 0 FROM generate_series(0, 15) stripe;
