-- Signs the addresses at SALON_USERCONTENT_URL; two random UUIDs are 244 bits from the system's own source.
insert into installation (name, value, set_at)
values ('content-secret', to_jsonb(replace(gen_random_uuid()::text || gen_random_uuid()::text, '-', '')), now());
