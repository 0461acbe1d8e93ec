-- Days are ISO dates in the channel's own zone, times are HH:mm, zones are IANA names.

create table tip_subscription (
  id ${identity},
  platform ${text} not null,
  workspace ${text} not null,
  channel ${text} not null,
  state ${text} not null,
  reason ${text} not null,
  time ${text} not null,
  zone ${text} not null,
  days ${text} not null,
  guide ${text} not null,
  -- Ids with commas between them; all sections when empty.
  sections ${text} not null,
  paused_until ${text},
  next_tip ${text},
  -- Who set it up; empty when they were forgotten.
  platform_id ${text} not null,
  effective bigint not null,
  unique (platform, workspace, channel)
);

-- At most one a day, whoever tries and however often.
create table tip_post (
  subscription_id bigint not null references tip_subscription (id) on delete cascade,
  day ${text} not null,
  tip ${text} not null,
  round integer not null,
  state ${text} not null,
  attempts integer not null,
  first bigint not null,
  again bigint not null,
  message_id ${text} not null,
  reason ${text} not null,
  primary key (subscription_id, day)
);

-- Who changed what; never changed itself, but that who is forgotten is left out.
create table tip_change (
  id ${identity},
  platform ${text} not null,
  workspace ${text} not null,
  channel ${text} not null,
  platform_id ${text} not null,
  what ${text} not null,
  was ${text} not null,
  became ${text} not null,
  at bigint not null
);
create index tip_change_member on tip_change (platform, platform_id);

-- What db-scheduler works with. It holds nothing that cannot be made again from the subscriptions.
create table scheduled_tasks (
  task_name ${text} not null,
  task_instance ${text} not null,
  task_data ${bytes},
  execution_time ${moment},
  picked ${flag} not null,
  picked_by ${text},
  last_success ${moment},
  last_failure ${moment},
  consecutive_failures integer,
  last_heartbeat ${moment},
  version bigint not null,
  priority smallint,
  primary key (task_name, task_instance)
);
create index scheduled_tasks_due on scheduled_tasks (execution_time);
create index scheduled_tasks_heartbeat on scheduled_tasks (last_heartbeat);
