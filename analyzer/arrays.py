"""Arrays as annotations name them: names alone at run time, since the types of NumPy take longer to load than a command may."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Floats = NDArray[np.float64]
else:
    Floats = Any
