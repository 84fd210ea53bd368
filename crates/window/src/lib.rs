//! Windows' own windows, for the programs that have any: a thin layer over winsafe and what it lacks. Empty elsewhere than on Windows.
