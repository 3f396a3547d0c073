"""Arrays as annotations name them, imported for those alone: the types of NumPy take longer to load than a command may."""

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float64]
