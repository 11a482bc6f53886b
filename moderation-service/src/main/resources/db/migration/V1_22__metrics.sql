create index decision_lately on decision (decided_at);
