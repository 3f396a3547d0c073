"""Who answers for an organisation: the words for its officers."""

import re

OFFICER = re.compile(r"代表(?:取締役|理事|者|(?=\s))|取締役社長|社長|理事長|会長|[校院園学館所総]長|学部長|[市町村区]長|知事|教育長|責任者")
