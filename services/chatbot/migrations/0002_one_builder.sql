-- Until when the process that builds a generation has the user to itself; after that another takes over. Without
-- it two processes that look for users to rebuild would undo each other's work for ever.
alter table users add column building_until timestamptz;
