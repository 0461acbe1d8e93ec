-- Instants are milliseconds since 1970 in UTC, days are ISO dates.
-- ${identity}: a number that is never given twice; ${text}: text that sorts by its bytes.

-- A person is a group of accounts; the group has the id of one of them.
create table account (
  id ${identity},
  platform ${text} not null,
  platform_id ${text} not null,
  group_id bigint not null,
  since bigint not null,
  unique (platform, platform_id)
);
create index account_group on account (group_id);

create table history (
  id ${identity},
  account_id bigint not null references account (id) on delete cascade,
  platform ${text} not null,
  guide ${text} not null,
  edition integer not null,
  kind ${text} not null,
  step ${text} not null,
  title ${text} not null,
  note ${text} not null,
  at bigint not null,
  -- Null where no event is delivered twice; nulls are never equal.
  event_id ${text},
  unique (platform, event_id)
);
create index history_account on history (account_id, at);

create table active_day (
  account_id bigint not null references account (id) on delete cascade,
  day ${text} not null,
  primary key (account_id, day)
);

create table link_code (
  account_id bigint not null primary key references account (id) on delete cascade,
  code_hash ${text} not null unique,
  expires bigint not null
);

-- Whoever asks need not be known, so no account is referred to.
create table turn (
  id ${identity},
  platform ${text} not null,
  platform_id ${text} not null,
  place ${text} not null,
  question ${text} not null,
  at bigint not null
);
create index turn_conversation on turn (platform, platform_id, place);
create index turn_age on turn (at);

create table seen_event (
  platform ${text} not null,
  event_id ${text} not null,
  at bigint not null,
  primary key (platform, event_id)
);
create index seen_event_age on seen_event (at);
