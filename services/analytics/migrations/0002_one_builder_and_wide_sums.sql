-- Until when the process that builds a generation has the user to itself; after that another takes over. Without
-- it two processes that look for users to rebuild would undo each other's work for ever.
alter table users add column building_until timestamptz;

-- A row's amount has up to 19 digits; many such rows of one day have more than fit beside four decimals in 24.
alter table days alter column amount type numeric(38, 4), alter column unproven_amount type numeric(38, 4);
alter table months alter column amount type numeric(38, 4), alter column unproven_amount type numeric(38, 4);
