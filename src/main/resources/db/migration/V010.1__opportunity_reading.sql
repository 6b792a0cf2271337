-- What waits for a person: deadlines come first, and new interests are few among all.
create index by_deadline on opportunity (status, deadline);
create index by_state on opportunity_interest (state, opportunity);
