"""The point in time that one wording tells, read against an anchor: 「11月22日」, 「翌朝」, 「3日以内」, 「17時」."""
