"""Japanese eras: the year in which each began, by its name and by its letter."""

ERA_STARTS = {"令和": 2019, "平成": 1989, "昭和": 1926, "大正": 1912, "明治": 1868}
ERA_STARTS |= {letter: ERA_STARTS[era] for letter, era in zip("RHSTM", ERA_STARTS, strict=True)}
