-- Whom a unit leads: its few leads among all that it was given, where it is asked whose reports it may read.
CREATE INDEX assignments_leads ON assignments (unit_id, task_id) WHERE part = 'lead' AND status <> 'replaced';
